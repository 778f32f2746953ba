import { type Reported, reportDifference } from '../../../cases/custody/reportDifference.ts';
import { readHeldOf } from '../../../cases/custody/readHands.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import { CUSTODY_REASONS } from '../../../law/signature-issuance/words/custodyReasons.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { sayRefused } from '../../sayRefused.ts';
import { CUSTODIANS } from '../custodians.ts';

const FOUND = ['damaged', 'missing'] as const;

/** What its holder finds damaged or missing outside any hand-over (ADR 22): the chain stops until it is settled. */
export const report: OfficialPage = {
  path: '/custody/cases/:number/report',
  who: CUSTODIANS,
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, params, t, to } = visit;
    const items = (await heldOf(visit)).flatMap(({ kind, serial, copy }, at): Reported[] => {
      const found = FOUND.find((known) => known === form[`found-${at}`]);
      return found === undefined ? [] : [{ kind, serial, copy, found }];
    });
    if (items.length === 0) return show(visit, [{ field: 'found-0', text: t('report.choose') }]);
    const reported = { caseNumber: params['number'] ?? '', items };
    const outcome = await reportDifference(needs.record, actor, reported, visit.once('custody/report', reported));
    const refused = sayRefused(outcome, ['reported'], CUSTODY_REASONS, visit);
    if (refused === 'missing') return { kind: 'not-found' };
    if (refused !== null) return show(visit, refused);
    visit.tellNext(t('report.done'));
    return { kind: 'see', path: to('/custody') };
  },
};

async function heldOf({ needs, actor, params }: OfficialVisit) {
  if (actor.party === undefined) return [];
  const held = await readHeldOf(needs.record, actor.party, [params['number'] ?? '']);
  return held.filter(({ offered }) => !offered);
}

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, official, params, t, to, form } = visit;
  const things = await heldOf(visit);
  if (things.length === 0) return { kind: 'not-found' };
  const caseNumber = params['number'] ?? '';
  await noteRead(needs.record, official, 'list-custody', caseNumber);
  return {
    kind: 'view',
    view: 'custody/report/view.njk',
    title: t('report.title', { number: caseNumber }),
    back: to('/custody'),
    errors,
    data: {
      things: things.map((thing, at) => ({
        name: `${t(`kind.${thing.kind}`)} ${thing.serial} (${thing.copy})`,
        options: FOUND.map((value) => ({
          value,
          text: t(`found.${value}`),
          checked: form[`found-${at}`] === value,
        })),
      })),
    },
  };
}

import { readDifference } from '../../../cases/custody/readDiffering.ts';
import { resolveDifference, type Settled } from '../../../cases/custody/resolveDifference.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import { settled, SETTLEMENTS } from '../../../law/signature-issuance/differences.ts';
import { partyName } from '../../../law/signature-issuance/partyWords.ts';
import { CUSTODY_REASONS } from '../../../law/signature-issuance/words/custodyReasons.ts';
import { isId } from '../../isId.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { sayRefused } from '../../sayRefused.ts';

/** A difference as the portal operator settles it, thing by thing (ADR 22): offered is only what the law lets be done. */
export const settlement: OfficialPage = {
  path: '/custody/differences/:id',
  who: ['operator'],
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, params, t, to } = visit;
    const difference = await differenceOf(visit);
    if (difference === null) return { kind: 'not-found' };
    const items = difference.items.flatMap(({ kind, serial, copy }, at): Settled[] => {
      const chosen = SETTLEMENTS.find((known) => known === form[`settle-${at}`]);
      return chosen === undefined ? [] : [{ kind, serial, copy, settlement: chosen }];
    });
    if (items.length === 0) return show(visit, [{ field: 'settle-0', text: t('settlement.choose') }]);
    const resolution = { incidentId: params['id'] ?? '', items };
    const outcome = await resolveDifference(
      needs.record,
      actor,
      resolution,
      visit.once('custody/settlement', resolution),
    );
    const refused = sayRefused(outcome, ['settled'], CUSTODY_REASONS, visit);
    if (refused === 'missing') return { kind: 'not-found' };
    if (refused !== null) return show(visit, refused);
    const left = outcome?.kind === 'settled' ? outcome.left.length : 0;
    visit.tellNext(left === 0 ? t('settlement.closed') : t('settlement.left', { n: left }));
    return { kind: 'see', path: to('/operator/incidents') };
  },
};

async function differenceOf({ needs, params }: OfficialVisit) {
  const id = params['id'] ?? '';
  return isId(id) ? readDifference(needs.record, id) : null;
}

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, official, t, to, language, form } = visit;
  const difference = await differenceOf(visit);
  if (difference === null) return { kind: 'not-found' };
  const { caseNumber, giver, openedAt, items } = difference;
  await noteRead(needs.record, official, 'read-handover', caseNumber);
  return {
    kind: 'view',
    view: 'custody/settlement/view.njk',
    title: t('settlement.title', { number: caseNumber }),
    back: to('/operator/incidents'),
    errors,
    data: {
      openedAt,
      giver: partyName(giver, language),
      items: items.map((item, at) => ({
        name: `${t(`kind.${item.kind}`)} ${item.serial} (${item.copy}): ${t(`itemState.${item.state}`)}`,
        taker: t('settlement.taker', { taker: partyName(item.taker, language) }),
        options: SETTLEMENTS.filter((one) => settled(item, one).kind === 'settled').map((value) => ({
          value,
          text: t(`settlement.${value}`),
          checked: form[`settle-${at}`] === value,
        })),
      })),
    },
  };
}

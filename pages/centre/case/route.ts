import { readCase } from '../../../cases/findCases.ts';
import { mayRead } from '../../../cases/mayRead.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import { readTimeLeft } from '../../../cases/terms/readTimeLeft.ts';
import { enterInRegister } from '../../../cases/contract/enterInRegister.ts';
import { partyName } from '../../../law/signature-issuance/partyWords.ts';
import { CONTRACT_REASONS } from '../../../law/signature-issuance/words/contractReasons.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { endInWords, instantInWords } from '../../rendering/dates.ts';
import { sayTimeLeft } from '../../rendering/sayTimeLeft.ts';
import { sayRefused } from '../../sayRefused.ts';

const PRINTED = /^[\p{L}\p{N}][\p{L}\p{N} №./()-]{0,99}$/u;

/** One of the Centre's own cases; once handed over, its certificate is entered in the register by its serial number. */
export const centreCase: OfficialPage = {
  path: '/centre/cases/:number',
  who: ['centre-officer'],
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, t, to } = visit;
    const caseNumber = await ownCase(visit);
    if (caseNumber === null) return { kind: 'not-found' };
    const serial = (form['serial'] ?? '').trim();
    if (!PRINTED.test(serial)) return show(visit, [{ field: 'serial', text: t('case.noSerial') }]);
    const entry = { caseNumber, serial };
    const outcome = await enterInRegister(needs.record, actor, entry, visit.once('centre/register', entry));
    const refused = sayRefused(outcome, ['entered'], CONTRACT_REASONS, visit);
    if (refused === 'missing') return { kind: 'not-found' };
    if (refused !== null)
      return show(
        visit,
        refused.map((error) => ({ ...error, field: 'serial' })),
      );
    visit.tellNext(t('case.entered', { serial }));
    return { kind: 'see', path: to('/centre') };
  },
};

async function ownCase({ needs, actor, params, official }: OfficialVisit): Promise<string | null> {
  const caseNumber = params['number'] ?? '';
  if (!/^[A-Z]{2}-\d{4}-\d{6,12}$/.test(caseNumber)) return null;
  const isOwn = await mayRead(needs.record, actor.party, caseNumber);
  await noteRead(needs.record, official, isOwn ? 'read-case' : 'read-unknown-case', caseNumber);
  return isOwn ? caseNumber : null;
}

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, t, to, language, form } = visit;
  const caseNumber = await ownCase(visit);
  const found = caseNumber === null ? null : await readCase(needs.record, caseNumber);
  if (found === null || caseNumber === null) return { kind: 'not-found' };
  const { waitsFor, furtherTerms } = found;
  const open = furtherTerms.filter(({ outcome }) => outcome === null).map(({ endsAt }) => endsAt);
  const left = await readTimeLeft(needs.record, open);
  return {
    kind: 'view',
    view: 'centre/case/view.njk',
    title: t('case.title', { number: caseNumber }),
    back: to('/centre'),
    errors,
    data: {
      typed: form['serial'] ?? '',
      mayEnter: found.stage === 'register',
      rows: [
        [t('case.stage'), t(`common.stage.${found.stage}`)],
        [t('case.registered'), instantInWords(found.registeredAt, language)],
        [t('case.waitsFor'), waitsFor === null ? '–' : partyName(waitsFor.party, language)],
        ...furtherTerms.map(({ clause, endsAt, outcome }) => [
          t('case.term', { clause }),
          outcome === null
            ? sayTimeLeft({ endsAt, left: left.get(endsAt) }, t, language)
            : `${endInWords(endsAt, language)} (${t('case.termClosed')})`,
        ]),
      ],
    },
  };
}

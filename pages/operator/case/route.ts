import { openIncidents, readCase } from '../../../cases/findCases.ts';
import { tellByOtherMeans, undeliveredNotices } from '../../../cases/notices/undelivered.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import { readAttempts } from '../../../cases/operator/readAttempts.ts';
import { readStuck } from '../../../cases/operator/readStuck.ts';
import { retryCase } from '../../../cases/operator/retryCase.ts';
import { settleCentreMessage } from '../../../cases/operator/settleCentreMessage.ts';
import { recordDeliveryByHand } from '../../../cases/signature-issuance/recordDelivery.ts';
import { AGENCIES } from '../../../law/signature-issuance/agencies.ts';
import { CENTRES } from '../../../law/signature-issuance/parties.ts';
import { partyName } from '../../../law/signature-issuance/partyWords.ts';
import { NOTICE_REASONS } from '../../../law/signature-issuance/words/noticeReasons.ts';
import { isId } from '../../isId.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { endInWords, instantInWords } from '../../rendering/dates.ts';
import { sayRefused } from '../../sayRefused.ts';
import { sayAttempt, sayAfterRetry } from '../sayAttempt.ts';
import { sayIncident } from '../sayIncident.ts';
import { sayStuck } from '../sayStuck.ts';
import { CASE_NUMBER, DOCUMENT } from '../written.ts';

/** One case as the operator sees it: where it stands, why it does not go on, and the few deeds that are his. */
export const caseFile: OfficialPage = {
  path: '/operator/cases/:number',
  who: ['operator'],
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { form, t, to, params } = visit;
    const caseNumber = params['number'] ?? '';
    if (!CASE_NUMBER.test(caseNumber)) return { kind: 'not-found' };
    const deed = form['deed'] ?? '';
    const document = (form['document'] ?? '').trim();
    if (deed !== 'retry' && !DOCUMENT.test(document))
      return show(visit, [{ field: `${deed}-document`, text: t('case.noDocument') }]);
    const outcome = await act(visit, deed, { caseNumber, document });
    if (outcome === 'unsaid') return show(visit, [{ field: `${deed}-of`, text: t('case.noChoice') }]);
    if (outcome?.kind === 'nothing-waits') return show(visit, [{ field: '', text: t('case.nothingWaits') }]);
    if (outcome?.kind === 'calendar-not-published') {
      visit.tellNext(t('case.notPublished', { year: outcome.year }));
      return { kind: 'see', path: to(`/operator/cases/${caseNumber}`) };
    }
    if (outcome?.kind === 'decided' || outcome?.kind === 'nothing-to-settle')
      return show(visit, [{ field: '', text: t('case.overtaken') }]);
    const done = ['retried', 'started', 'already', 'resolved', 'settled'];
    const refused = sayRefused(outcome, done, NOTICE_REASONS, visit);
    if (refused === 'missing') return { kind: 'not-found' };
    if (refused !== null) return show(visit, refused);
    visit.tellNext(
      outcome?.kind === 'retried'
        ? t('case.retried', { n: outcome.attempts })
        : t(outcome?.kind === 'already' ? 'case.already' : `case.done.${deed}`),
    );
    return { kind: 'see', path: to(`/operator/cases/${caseNumber}`) };
  },
};

async function act(
  visit: OfficialVisit,
  deed: string,
  { caseNumber, document }: { caseNumber: string; document: string },
) {
  const { needs, actor, form } = visit;
  const chosen = form['of'] ?? '';
  const once = visit.once(`operator/${deed}`, { caseNumber, document, chosen });
  const agency = AGENCIES.find((known) => known === chosen);
  const centre = CENTRES.find((known) => known === chosen);
  switch (deed) {
    case 'retry':
      return retryCase(needs.record, actor, caseNumber, once);
    case 'delivered':
      if (agency === undefined) return 'unsaid';
      return recordDeliveryByHand(needs.record, actor, { caseNumber, agency, document }, once);
    case 'told':
      if (!isId(chosen)) return 'unsaid';
      return tellByOtherMeans(needs.record, actor, { caseNumber, event: chosen, document }, once);
    case 'settled':
      if (centre === undefined) return 'unsaid';
      return settleCentreMessage(needs.record, actor, { caseNumber, centre, document }, once);
    default:
      return null;
  }
}

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, official, t, to, language, params, form } = visit;
  const caseNumber = params['number'] ?? '';
  const found = CASE_NUMBER.test(caseNumber) ? await readCase(needs.record, caseNumber) : null;
  // What stands in an address may be any text: evidence holds case numbers alone.
  const [what, read] = found === null ? ['read-unknown-case', 'none'] : ['read-case', caseNumber];
  await noteRead(needs.record, official, what, read);
  if (found === null) return { kind: 'not-found' };
  const [stuck, unheard, incidents, tried] = await Promise.all([
    readStuck(needs.record, caseNumber),
    undeliveredNotices(needs.record),
    openIncidents(needs.record, caseNumber),
    readAttempts(needs.record, caseNumber),
  ]);
  const holders = (kind: string) => incidents.filter((one) => one.kind === kind).map(({ holder }) => holder);
  const unreached = found.requests.filter(({ deliveredAt }) => deliveredAt === null && found.stage === 'opinions');
  const agencyItem = (agency: string) => ({ value: agency, text: t(`common.agency.${agency}`) });
  return {
    kind: 'view',
    view: 'operator/case/view.njk',
    title: t('case.title', { number: caseNumber }),
    back: to('/operator'),
    errors,
    data: {
      form,
      number: caseNumber,
      rows: [
        [t('case.stage'), t(`common.stage.${found.stage}`)],
        [t('case.outcome'), found.outcome === null ? '–' : t(`common.outcome.${found.outcome}`)],
        [t('case.registered'), instantInWords(found.registeredAt, language)],
        [t('case.decided'), found.decidedAt === null ? '–' : instantInWords(found.decidedAt, language)],
      ],
      temporal: needs.temporalUi === undefined ? null : temporalLink(needs.temporalUi, caseNumber),
      incidents: incidents.map((one) => sayIncident(visit, one)),
      afterRetry: tried.afterRetry === null ? null : sayAfterRetry(visit, tried.afterRetry),
      attempts: tried.attempts.map((one) => sayAttempt(visit, one)),
      stuck: stuck
        .filter(({ reason }) => reason !== 'incident')
        .map((one) => ({ why: sayStuck(visit, one), since: instantInWords(one.since, language) })),
      requests: found.requests.map(({ agency, deliveredAt, how, attempts }) => [
        t(`common.agency.${agency}`),
        deliveredAt === null ? t('case.notDelivered') : instantInWords(deliveredAt, language),
        how === null ? '–' : t(`case.how.${how}`),
        attempts,
      ]),
      terms: found.terms.map(({ agency, endsAt, outcome }) => [
        t(`common.agency.${agency}`),
        endInWords(endsAt, language),
        outcome === null ? t('case.runs') : t(`case.term.${outcome}`),
      ]),
      unreached: unreached.map(({ agency }) => agencyItem(agency)),
      unheard: unheard
        .filter((one) => one.caseNumber === caseNumber)
        .map(({ event, kind, madeAt }) => ({
          value: event,
          text: `${t(`notice.${kind}`)}, ${instantInWords(madeAt, language)}`,
        })),
      contradicted: CENTRES.filter((centre) => holders('centre-message-refused').includes(centre)).map((centre) => ({
        value: centre,
        text: partyName(`centre:${centre}`, language),
      })),
    },
  };
}

/** The case's workflow in the operators' view of Temporal: its id is the case's (D1). */
function temporalLink(base: string, caseNumber: string): string {
  return `${base.replace(/\/$/, '')}/workflows?query=${encodeURIComponent(`WorkflowId="${caseNumber}"`)}`;
}

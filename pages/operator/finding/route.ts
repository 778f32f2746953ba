import { openIncidents } from '../../../cases/findCases.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import { resolveUnreadable } from '../../../cases/signature-issuance/resolveUnreadable.ts';
import { AGENCIES } from '../../../law/signature-issuance/agencies.ts';
import { NOTICE_REASONS } from '../../../law/signature-issuance/words/noticeReasons.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { sayRefused } from '../../sayRefused.ts';
import { CASE_NUMBER, DOCUMENT } from '../written.ts';

const FINDINGS = ['negative', 'nothing-against', 'not-an-opinion'] as const;

/**
 * What a message was that nobody could read (ADR 5), found out with its agency and shown by a document. A negative opinion
 * refuses the application, so a fresh sign-in.
 */
export const finding: OfficialPage = {
  path: '/operator/cases/:number/finding',
  who: ['operator'],
  fresh: true,
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, params, t, to } = visit;
    const caseNumber = params['number'] ?? '';
    const agency = AGENCIES.find((known) => known === form['of']);
    const found = FINDINGS.find((known) => known === form['finding']);
    const document = (form['document'] ?? '').trim();
    if (!CASE_NUMBER.test(caseNumber)) return { kind: 'not-found' };
    if (agency === undefined || found === undefined || !DOCUMENT.test(document))
      return show(visit, [
        ...(agency === undefined ? [{ field: 'of', text: t('case.noChoice') }] : []),
        ...(found === undefined ? [{ field: 'finding', text: t('case.noChoice') }] : []),
        ...(DOCUMENT.test(document) ? [] : [{ field: 'document', text: t('case.noDocument') }]),
      ]);
    const what = { caseNumber, agency, finding: found, document };
    const outcome = await resolveUnreadable(needs.record, actor, what, visit.once('operator/finding', what));
    if (outcome?.kind === 'nothing-to-resolve') return show(visit, [{ field: '', text: t('case.overtaken') }]);
    const refused = sayRefused(outcome, ['resolved'], NOTICE_REASONS, visit);
    if (refused === 'missing') return { kind: 'not-found' };
    if (refused !== null) return show(visit, refused);
    visit.tellNext(t('case.done.finding'));
    return { kind: 'see', path: to(`/operator/cases/${caseNumber}`) };
  },
};

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, official, params, t, to, form } = visit;
  const caseNumber = params['number'] ?? '';
  const incidents = CASE_NUMBER.test(caseNumber) ? await openIncidents(needs.record, caseNumber) : [];
  const held = incidents.filter(({ kind }) => kind === 'unreadable-opinion').map(({ holder }) => holder);
  await noteRead(needs.record, official, held.length === 0 ? 'read-unknown-case' : 'read-case', caseNumber);
  // One who comes second, after it was found out, is told so on his own form.
  if (held.length === 0 && errors.length === 0) return { kind: 'not-found' };
  return {
    kind: 'view',
    view: 'operator/finding/view.njk',
    title: t('finding.title', { number: caseNumber }),
    back: to(`/operator/cases/${caseNumber}`),
    errors,
    data: {
      form,
      agencies: AGENCIES.filter((agency) => held.includes(agency)).map((value) => ({
        value,
        text: t(`common.agency.${value}`),
      })),
      findings: FINDINGS.map((value) => ({ value, text: t(`case.finding.${value}`) })),
    },
  };
}

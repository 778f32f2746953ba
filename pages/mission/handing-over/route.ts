import { handOver } from '../../../cases/contract/handOver.ts';
import { CONTRACT_REASONS } from '../../../law/signature-issuance/words/contractReasons.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { sayRefused } from '../../sayRefused.ts';
import { ownCase } from '../ownCase.ts';

/** The hand-over to the applicant (R1598/2.15): from then on the certificate is issued, so a fresh sign-in. */
export const handingOver: OfficialPage = {
  path: '/mission/cases/:number/handing-over',
  who: ['mission-officer'],
  fresh: true,
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, t, to } = visit;
    const caseNumber = await ownCase(visit, 'read-application');
    if (caseNumber === null) return { kind: 'not-found' };
    const paperNumber = (form['paperNumber'] ?? '').trim();
    if (!/^[\p{L}\p{N}][\p{L}\p{N} №./()-]{0,99}$/u.test(paperNumber))
      return show(visit, [{ field: 'paperNumber', text: t('counter.badNumber') }]);
    const handed = { caseNumber, paperNumber };
    const outcome = await handOver(needs.record, actor, handed, visit.once(`mission/${caseNumber}/hand-over`, handed));
    const errors = sayRefused(outcome, ['issued'], CONTRACT_REASONS, visit);
    if (errors === 'missing') return { kind: 'not-found' };
    if (errors !== null) return show(visit, errors);
    visit.tellNext(t('handing.done', { number: caseNumber }));
    return { kind: 'see', path: to('/mission') };
  },
};

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { t, to, form } = visit;
  const caseNumber = await ownCase(visit, 'read-application');
  if (caseNumber === null) return { kind: 'not-found' };
  return {
    kind: 'view',
    view: 'mission/handing-over/view.njk',
    title: t('handing.title', { number: caseNumber }),
    back: to(`/mission/cases/${caseNumber}`),
    errors,
    data: { form },
  };
}

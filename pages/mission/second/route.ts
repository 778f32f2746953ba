import { confirmIdentity } from '../../../cases/mission/confirmIdentity.ts';
import { readCounter } from '../../../cases/mission/readCounter.ts';
import { MISSION_REASONS } from '../../../law/signature-issuance/words/missionReasons.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { sayRefused } from '../../sayRefused.ts';
import { ownCase } from '../ownCase.ts';

/** The second officer's word on what the first found (R1598/2.12; ADR 24), where the post asks for one. */
export const second: OfficialPage = {
  path: '/mission/cases/:number/identity/second',
  who: ['mission-officer'],
  fresh: true,
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, t, to } = visit;
    const caseNumber = await ownCase(visit, 'read-application');
    if (caseNumber === null) return { kind: 'not-found' };
    if (form['confirms'] !== 'yes' && form['confirms'] !== 'no')
      return show(visit, [{ field: 'confirms', text: t('second.say') }]);
    const word = { caseNumber, confirms: form['confirms'] === 'yes' };
    const outcome = await confirmIdentity(needs.record, actor, word, visit.once(`mission/${caseNumber}/second`, word));
    const errors = sayRefused(outcome, ['match', 'mismatch', 'not-confirmed'], MISSION_REASONS, visit);
    if (errors === 'missing') return { kind: 'not-found' };
    if (errors !== null) return show(visit, errors);
    visit.tellNext(t(`identity.done.${outcome?.kind ?? 'match'}`));
    return { kind: 'see', path: to('/mission') };
  },
};

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, t, to } = visit;
  const caseNumber = await ownCase(visit, 'read-application');
  const view = caseNumber === null ? null : await readCounter(needs.record, caseNumber);
  if (caseNumber === null || view?.awaitsSecond == null) return { kind: 'not-found' };
  return {
    kind: 'view',
    view: 'mission/second/view.njk',
    title: t('second.title', { number: caseNumber }),
    back: to(`/mission/cases/${caseNumber}`),
    errors,
    data: { first: view.awaitsSecond },
  };
}

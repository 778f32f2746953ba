import { readLooks } from '../../../cases/applicant/readLooks.ts';
import { readDeficiencies } from '../../../cases/centre/readDeficiencies.ts';
import { type CaseView, readCase, readSignedDocument } from '../../../cases/findCases.ts';
import { shownTo } from '../../../cases/shownTo.ts';
import { readTimeLeft } from '../../../cases/terms/readTimeLeft.ts';
import { bakuDay } from '../../../law/calendar/bakuTime.ts';
import { complaintAct } from '../../../law/signature-issuance/complaint.ts';
import { missionName } from '../../../law/signature-issuance/missions.ts';
import { partyName } from '../../../law/signature-issuance/partyWords.ts';
import { ISSUANCE_STAGES } from '../../../law/signature-issuance/stages.ts';
import { mayWithdraw, opinionsDecidedAt } from '../../../law/signature-issuance/withdrawal.ts';
import type { ApplicantPage, ApplicantVisit } from '../../page.ts';
import { WORDS } from '../../rendering/words.ts';
import { agencyClocks, runningTerms } from './clocks.ts';
import { nextStep } from './nextStep.ts';

/** Where a case stands, who has the ball, until when and why then; what was sent to him, and who looked at his data. */
export const overview: ApplicantPage = {
  path: '/case',
  who: 'applicant',
  get: async (visit) => {
    const { needs, caseNumber, t } = visit;
    const view = await readCase(needs.record, caseNumber);
    if (view === null) return { kind: 'not-found' };
    const shown = shownTo(view, ['applicant']);
    const ends = [...shown.terms, ...shown.furtherTerms].map(({ endsAt }) => endsAt);
    const [looks, deficiencies, silence, left] = await Promise.all([
      readLooks(needs.record, caseNumber),
      readDeficiencies(needs.record, caseNumber),
      readSignedDocument(needs.record, caseNumber, 'record-of-silence'),
      readTimeLeft(needs.record, ends),
    ]);
    const booked = view.appointments.find(({ state }) => state === 'booked') ?? null;
    return {
      kind: 'view',
      view: 'case/overview/view.njk',
      title: t('case.title', { number: caseNumber }),
      data: {
        caseNumber,
        shown,
        stages: stagesOf(view, t),
        ball: ballOf(visit, view),
        next: nextStep(visit, view, { toMend: deficiencies !== null, booked: booked !== null }),
        consented: view.outcome === 'negative-opinion' ? null : opinionsDecidedAt(view),
        terms: runningTerms(visit, shown, left),
        agencies: agencyClocks(visit, shown, view.stage, left),
        mission: view.mission === null ? null : missionName(view.mission, visit.language),
        looks: looks.map((look) => ({ ...look, who: whoLooked(visit, look), why: purpose(visit, look.what) })),
        toMend: deficiencies !== null,
        toBook: view.stage === 'identity',
        booked,
        zone: visit.request.session.zone ?? '',
        mayWithdraw: mayWithdraw(view).kind === 'allowed',
        hasSilence: silence !== null,
        complaint: complaintAct(bakuDay(view.legalNow), visit.language),
      },
    };
  },
};

function stagesOf({ stage, outcome }: CaseView, t: ApplicantVisit['t']) {
  const at = ISSUANCE_STAGES.indexOf(stage as (typeof ISSUANCE_STAGES)[number]);
  const ended = stage === 'ended';
  return ISSUANCE_STAGES.map((name, n) => ({
    text: t(`stage.${name}`),
    state: ended ? (outcome === 'issued' ? 'done' : 'closed') : n < at ? 'done' : n === at ? 'now' : 'later',
  }));
}

function ballOf({ t, language }: ApplicantVisit, { waitsFor, stage }: CaseView): string | null {
  if (stage === 'opinions') return t('ball.agencies');
  if (waitsFor === null) return null;
  return waitsFor.party === 'applicant' ? t('ball.you') : t('ball.other', { who: partyName(waitsFor.party, language) });
}

function whoLooked(
  { t, language }: ApplicantVisit,
  { capacity, body, post }: { capacity: string; body: string | null; post: string | null },
) {
  if (capacity === 'reviewer' || capacity === 'agency') return t(`agency.${body ?? ''}`);
  if (capacity === 'mission-officer') return missionName(post ?? '', language);
  return t(`role.${capacity}`);
}

function purpose({ t, language }: ApplicantVisit, what: string): string {
  const key = `look.${what}`;
  return t(key in (WORDS.get('case')?.[language] ?? {}) ? key : 'look.other');
}

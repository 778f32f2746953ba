import type { CaseView } from '../../../cases/findCases.ts';
import { missionName } from '../../../law/signature-issuance/missions.ts';
import type { ApplicantVisit } from '../../page.ts';

const WAITING = new Set(['opinions', 'virtual-fin', 'centre', 'invitation', 'contract', 'register']);
const REFUSED = new Set(['negative-opinion', 'centre-refusal', 'mismatch']);

/** What the applicant is to do now, if anything, in words: at every stage and after every end. */
export function nextStep(
  { t, language }: ApplicantVisit,
  { stage, outcome, mission }: CaseView,
  { toMend, booked }: { toMend: boolean; booked: boolean },
): string | null {
  const fill = { mission: mission === null ? '' : missionName(mission, language) };
  if (stage === 'ended') {
    if (outcome === null) return null;
    return t(REFUSED.has(outcome) ? 'next.refused' : outcome === 'issued' ? 'next.issued' : 'next.ended');
  }
  if (toMend) return t('next.mend');
  if (stage === 'identity') return t(booked ? 'next.booked' : 'next.book', fill);
  return WAITING.has(stage) ? t(`next.${stage}`, fill) : null;
}

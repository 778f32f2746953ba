import { missionZone } from '../../law/signature-issuance/missions.ts';
import { dayInZone } from '../../law/signature-issuance/slots.ts';
import { passBall } from '../record/ball.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type NotFirst, onceInCase } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused, refuseForeign } from '../record/refused.ts';
import { endTerm } from '../record/terms.ts';
import { ownMission } from './ownMission.ts';

/** What became of an invitation; `late` where the working day of R1598/2.11 had ended. */
export type InvitationOutcome =
  | { kind: 'invited'; caseNumber: string; at: string; fromDay: string; late: boolean }
  | Refused<'not-awaiting-invitation' | 'from-day-past'>
  | NotYours;

const DEED = 'invite-applicant';

/**
 * Invites the applicant to the mission the decision reached (R1598/2.11), which ends the mission's term. `fromDay` is the
 * first ISO day, in the post's own calendar, for which an appointment may be booked; today there where it is null.
 */
export async function inviteApplicant(
  record: CaseRecord,
  actor: Actor,
  { caseNumber, fromDay }: { caseNumber: string; fromDay: string | null },
  request: Repeatable,
): Promise<InvitationOutcome | NotFirst | null> {
  return onceInCase<InvitationOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const mission = ownMission(actor, facts);
    if (mission === null) return refuseForeign(DEED);
    const clause = 'R1598/2.11';
    if (facts.stage !== 'invitation') return refuseDeed(facts, DEED, { clause, reason: 'not-awaiting-invitation' });
    const today = dayInZone(missionZone(mission), now);
    const first = fromDay ?? today;
    if (first < today) return refuseDeed(facts, DEED, { clause, reason: 'from-day-past' });

    const ended = await endTerm(tx, now, { caseNumber, clause, holder: `mission:${mission}` }, { kind: 'done' });
    await tx.run(`INSERT INTO invitation (case_number, invited_at, invited_by, from_day) VALUES ($1, $2, $3, $4)`, [
      caseNumber,
      now,
      actor.id,
      first,
    ]);
    await tx.run(`UPDATE "case" SET stage = 'identity' WHERE number = $1`, [caseNumber]);
    await passBall(tx, now, caseNumber, 'applicant');
    await addNotice(tx, now, {
      caseNumber,
      kind: 'invited',
      recipient: 'applicant',
      language: facts.language,
      key: record.seal.openKey(facts.sealed_key),
      facts: { caseNumber, mission, fromDay: first },
    });
    return {
      outcome: { kind: 'invited', caseNumber, at: now, fromDay: first, late: ended?.late ?? false },
      evidence: [
        { what: 'invited', clause, facts: { mission, fromDay: first } },
        ...(ended === null ? [] : [ended.entry]),
      ],
      wake: true,
    };
  });
}

import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { type MissionId, missionZone } from '../../law/signature-issuance/missions.ts';
import { dayInZone, lastFirstDay } from '../../law/signature-issuance/slots.ts';
import { passBall } from '../record/ball.ts';
import { statements, type Tx } from '../record/database.ts';
import { parameterInForce } from '../record/dated.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type CaseRow, type Done, type NotFirst, onceInCase } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused, refuseForeign } from '../record/refused.ts';
import { endTerm } from '../record/terms.ts';
import { recomputeFirst } from '../signature-issuance/recomputeTerms.ts';
import { bookedOf } from './booked.ts';
import { awaitsSecond } from './identityChecks.ts';
import { ownMission } from './ownMission.ts';

/**
 * What became of an invitation; `late` where the working day of R1598/2.11 had ended. `invited-anew`: its first day was
 * `before` and is another now.
 */
export type InvitationOutcome =
  | { kind: 'invited'; caseNumber: string; at: string; fromDay: string; late: boolean }
  | { kind: 'invited-anew'; caseNumber: string; at: string; fromDay: string; before: string }
  | Refused<
      'not-awaiting-invitation' | 'from-day-past' | 'from-day-too-far' | 'booked-already' | 'invited-for-that-day'
    >
  | NotYours;

type Invited = Extract<InvitationOutcome, { kind: 'invited' | 'invited-anew' | 'refused' }>;
type Invitation = { mission: MissionId; fromDay: string; by: string };

const DEED = 'invite-applicant';
const clause = 'R1598/2.11';

/**
 * Invites the applicant to the mission the decision reached (R1598/2.11), which ends the mission's term. `fromDay` is the
 * first ISO day, in the post's own calendar, for which an appointment may be booked; today there where it is null. While
 * nobody is booked a second invitation sets it anew (ADR 25).
 */
export async function inviteApplicant(
  record: CaseRecord,
  actor: Actor,
  { caseNumber, fromDay }: { caseNumber: string; fromDay: string | null },
  request: Repeatable,
): Promise<InvitationOutcome | NotFirst | null> {
  await recomputeFirst(record, caseNumber, statements(record.database.ordinary));
  return onceInCase<InvitationOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const mission = await ownMission(tx, actor, facts);
    if (mission === null) return refuseForeign(DEED);
    if (facts.stage !== 'invitation' && facts.stage !== 'identity')
      return refuseDeed(facts, DEED, { clause, reason: 'not-awaiting-invitation' });
    const today = dayInZone(missionZone(mission), now);
    const first = fromDay ?? today;
    if (first < today) return refuseDeed(facts, DEED, { clause, reason: 'from-day-past' });
    const within = await parameterInForce(tx, 'first-day-within', bakuDay(facts.registered_at));
    const last = lastFirstDay(today, within);
    if (first > last) {
      const items = [{ item: last, reason: 'last-day-possible' }];
      return refuseDeed(facts, DEED, { clause, reason: 'from-day-too-far', items });
    }
    const invitation = { mission, fromDay: first, by: actor.id ?? 'unknown' };
    return facts.stage === 'invitation'
      ? invite(tx, now, record, facts, invitation)
      : inviteAnew(tx, now, record, facts, invitation);
  });
}

async function invite(
  tx: Tx,
  now: string,
  record: CaseRecord,
  facts: CaseRow,
  { mission, fromDay, by }: Invitation,
): Promise<Done<Invited>> {
  const caseNumber = facts.number;
  const ended = await endTerm(tx, now, { caseNumber, clause, holder: `mission:${mission}` }, { kind: 'done' });
  await tx.run(`INSERT INTO invitation (case_number, invited_at, invited_by, from_day) VALUES ($1, $2, $3, $4)`, [
    caseNumber,
    now,
    by,
    fromDay,
  ]);
  await tx.run(`UPDATE "case" SET stage = 'identity' WHERE number = $1`, [caseNumber]);
  await passBall(tx, now, caseNumber, 'applicant');
  await tell(tx, now, record, facts, { mission, fromDay });
  return {
    outcome: { kind: 'invited', caseNumber, at: now, fromDay, late: ended?.late ?? false },
    evidence: [{ what: 'invited', clause, facts: { mission, fromDay } }, ...(ended === null ? [] : [ended.entry])],
    wake: true,
  };
}

async function inviteAnew(
  tx: Tx,
  now: string,
  record: CaseRecord,
  facts: CaseRow,
  { mission, fromDay }: Invitation,
): Promise<Done<Invited>> {
  const caseNumber = facts.number;
  if ((await bookedOf(tx, caseNumber)) !== null || (await awaitsSecond(tx, caseNumber)))
    return refuseDeed(facts, DEED, { clause, reason: 'booked-already' });
  const { before } = await tx.one<{ before: string }>(
    `SELECT from_day AS before FROM invitation WHERE case_number = $1`,
    [caseNumber],
  );
  if (before === fromDay) return refuseDeed(facts, DEED, { clause, reason: 'invited-for-that-day' });
  await tx.run(`UPDATE invitation SET from_day = $2 WHERE case_number = $1`, [caseNumber, fromDay]);
  await tell(tx, now, record, facts, { mission, fromDay });
  return {
    outcome: { kind: 'invited-anew', caseNumber, at: now, fromDay, before },
    evidence: [{ what: 'invited-anew', clause, facts: { mission, before, fromDay } }],
  };
}

async function tell(
  tx: Tx,
  now: string,
  record: CaseRecord,
  { number: caseNumber, language, sealed_key }: CaseRow,
  said: { mission: MissionId; fromDay: string },
): Promise<void> {
  await addNotice(tx, now, {
    ...{ caseNumber, kind: 'invited', recipient: 'applicant', language, key: record.seal.openKey(sealed_key) },
    facts: { caseNumber, ...said },
  });
}

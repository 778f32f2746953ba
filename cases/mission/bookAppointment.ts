import { randomUUID } from 'node:crypto';
import { type MissionId, missionZone } from '../../law/signature-issuance/missions.ts';
import { dayInZone, type NotBookable, timeInZone, whyNotBookable } from '../../law/signature-issuance/slots.ts';
import { passBall } from '../record/ball.ts';
import type { Tx } from '../record/database.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type CaseRow, type NotFirst, onceInCase } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import { refuseDeed, type Refused } from '../record/refused.ts';
import { type AppointmentRow, bookedOf, noticeFacts } from './booked.ts';
import { awaitsSecond } from './identityChecks.ts';

/** What became of a booking; `startsAt` is in the post's own time, with its offset. */
export type BookingOutcome =
  | { kind: 'booked'; appointment: string; mission: string; startsAt: string; minutes: number; moved: boolean }
  | Refused<NotBookable | 'not-at-identity' | 'slot-unknown' | 'appointment-begun' | 'awaits-second-officer'>;

const DEED = 'book-appointment';
const CLAUSE = 'R1598/2.12';

/**
 * Books a free slot of the case's mission for its applicant (R1598/2.12). Who has one booked already moves to the new
 * one, under the same UID with the next sequence number (RFC 5545); two people never get one slot.
 */
export async function bookAppointment(
  record: CaseRecord,
  caseNumber: string,
  slotId: string,
  request: Repeatable,
): Promise<BookingOutcome | NotFirst | null> {
  return onceInCase<BookingOutcome>(record, caseNumber, { capacity: 'applicant' }, request, async (tx, now, facts) => {
    if (facts.stage !== 'identity') return refuseDeed(facts, DEED, { clause: CLAUSE, reason: 'not-at-identity' });
    if (await awaitsSecond(tx, caseNumber))
      return refuseDeed(facts, DEED, { clause: CLAUSE, reason: 'awaits-second-officer' });
    const slot = await lockSlot(tx, now, facts, slotId);
    if (slot.kind !== 'free') return refuseDeed(facts, DEED, { clause: CLAUSE, reason: slot.kind });

    const zone = missionZone(slot.mission);
    const former = await bookedOf(tx, caseNumber);
    // On a later day the former one is moved all the same: that its post wrote nothing must stop nobody.
    if (former !== null && former.starts_at <= now && dayInZone(zone, former.starts_at) === dayInZone(zone, now))
      return refuseDeed(facts, DEED, { clause: CLAUSE, reason: 'appointment-begun' });
    if (former !== null)
      await tx.run(`UPDATE appointment SET state = 'moved', ended_at = $2 WHERE id = $1`, [former.id, now]);

    const appointment = await insert(tx, now, caseNumber, slot, former);
    // After a check that no second officer confirmed the mission had the ball: now it is the applicant's to come again.
    await passBall(tx, now, caseNumber, 'applicant');
    await addNotice(tx, now, {
      caseNumber,
      kind: 'appointment-booked',
      recipient: 'applicant',
      language: facts.language,
      key: record.seal.openKey(facts.sealed_key),
      facts: noticeFacts(caseNumber, appointment, former !== null),
    });
    const startsAt = timeInZone(zone, slot.starts_at);
    const said = { appointment: appointment.id, mission: slot.mission, startsAt, minutes: slot.minutes };
    return {
      outcome: { kind: 'booked', ...said, moved: former !== null },
      evidence: [
        { what: 'appointment-booked', clause: CLAUSE, facts: { ...said, slot: slotId, movedFrom: former?.id ?? null } },
      ],
    };
  });
}

type FreeSlot = { kind: 'free'; id: string; mission: MissionId; starts_at: string; minutes: number };

/** Locks a slot of the case's mission and judges it; what others do to the slot waits for this deed. */
async function lockSlot(
  tx: Tx,
  now: string,
  { number, mission }: CaseRow,
  slotId: string,
): Promise<FreeSlot | { kind: NotBookable | 'slot-unknown' }> {
  const slot = await tx.maybe<Omit<FreeSlot, 'kind'> & { closed_at: string | null }>(
    `SELECT id, mission, starts_at, minutes, closed_at FROM slot WHERE id = $1 AND mission = $2 FOR UPDATE`,
    [slotId, mission],
  );
  if (slot === null) return { kind: 'slot-unknown' };
  const zone = missionZone(slot.mission);
  const { taken, closing, from_day } = await tx.one<{ taken: boolean; closing: boolean; from_day: string }>(
    `SELECT EXISTS (SELECT 1 FROM appointment WHERE slot_id = $1 AND state IN ('booked', 'kept', 'no-show')) AS taken,
            EXISTS (SELECT 1 FROM closing_day WHERE mission = $2 AND day = $3::date) AS closing,
            from_day FROM invitation WHERE case_number = $4`,
    [slotId, slot.mission, dayInZone(zone, slot.starts_at), number],
  );
  const { starts_at: startsAt, closed_at, ...rest } = slot;
  const why = whyNotBookable({
    startsAt,
    closed: closed_at !== null,
    taken,
    onClosingDay: closing,
    zone,
    fromDay: from_day,
    now,
  });
  return why === null ? { kind: 'free', starts_at: startsAt, ...rest } : { kind: why };
}

async function insert(
  tx: Tx,
  now: string,
  caseNumber: string,
  { id: slot, mission, starts_at, minutes }: FreeSlot,
  former: AppointmentRow | null,
): Promise<AppointmentRow> {
  const id = randomUUID();
  const uid = former?.uid ?? randomUUID();
  const sequence = former === null ? 0 : former.sequence + 1;
  await tx.run(
    `INSERT INTO appointment (id, case_number, slot_id, uid, sequence, booked_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, caseNumber, slot, uid, sequence, now],
  );
  return { id, state: 'booked', uid, sequence, mission, starts_at, minutes };
}

import type { MissionId } from '../../law/signature-issuance/missions.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import type { CaseRow } from '../record/inCase.ts';
import { addNotice, type StoredFacts } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';

/** An appointment with its slot; instants ISO. */
export type AppointmentRow = {
  id: string;
  state: 'booked' | 'moved' | 'cancelled' | 'kept' | 'no-show';
  uid: string;
  sequence: number;
  mission: MissionId;
  starts_at: string;
  minutes: number;
};

const SELECT = `
  SELECT a.id, a.state, a.uid, a.sequence, s.mission, s.starts_at, s.minutes
    FROM appointment a JOIN slot s ON s.id = a.slot_id WHERE a.case_number = $1`;

/** The appointment a case has booked; null when none. */
export async function bookedOf(tx: Tx, caseNumber: string): Promise<AppointmentRow | null> {
  return tx.maybe<AppointmentRow>(`${SELECT} AND a.state = 'booked'`, [caseNumber]);
}

/** An appointment of a case by its id; null when the case has no such one. */
export async function appointmentOf(tx: Tx, caseNumber: string, id: string): Promise<AppointmentRow | null> {
  return tx.maybe<AppointmentRow>(`${SELECT} AND a.id = $2`, [caseNumber, id]);
}

/** The appointments of a case for which its person may be standing at the counter, newest first. */
export async function attendable(tx: Tx, caseNumber: string): Promise<AppointmentRow[]> {
  return tx.many<AppointmentRow>(`${SELECT} AND a.state IN ('booked', 'kept') ORDER BY s.starts_at DESC`, [caseNumber]);
}

/** The number of the case an appointment belongs to; null when there is no such appointment. */
export async function caseOfAppointment(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.maybe<{ case_number: string }>(`SELECT case_number FROM appointment WHERE id = $1`, [id]);
  return row?.case_number ?? null;
}

/** The facts of an appointment's notices. */
export function noticeFacts(
  caseNumber: string,
  { mission, starts_at: startsAt, minutes, uid, sequence }: AppointmentRow,
  moved: boolean,
): StoredFacts['appointment-booked'] {
  return { caseNumber, mission, startsAt, minutes, uid, sequence, moved };
}

/** Cancels a booked appointment inside a deed, tells the applicant, and returns the evidence. */
export async function cancelBooked(
  tx: Tx,
  now: string,
  record: CaseRecord,
  facts: CaseRow,
  booked: AppointmentRow,
  by: StoredFacts['appointment-cancelled']['by'],
): Promise<Entry> {
  const sequence = await freeSlot(tx, now, booked);
  await addNotice(tx, now, {
    caseNumber: facts.number,
    kind: 'appointment-cancelled',
    recipient: 'applicant',
    language: facts.language,
    key: record.seal.openKey(facts.sealed_key),
    facts: { ...noticeFacts(facts.number, { ...booked, sequence }, false), by },
  });
  return cancelled(booked, by);
}

/** Cancels the appointment a case has booked where nobody need come any more; its evidence, or none. */
export async function cancelNeedless(tx: Tx, now: string, caseNumber: string): Promise<Entry[]> {
  const booked = await bookedOf(tx, caseNumber);
  if (booked === null) return [];
  await freeSlot(tx, now, booked);
  return [cancelled(booked, 'identity-confirmed')];
}

async function freeSlot(tx: Tx, now: string, booked: AppointmentRow): Promise<number> {
  const sequence = booked.sequence + 1;
  await tx.run(`UPDATE appointment SET state = 'cancelled', ended_at = $2, sequence = $3 WHERE id = $1`, [
    booked.id,
    now,
    sequence,
  ]);
  return sequence;
}

function cancelled({ id, starts_at }: AppointmentRow, by: string): Entry {
  const facts = { appointment: id, startsAt: starts_at, by };
  return { what: 'appointment-cancelled', clause: 'R1598/2.12', facts };
}

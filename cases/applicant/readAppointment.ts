import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** A booked appointment as an event of a calendar (RFC 5545): instants ISO. */
export type BookedEvent = {
  mission: string;
  startsAt: string;
  minutes: number;
  uid: string;
  sequence: number;
  madeAt: string;
};

/** The appointment that stands for a case; null where none is booked. */
export async function readAppointment(record: CaseRecord, caseNumber: string): Promise<BookedEvent | null> {
  return statements(record.database.ordinary).maybe<BookedEvent>(
    `SELECT s.mission, s.starts_at AS "startsAt", s.minutes, a.uid, a.sequence, a.booked_at AS "madeAt"
       FROM appointment a JOIN slot s ON s.id = a.slot_id WHERE a.case_number = $1 AND a.state = 'booked'`,
    [caseNumber],
  );
}

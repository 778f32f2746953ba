import type { Repeatable } from '../record/idempotency.ts';
import { type NotFirst, onceInCase } from '../record/inCase.ts';
import type { CaseRecord } from '../record/record.ts';
import { refuseDeed, type Refused } from '../record/refused.ts';
import { bookedOf, cancelBooked } from './booked.ts';

/** What became of a cancellation. */
export type CancellationOutcome =
  { kind: 'cancelled'; appointment: string } | Refused<'not-at-identity' | 'no-appointment' | 'appointment-begun'>;

/** Cancels the applicant's booked appointment before it begins (R1598/2.12); another may be booked at any time. */
export async function cancelAppointment(
  record: CaseRecord,
  caseNumber: string,
  request: Repeatable,
): Promise<CancellationOutcome | NotFirst | null> {
  const actor = { capacity: 'applicant' } as const;
  return onceInCase<CancellationOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const refuse = (reason: 'not-at-identity' | 'no-appointment' | 'appointment-begun') =>
      refuseDeed(facts, 'cancel-appointment', { clause: 'R1598/2.12', reason });
    if (facts.stage !== 'identity') return refuse('not-at-identity');
    const booked = await bookedOf(tx, caseNumber);
    if (booked === null) return refuse('no-appointment');
    if (booked.starts_at <= now) return refuse('appointment-begun');
    return {
      outcome: { kind: 'cancelled', appointment: booked.id },
      evidence: [await cancelBooked(tx, now, record, facts, booked, 'applicant')],
    };
  });
}

import { statements } from '../record/database.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type NotFirst, onceInCase } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused, refuseForeign } from '../record/refused.ts';
import { appointmentOf, caseOfAppointment } from './booked.ts';
import { ownMission } from './ownMission.ts';

/** What became of the record that nobody came. */
export type NoShowOutcome =
  | { kind: 'recorded'; caseNumber: string; appointment: string }
  | Refused<'not-at-identity' | 'appointment-not-booked' | 'appointment-not-begun'>
  | NotYours;

const DEED = 'record-no-show';

/**
 * Records that the applicant did not come at the appointed time (R1598/2.12). It ends nothing: the applicant is told and
 * may book again. Null when there is no such appointment.
 */
export async function recordNoShow(
  record: CaseRecord,
  actor: Actor,
  appointmentId: string,
  request: Repeatable,
): Promise<NoShowOutcome | NotFirst | null> {
  const caseNumber = await caseOfAppointment(statements(record.database.ordinary), appointmentId);
  if (caseNumber === null) return null;
  return onceInCase<NoShowOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const mission = await ownMission(tx, actor, facts);
    if (mission === null) return refuseForeign(DEED);
    const clause = 'R1598/2.12';
    if (facts.stage !== 'identity') return refuseDeed(facts, DEED, { clause, reason: 'not-at-identity' });
    const appointment = await appointmentOf(tx, caseNumber, appointmentId);
    if (appointment?.state !== 'booked') return refuseDeed(facts, DEED, { clause, reason: 'appointment-not-booked' });
    const startsAt = appointment.starts_at;
    if (startsAt > now) return refuseDeed(facts, DEED, { clause, reason: 'appointment-not-begun' });

    await tx.run(`UPDATE appointment SET state = 'no-show', ended_at = $2 WHERE id = $1`, [appointmentId, now]);
    await addNotice(tx, now, {
      caseNumber,
      kind: 'no-show',
      recipient: 'applicant',
      language: facts.language,
      key: record.seal.openKey(facts.sealed_key),
      facts: { caseNumber, mission, startsAt },
    });
    return {
      outcome: { kind: 'recorded', caseNumber, appointment: appointmentId },
      evidence: [{ what: 'no-show', clause, facts: { appointment: appointmentId, startsAt } }],
    };
  });
}

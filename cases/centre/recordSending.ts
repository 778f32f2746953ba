import type { Centre } from '../../law/signature-issuance/parties.ts';
import { inCase, NOTHING_DONE } from '../record/inCase.ts';
import { closeIncident, openIncident } from '../record/incidents.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 3_600_000;
const TRIES_BEFORE_INCIDENT = 3;

/** An attempt to hand the application of a round to its Centre. */
type Attempt = { caseNumber: string; centre: Centre; round: number };

/** Records that the Centre's system has taken the application (R1598/2.8-route). */
export async function recordSent(record: CaseRecord, { caseNumber, centre, round }: Attempt): Promise<void> {
  await inCase<null>(record, caseNumber, THE_PROCEDURE, async (tx, now) => {
    const first = await tx.run(
      `UPDATE centre_request SET attempts = attempts + 1, acknowledged_at = $3
        WHERE case_number = $1 AND round = $2 AND acknowledged_at IS NULL`,
      [caseNumber, round, now],
    );
    if (first === 0) return { outcome: null, evidence: NOTHING_DONE };
    await closeIncident(tx, now, { caseNumber, kind: 'centre-not-reached', holder: centre }, 'acknowledged');
    return {
      outcome: null,
      evidence: [{ what: 'centre-acknowledged', clause: 'R1598/2.8-route', facts: { centre, round } }],
    };
  });
}

/**
 * Records that the Centre could not be reached: tried again at growing distances of an hour at most; after the third
 * failure an incident stands at the operator's desk. `failure` is our own code, never the party's text.
 */
export async function recordNotSent(
  record: CaseRecord,
  { caseNumber, centre, round, failure }: Attempt & { failure: string },
): Promise<void> {
  await inCase<null>(record, caseNumber, THE_PROCEDURE, async (tx, now, facts) => {
    const row = await tx.maybe<{ attempts: number }>(
      `UPDATE centre_request SET attempts = attempts + 1,
              next_attempt_at = machine_now() + least($3 * power(2, least(attempts, 20)), $4) * interval '1 millisecond'
        WHERE case_number = $1 AND round = $2 AND acknowledged_at IS NULL RETURNING attempts`,
      [caseNumber, round, FIRST_WAIT_MS, LONGEST_WAIT_MS],
    );
    if (row === null) return { outcome: null, evidence: NOTHING_DONE };
    const { attempts } = row;
    if (facts.stage === 'centre' && attempts === TRIES_BEFORE_INCIDENT)
      await openIncident(tx, now, { caseNumber, kind: 'centre-not-reached', holder: centre });
    return {
      outcome: null,
      evidence: [
        { what: 'centre-not-reached', clause: 'R1598/2.8-route', facts: { centre, round, failure, attempt: attempts } },
      ],
    };
  });
}

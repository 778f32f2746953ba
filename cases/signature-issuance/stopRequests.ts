import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { statements } from '../record/database.ts';
import { inCase } from '../record/inCase.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';

/** An agency that is still to be told that its opinion is not needed any more. */
export type Untold = { agency: Agency; message_id: string; stop_why: 'negative-opinion' | 'withdrawn'; ms: number };

/** The agencies of an ended case that took the request and were not yet told to stop; `ms` until the next attempt. */
export async function agenciesToStop(record: CaseRecord, caseNumber: string): Promise<Untold[]> {
  return statements(record.database.ordinary).many<Untold>(
    `SELECT agency, message_id, stop_why,
            greatest(0, extract(epoch FROM next_attempt_at - machine_now())::float8 * 1000) AS ms
       FROM opinion_request
      WHERE case_number = $1 AND stop_why IS NOT NULL AND stop_told_at IS NULL AND acknowledged_at IS NOT NULL
      ORDER BY agency`,
    [caseNumber],
  );
}

/** Records that an agency was told to stop, or (with `failure`, our own code) that it could not be reached for it. */
export async function recordStop(
  record: CaseRecord,
  caseNumber: string,
  told: { agency: Agency; failure: string | null },
): Promise<void> {
  await inCase<null>(record, caseNumber, THE_PROCEDURE, async (tx, now) => {
    const { agency, failure } = told;
    await tx.run(
      failure === null
        ? `UPDATE opinion_request SET stop_told_at = $3 WHERE case_number = $1 AND agency = $2`
        : `UPDATE opinion_request SET attempts = attempts + 1, next_attempt_at = machine_now()
             + least(5000 * power(2, least(attempts, 20)), 3600000) * interval '1 millisecond'
            WHERE case_number = $1 AND agency = $2 AND $3::timestamptz IS NOT NULL`,
      [caseNumber, agency, now],
    );
    return {
      outcome: null,
      evidence: [{ what: failure === null ? 'told-to-stop' : 'stop-not-delivered', facts: { agency, failure } }],
    };
  });
}

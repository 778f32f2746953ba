import type { Party } from '../../law/signature-issuance/parties.ts';
import type { Tx } from './database.ts';

/** Writes who has the ball from `now` on; null when nobody's deed is awaited any more. Unchanged, its instant stays. */
export async function passBall(tx: Tx, now: string, caseNumber: string, to: Party | null): Promise<void> {
  await tx.run(
    `UPDATE "case" SET waits_for = $2, waits_since = CASE WHEN $2::text IS NOT NULL THEN $3::timestamptz END
      WHERE number = $1 AND waits_for IS DISTINCT FROM $2`,
    [caseNumber, to, now],
  );
}

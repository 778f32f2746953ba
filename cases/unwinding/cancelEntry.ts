import type { ClauseId } from '../../law/clauses.ts';
import type { Tx } from '../record/database.ts';

/**
 * Writes that a case's entry of the virtual FIN is cancelled (R1598/2.13). The number itself stays its person's for ever
 * (R1598/1.2.7), and an identity card's FIN is touched by nothing here (2.8-citizen).
 */
export async function cancelEntry(tx: Tx, now: string, caseNumber: string, clause: ClauseId): Promise<void> {
  await tx.run(
    `INSERT INTO fin_cancellation (case_number, person_id, clause, at)
     SELECT case_number, person_id, $2, $3 FROM virtual_fin WHERE case_number = $1
     ON CONFLICT (case_number) DO NOTHING`,
    [caseNumber, clause, now],
  );
}

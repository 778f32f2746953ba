import type { ClauseId } from '../../law/clauses.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';

/**
 * Ends the waiting for things that will not come back, in a case that ended without a certificate: the operator has
 * settled that they are lost or spoilt (ADR 22). Returns the evidence.
 */
export async function writeOff(tx: Tx, now: string, caseNumber: string, items: readonly string[]): Promise<Entry[]> {
  const rows = await tx.many<{ item: string; clause: ClauseId }>(
    `UPDATE unwinding SET done_at = $3
      WHERE case_number = $1 AND what = 'return-item' AND done_at IS NULL AND about = ANY ($2)
      RETURNING about AS item, clause`,
    [caseNumber, items, now],
  );
  return rows.map(({ item, clause }) => ({
    what: 'unwound',
    clause,
    facts: { step: 'return-item', item, how: 'written-off' },
  }));
}

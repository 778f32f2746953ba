import type { ClauseId } from '../../law/clauses.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';

const MOVE = `
  UPDATE unwinding u SET holder = $4, done_at = CASE WHEN maker.holder = $4 THEN $5::timestamptz END
    FROM custody_holding maker
   WHERE u.case_number = $1 AND u.what = 'return-item' AND u.done_at IS NULL AND u.about = ANY ($2)
     AND maker.item_id = u.about::uuid AND maker.n = 1 AND u.holder = $3
  RETURNING u.about AS item, u.clause, u.done_at`;

/**
 * Writes where things on their way back now are; one that has reached whoever made it is unwound. Returns the evidence
 * of those, and whether there are any.
 */
export async function markReturned(
  tx: Tx,
  now: string,
  caseNumber: string,
  moved: { handoverId: string; giver: string; taker: string; items: readonly { id: string }[] },
): Promise<{ entries: Entry[]; wake: boolean }> {
  const ids = moved.items.map(({ id }) => id);
  const rows = await tx.many<{ item: string; clause: ClauseId; done_at: string | null }>(MOVE, [
    caseNumber,
    ids,
    moved.giver,
    moved.taker,
    now,
  ]);
  const entries = rows
    .filter(({ done_at }) => done_at !== null)
    .map(({ item, clause }) => ({
      what: 'unwound',
      clause,
      facts: { step: 'return-item', item, handover: moved.handoverId, to: moved.taker },
    }));
  return { entries, wake: entries.length > 0 };
}

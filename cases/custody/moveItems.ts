import type { Party } from '../../law/signature-issuance/parties.ts';
import type { Tx } from '../record/database.ts';

const MOVE = `
  WITH given AS (
    UPDATE custody_holding SET until = $2 WHERE item_id = ANY ($1) AND until IS NULL AND holder = $3
    RETURNING item_id, n
  )
  INSERT INTO custody_holding (item_id, n, holder, since, handover_id) SELECT item_id, n + 1, $4, $2, $5 FROM given`;

/**
 * Moves things from the giver's hands into the taker's at `now`, under an act: one holding ends at the instant the next
 * begins. Throws where one of them is not in the giver's hands.
 */
export async function moveItems(
  tx: Tx,
  now: string,
  act: { handoverId: string; giver: Party; taker: Party },
  itemIds: readonly string[],
): Promise<void> {
  const moved = await tx.run(MOVE, [itemIds, now, act.giver, act.taker, act.handoverId]);
  if (moved !== itemIds.length) throw new Error('a thing to be moved is not in its giver’s hands');
}

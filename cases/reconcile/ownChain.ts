import type { Tx } from '../record/database.ts';
import type { Actor } from '../record/record.ts';

/** The reconciler as the evidence names it. */
export const THE_RECONCILER: Actor = { capacity: 'installation', id: 'reconciler' };

/**
 * The chain a run is written to: the installation's own, or, where that one's head is not its newest row and nothing can
 * follow on it, one of the reconciler's.
 */
export async function ownChain(tx: Tx): Promise<'installation' | 'reconciler'> {
  const { whole } = await tx.one<{ whole: boolean }>(
    `SELECT NOT EXISTS (
       SELECT 1 FROM chain_head h
         LEFT JOIN LATERAL (SELECT seq, hash FROM evidence e WHERE e.chain = h.chain ORDER BY seq DESC LIMIT 1) e ON true
        WHERE h.chain = 'installation' AND (h.seq, h.hash) IS DISTINCT FROM (e.seq, e.hash)) AS whole`,
  );
  return whole ? 'installation' : 'reconciler';
}

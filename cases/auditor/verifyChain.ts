import { type ChainHead, type EvidenceRow, faultOfRow, type RowFault } from '../../proof/chain.ts';
import { statements, type Tx } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** What the walk along a chain found; `head` says whether the stored head is the last row. */
export type ChainVerdict =
  | { kind: 'whole'; rows: number; hash: string; checkpoint: { n: number; at: string; seq: number } | null }
  | { kind: 'broken'; row: number; fault: RowFault | 'row-missing' | 'head-differs' }
  | { kind: 'unknown' };

const PAGE = 1_000;

/** Walks a chain from its first row: each hash anew, each row by the one before, its head last; null rows are none. */
export async function verifyChain(record: CaseRecord, chain: string): Promise<ChainVerdict> {
  const tx = statements(record.database.ordinary);
  let before: ChainHead | null = null;
  for (;;) {
    const rows: EvidenceRow[] = await rowsAfter(tx, chain, before?.seq ?? 0);
    for (const row of rows) {
      const fault = faultOfRow(row, before);
      if (fault !== null) {
        const expected: number = (before?.seq ?? 0) + 1;
        return fault === 'out-of-order' && row.seq > expected
          ? { kind: 'broken', row: expected, fault: 'row-missing' }
          : { kind: 'broken', row: row.seq, fault };
      }
      before = { chain, seq: row.seq, hash: row.hash };
    }
    if (rows.length < PAGE) break;
  }
  if (before === null) return { kind: 'unknown' };
  const head = await tx.maybe<{ seq: number; hash: string; n: number | null; at: string | null; checked: number }>(
    `SELECT h.seq, h.hash, c.n, c.at, h.checkpointed_seq AS checked FROM chain_head h
       LEFT JOIN checkpoint c ON c.n = h.checkpointed_in WHERE h.chain = $1`,
    [chain],
  );
  // A row may have been appended since the walk.
  if (head === null || head.seq < before.seq || (head.seq === before.seq && head.hash !== before.hash))
    return { kind: 'broken', row: before.seq, fault: 'head-differs' };
  const checkpoint = head.n === null || head.at === null ? null : { n: head.n, at: head.at, seq: head.checked };
  return { kind: 'whole', rows: before.seq, hash: before.hash, checkpoint };
}

function rowsAfter(tx: Tx, chain: string, seq: number): Promise<EvidenceRow[]> {
  return tx.many<EvidenceRow>(
    `SELECT chain, seq, at, body, previous, hash FROM evidence WHERE chain = $1 AND seq > $2 ORDER BY seq LIMIT ${PAGE}`,
    [chain, seq],
  );
}

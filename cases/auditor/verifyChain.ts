import { type ChainHead, type EvidenceRow, faultOfRow, type RowFault } from '../../proof/chain.ts';
import { readSignedCheckpoint, type StoredCheckpoint } from '../../proof/checkpointTrail.ts';
import type { TrustedKeys } from '../../proof/trust.ts';
import { statements, type Tx } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** What is wrong with a chain, at the row it is seen at. */
export type ChainFault =
  RowFault | 'row-missing' | 'head-differs' | 'checkpoint-missing' | 'checkpoint-unsigned' | 'not-as-checkpointed';

/** What the walk along a chain found; `checkpoint` is the signed one that covers it up to row `seq`. */
export type ChainVerdict =
  | { kind: 'whole'; rows: number; hash: string; checkpoint: { n: number; at: string; seq: number } | null }
  | { kind: 'broken'; row: number; fault: ChainFault }
  | { kind: 'unknown' };

const PAGE = 1_000;

type Head = { seq: number; hash: string; checked: number; wasChecked: boolean } & {
  [K in keyof StoredCheckpoint]: StoredCheckpoint[K] | null;
};

const HEAD = `
  SELECT h.seq, h.hash, h.checkpointed_seq AS checked, h.checkpointed_in IS NOT NULL AS "wasChecked", c.n, c.at, c.jws
    FROM chain_head h LEFT JOIN checkpoint c ON c.n = h.checkpointed_in WHERE h.chain = $1`;

/**
 * Walks a chain from its first row: each hash anew, each row by the one before, up to the head; then the signature of the
 * checkpoint that covers it, and whether it names the very row. Somebody who writes a chain anew with its head is found
 * by the checkpoint, which he cannot sign.
 */
export async function verifyChain(record: CaseRecord, chain: string, trust: TrustedKeys): Promise<ChainVerdict> {
  const tx = statements(record.database.ordinary);
  // The head before the rows: what is appended meanwhile lies beyond it.
  const head = await tx.maybe<Head>(HEAD, [chain]);
  const walked = await walk(tx, chain, [head?.seq ?? 0, head?.checked ?? 0]);
  if (walked.kind === 'broken') return walked;
  if (walked.rows === 0 && head === null) return { kind: 'unknown' };
  const broken = (row: number, fault: ChainFault) => ({ kind: 'broken', row, fault }) as const;
  if (head === null) return broken(walked.rows, 'head-differs');
  if (walked.rows < head.seq) return broken(walked.rows + 1, 'row-missing');
  if (walked.hashes.get(head.seq) !== head.hash) return broken(head.seq, 'head-differs');
  const whole = { kind: 'whole', rows: walked.rows, hash: walked.last } as const;
  if (!head.wasChecked) return { ...whole, checkpoint: null };
  const { n, at, jws, checked } = head;
  if (n === null || at === null || jws === null) return broken(checked, 'checkpoint-missing');
  const signed = await readSignedCheckpoint({ n, at, jws }, trust);
  if (signed.kind === 'fault') return broken(checked, 'checkpoint-unsigned');
  const named = signed.checkpoint.heads.find((one) => one.chain === chain);
  if (named?.seq !== checked || named.hash !== walked.hashes.get(checked))
    return broken(checked, 'not-as-checkpointed');
  return { ...whole, checkpoint: { n, at, seq: checked } };
}

type Walked = { kind: 'walked'; rows: number; last: string; hashes: Map<number, string> };

/** All rows in their order; the hashes of the rows asked for are kept. */
async function walk(
  tx: Tx,
  chain: string,
  kept: readonly number[],
): Promise<Walked | Extract<ChainVerdict, { kind: 'broken' }>> {
  const hashes = new Map<number, string>();
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
      if (kept.includes(row.seq)) hashes.set(row.seq, row.hash);
    }
    if (rows.length < PAGE) return { kind: 'walked', rows: before?.seq ?? 0, last: before?.hash ?? '', hashes };
  }
}

/** A chain's rows after a number, at most `PAGE`. */
function rowsAfter(tx: Tx, chain: string, seq: number): Promise<EvidenceRow[]> {
  return tx.many<EvidenceRow>(
    `SELECT chain, seq, at, body, previous, hash FROM evidence WHERE chain = $1 AND seq > $2 ORDER BY seq LIMIT ${PAGE}`,
    [chain, seq],
  );
}

/** The rows of one chain after a number, as the auditor reads them on the screen. */
export async function readChainRows(
  record: CaseRecord,
  chain: string,
  { after, most }: { after: number; most: number },
): Promise<EvidenceRow[]> {
  return statements(record.database.ordinary).many<EvidenceRow>(
    `SELECT chain, seq, at, body, previous, hash FROM evidence WHERE chain = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [chain, after, most],
  );
}

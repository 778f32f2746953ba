import type pg from 'pg';
import { type ChainHead, faultOfRow } from '../../proof/chain.ts';
import type { EvidenceFault } from '../../proof/evidenceFault.ts';
import { evidenceRows } from './pages.ts';

/** Walks all rows of evidence, each judged by the one before it in its chain; how many there are, or the first fault. */
export async function checkRows(
  client: pg.Client,
): Promise<{ kind: 'ok'; rows: number } | { kind: 'fault'; fault: EvidenceFault }> {
  let before: ChainHead | null = null;
  let rows = 0;
  for await (const row of evidenceRows(client)) {
    if (before !== null && before.chain !== row.chain) before = null;
    const expected: number = (before?.seq ?? 0) + 1;
    const { chain, seq, hash } = row;
    const fault = faultOfRow(row, before);
    if (fault === 'out-of-order' && seq > expected)
      return { kind: 'fault', fault: { kind: 'row-missing', chain, seq: expected } };
    if (fault !== null) return { kind: 'fault', fault: { kind: 'row', chain, seq, fault } };
    before = { chain, seq, hash };
    rows += 1;
  }
  return { kind: 'ok', rows };
}

type Head = { chain: string; seq: number; last: number | null };

/**
 * Compares the chains, which `checkRows` has found whole, with their heads and with the cases: a tail cut off, a chain
 * or case that is gone, a head that disagrees. Null where all agree.
 */
export async function checkHeadsAndCases(client: pg.Client): Promise<EvidenceFault | null> {
  const { rows: heads } = await client.query<Head>(
    `SELECT h.chain, h.seq, (SELECT max(e.seq) FROM evidence e WHERE e.chain = h.chain) AS last
       FROM chain_head h LEFT JOIN evidence at_head ON at_head.chain = h.chain AND at_head.seq = h.seq
      WHERE at_head.hash IS DISTINCT FROM h.hash
         OR EXISTS (SELECT 1 FROM evidence e WHERE e.chain = h.chain AND e.seq > h.seq)
      ORDER BY h.chain LIMIT 1`,
  );
  const [head] = heads;
  if (head !== undefined) {
    const { chain, seq, last } = head;
    if (last === null) return { kind: 'chain-missing', chain, by: 'chain-head' };
    return last < seq ? { kind: 'tail-cut', chain, seq, last, by: 'chain-head' } : { kind: 'head-disagrees', chain };
  }
  const first = async (text: string) => (await client.query<{ chain: string }>(`${text} ORDER BY 1 LIMIT 1`)).rows[0];
  const headless = await first(
    `SELECT chain FROM evidence e WHERE seq = 1 AND NOT EXISTS (SELECT 1 FROM chain_head h WHERE h.chain = e.chain)`,
  );
  if (headless !== undefined) return { kind: 'head-disagrees', chain: headless.chain };
  const caseless = await first(
    `SELECT chain FROM evidence e WHERE seq = 1 AND starts_with(chain, 'case:')
        AND NOT EXISTS (SELECT 1 FROM "case" c WHERE c.number = substr(e.chain, 6))`,
  );
  if (caseless !== undefined) return { kind: 'case-missing', chain: caseless.chain };
  const chainless = await first(
    `SELECT 'case:' || number AS chain FROM "case" c
      WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e.chain = 'case:' || c.number AND e.seq = 1)`,
  );
  return chainless === undefined ? null : { kind: 'case-without-chain', chain: chainless.chain };
}

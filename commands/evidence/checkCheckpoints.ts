import type pg from 'pg';
import type { ChainHead } from '../../proof/chain.ts';
import { type Installation, judgeCheckpoint, type StoredCheckpoint } from '../../proof/checkpointTrail.ts';
import type { EvidenceFault } from '../../proof/evidenceFault.ts';
import type { TrustedKeys } from '../../proof/trust.ts';
import type { CheckpointLines } from './checkpointLines.ts';
import { storedCheckpoints } from './pages.ts';

type Checked = { kind: 'ok'; checkpoints: number } | { kind: 'fault'; fault: EvidenceFault };

/**
 * Walks the checkpoints inside the database beside the same ones outside: signatures, order, each naming the one
 * before, both places alike; and looks up every row that one of them names. `patienceMs` is how long to wait for a line
 * that is just being written. How many there are, or the first fault.
 */
export async function checkCheckpoints(
  client: pg.Client,
  lines: CheckpointLines,
  facts: { installation: Installation; trust: TrustedKeys; patienceMs: number },
): Promise<Checked> {
  let before: StoredCheckpoint | null = null;
  let checkpoints = 0;
  for await (const stored of storedCheckpoints(client)) {
    const judged = await judgeCheckpoint(stored, before, facts.installation, facts.trust);
    if (judged.kind === 'fault') return { kind: 'fault', fault: { ...judged, kind: 'checkpoint' } };
    const { n, jws } = stored;
    const line = await lines.next(facts.patienceMs);
    if (line?.kind !== 'checkpoint' || line.n !== n)
      return { kind: 'fault', fault: { kind: 'checkpoint', n, fault: 'missing-outside' } };
    if (line.jws !== jws) return { kind: 'fault', fault: { kind: 'checkpoint', n, fault: 'different-outside' } };
    const fault = await faultOfNamed(client, judged.checkpoint.heads, n);
    if (fault !== null) return { kind: 'fault', fault };
    before = stored;
    checkpoints += 1;
  }
  // What was written outside before we began to read must stand inside; what came since is too new for us.
  const more = await lines.next();
  if (more !== null && more.start < lines.size)
    return { kind: 'fault', fault: { kind: 'checkpoint', n: checkpoints + 1, fault: 'missing-inside' } };
  const vanished = await faultOfVanished(client);
  return vanished === null ? { kind: 'ok', checkpoints } : { kind: 'fault', fault: vanished };
}

/** Whether each row that a checkpoint names stands as it was named. */
async function faultOfNamed(client: pg.Client, heads: readonly ChainHead[], n: number): Promise<EvidenceFault | null> {
  const { rows } = await client.query<{ chain: string; seq: number; stands: boolean; last: number | null }>(
    `SELECT named.chain, named.seq, e.hash IS NOT NULL AS stands,
            (SELECT max(seq) FROM evidence l WHERE l.chain = named.chain) AS last
       FROM unnest($1::text[], $2::integer[], $3::text[]) AS named (chain, seq, hash)
       LEFT JOIN evidence e ON e.chain = named.chain AND e.seq = named.seq
      WHERE e.hash IS DISTINCT FROM named.hash LIMIT 1`,
    [heads.map(({ chain }) => chain), heads.map(({ seq }) => seq), heads.map(({ hash }) => hash)],
  );
  const [bad] = rows;
  if (bad === undefined) return null;
  const { chain, seq, stands, last } = bad;
  if (stands) return { kind: 'row-not-as-checkpointed', chain, seq, n };
  return last === null ? { kind: 'chain-missing', chain, by: n } : { kind: 'tail-cut', chain, seq, last, by: n };
}

/**
 * Each head remembers up to which row checkpoints cover its chain. Where no checkpoint says so any more, the newest was
 * taken away inside and outside at once. The texts were verified before, so the database may take them apart.
 */
async function faultOfVanished(client: pg.Client): Promise<EvidenceFault | null> {
  const { rows } = await client.query<{ chain: string; seq: number }>(
    `WITH texts AS (SELECT translate(split_part(jws, '.', 2), '-_', '+/') AS text FROM checkpoint),
          named AS (
            SELECT head ->> 'chain' AS chain, max((head ->> 'seq')::integer) AS seq
              FROM texts, json_array_elements(
                     convert_from(decode(rpad(text, (length(text) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::json -> 'heads'
                   ) AS head
             GROUP BY 1)
     SELECT h.chain, h.checkpointed_seq AS seq
       FROM chain_head h LEFT JOIN named USING (chain)
      WHERE h.checkpointed_seq <> coalesce(named.seq, 0) ORDER BY 1 LIMIT 1`,
  );
  const [bad] = rows;
  return bad === undefined ? null : { kind: 'checkpoint-vanished', ...bad };
}

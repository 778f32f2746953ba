import type { Signer } from '../../adapters/ports.ts';
import { checkpointDigest, checkpointPayload } from '../../proof/checkpoint.ts';
import { statements } from './database.ts';
import type { CaseRecord } from './record.ts';

/** Keeps a checkpoint outside the database; `upTo` is what it holds already. */
export type OutsideStore = { lastNumber(): Promise<number>; append(n: number, jws: string): Promise<void> };

type Last = { n: number; jws: string };
type Head = { chain: string; seq: number; hash: string };

/**
 * Puts all new heads of the evidence chains into one signed checkpoint that names the one before, kept in the database
 * and outside it. One process does it at a time; a checkpoint that a crash kept from going outside goes there first.
 * Returns its number, or null when nothing is new or another process is at it.
 */
export async function makeCheckpoint(
  record: CaseRecord,
  signer: Signer,
  outside: OutsideStore,
): Promise<number | null> {
  const client = await record.database.ordinary.connect();
  try {
    const tx = statements(client);
    const { mine } = await tx.one<{ mine: boolean }>(`SELECT pg_try_advisory_lock(77001) AS mine`);
    if (!mine) return null;
    try {
      const kept = await outside.lastNumber();
      for (const { n, jws } of await tx.many<Last>(`SELECT n, jws FROM checkpoint WHERE n > $1 ORDER BY n`, [kept]))
        await outside.append(n, jws);

      const heads = await tx.many<Head>(
        `SELECT chain, seq, hash FROM chain_head WHERE seq > checkpointed_seq ORDER BY chain LIMIT 20000`,
      );
      if (heads.length === 0) return null;
      const last = await tx.maybe<Last>(`SELECT n, jws FROM checkpoint ORDER BY n DESC LIMIT 1`);
      const facts = await tx.one<{ id: string; nature: 'production' | 'rehearsal'; at: string }>(
        `SELECT id, nature, machine_now() AS at FROM installation`,
      );
      const n = (last?.n ?? 0) + 1;
      const payload = checkpointPayload({
        n,
        at: facts.at,
        installation: facts.id,
        nature: facts.nature,
        previous: last === null ? null : checkpointDigest(last.jws),
        heads,
      });
      const jws = await signer.sign(Buffer.from(payload, 'utf8'), 'mohlet-checkpoint+jws');
      await tx.run(
        `WITH made AS (INSERT INTO checkpoint (n, at, jws) VALUES ($1, $2, $3))
         UPDATE chain_head h SET checkpointed_seq = k.seq, checkpointed_in = $1
           FROM unnest($4::text[], $5::integer[]) AS k (chain, seq) WHERE h.chain = k.chain`,
        [n, facts.at, jws, heads.map(({ chain }) => chain), heads.map(({ seq }) => seq)],
      );
      await outside.append(n, jws);
      return n;
    } finally {
      await tx.run(`SELECT pg_advisory_unlock(77001)`);
    }
  } finally {
    client.release();
  }
}

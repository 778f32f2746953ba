import pg from 'pg';
import type { Installation } from '../../proof/checkpointTrail.ts';
import type { EvidenceOutcome } from '../../proof/evidenceFault.ts';
import type { TrustedKeys } from '../../proof/trust.ts';
import { checkHeadsAndCases, checkRows } from './checkChains.ts';
import { checkCheckpoints } from './checkCheckpoints.ts';
import { openCheckpointLines } from './checkpointLines.ts';

/** Where the evidence is: a database URL (the reader's role is enough), the file of checkpoints, the keys believed. */
export type WhereEvidenceIs = { url: string; checkpointsFile: string; trust: TrustedKeys; patienceMs?: number };

/**
 * Checks all evidence of an installation in one snapshot and constant memory: every row by its chain, chains by their
 * heads and cases, checkpoints inside by those outside, and the rows they name. Throws where the database or the file
 * cannot be read. Rows newer than the last checkpoint (`uncovered`, as a rule those of the last minute) are held by
 * their chain's head alone: whoever may write to the tables could cut or replace those and leave no trace. And whoever
 * may also rewrite the file outside could take away the newest checkpoints with all they cover: keep it, or a copy of
 * it, where the database's owner cannot write.
 */
export async function verifyEvidence(where: WhereEvidenceIs): Promise<EvidenceOutcome> {
  const { url, checkpointsFile, trust, patienceMs = 5_000 } = where;
  const lines = await openCheckpointLines(checkpointsFile);
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks also fails the statement that waits on it; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: installations } = await client.query<Installation>('SELECT id, nature FROM installation');
    const [installation] = installations;
    if (installation === undefined) throw new Error('the database holds no installation');
    const chains = await checkRows(client);
    if (chains.kind === 'fault') return chains;
    const disagreement = await checkHeadsAndCases(client);
    if (disagreement !== null) return { kind: 'fault', fault: disagreement };
    const trail = await checkCheckpoints(client, lines, { installation, trust, patienceMs });
    if (trail.kind === 'fault') return trail;
    const { rows: newer } = await client.query<{ uncovered: number }>(
      'SELECT coalesce(sum(seq - checkpointed_seq), 0)::float8 AS uncovered FROM chain_head',
    );
    return { kind: 'ok', rows: chains.rows, checkpoints: trail.checkpoints, uncovered: newer[0]?.uncovered ?? 0 };
  } finally {
    await client.end();
    await lines.close();
  }
}

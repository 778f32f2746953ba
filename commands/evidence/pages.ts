import type pg from 'pg';
import type { EvidenceRow } from '../../proof/chain.ts';
import type { StoredCheckpoint } from '../../proof/checkpointTrail.ts';

const ISO = `to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at`;
const ROWS = 2_000;
const CHECKPOINTS = 20;

/** All rows of evidence, chain by chain and each in order, read a page at a time. */
export async function* evidenceRows(client: pg.Client): AsyncGenerator<EvidenceRow> {
  let after: [string, number] = ['', -2_147_483_648];
  for (;;) {
    const { rows } = await client.query<EvidenceRow>(
      `SELECT chain, seq, ${ISO}, body, previous, hash FROM evidence
        WHERE (chain, seq) > ($1, $2) ORDER BY chain, seq LIMIT ${ROWS}`,
      after,
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS) return;
    after = [last.chain, last.seq];
  }
}

/** All checkpoints inside the database in order, read a page at a time (one may name 20,000 heads). */
export async function* storedCheckpoints(client: pg.Client): AsyncGenerator<StoredCheckpoint> {
  let after = -2_147_483_648;
  for (;;) {
    const { rows } = await client.query<StoredCheckpoint>(
      `SELECT n, ${ISO}, jws FROM checkpoint WHERE n > $1 ORDER BY n LIMIT ${CHECKPOINTS}`,
      [after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < CHECKPOINTS) return;
    after = last.n;
  }
}

import { inTransaction, statements, type Tx } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { readStatistics, type Statistics } from './readStatistics.ts';

/** Counted up by a release that publishes other figures: a month published in an older form is then published anew. */
const FORMAT = 3;

/** With millions of cases the month is computed longer than any page may take. */
const COMPUTED_WITHIN = '10min';

const LOCK = 77002;

const PUBLISHED = `
  SELECT body, until = month AS current
    FROM published_statistics, CAST(date_trunc('month', legal_now() AT TIME ZONE 'Asia/Baku') AS date) AS month
   WHERE format = $1 AND until <= month ORDER BY until DESC LIMIT 1`;

type Row = { body: string; current: boolean };

/**
 * The statistics of this month as published, read in one row; the first who asks for a new month has them computed, and
 * whoever asks meanwhile is shown the month before.
 */
export async function publishedStatistics(record: CaseRecord): Promise<Statistics> {
  const known = await statements(record.database.ordinary).maybe<Row>(PUBLISHED, [FORMAT]);
  const published = known?.current === true ? known : ((await publish(record, known === null)) ?? known);
  if (published === null) throw new Error('nothing was published');
  return JSON.parse(published.body) as Statistics;
}

/** Publishes this month's statistics where they are not yet; says whether it did. */
export async function publishStatistics(record: CaseRecord): Promise<boolean> {
  const known = await statements(record.database.ordinary).maybe<Row>(PUBLISHED, [FORMAT]);
  return known?.current !== true && (await publish(record, false)) !== null;
}

/** One process computes a month; another one waits for it (`wait`) or is answered null at once. */
async function publish(record: CaseRecord, wait: boolean): Promise<Row | null> {
  return inTransaction<Row | null>(record.database.ordinary, async (tx) => {
    await tx.run(`SELECT set_config('statement_timeout', $1, true)`, [COMPUTED_WITHIN]);
    if (!(await isMine(tx, wait))) return null;
    const meanwhile = await tx.maybe<Row>(PUBLISHED, [FORMAT]);
    if (meanwhile?.current === true) return meanwhile;
    const statistics = await readStatistics(tx);
    const body = JSON.stringify(statistics);
    await tx.run(`INSERT INTO published_statistics (until, format, body, made_at) VALUES ($1, $2, $3, machine_now())`, [
      statistics.until,
      FORMAT,
      body,
    ]);
    return { body, current: true };
  });
}

async function isMine(tx: Tx, wait: boolean): Promise<boolean> {
  if (wait) await tx.run(`SELECT pg_advisory_xact_lock(${LOCK})`);
  return wait || (await tx.one<{ mine: boolean }>(`SELECT pg_try_advisory_xact_lock(${LOCK}) AS mine`)).mine;
}

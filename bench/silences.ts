import { eventRows } from './cases.ts';
import { lanes } from './lanes.ts';
import type { Bench } from './openBench.ts';
import type { Measure } from './report.ts';
import type { Size } from './sizes.ts';
import { percentile } from './statistics.ts';
import { waitUntil } from './waitUntil.ts';

/** A Monday with no holiday in its week (law/calendar), so that registration, reminder and end lie on ordinary days. */
const MONDAY = '2026-06-01T10:00:00+04:00';
const TARGET_MS = 10_000;

/**
 * So many cases whose terms end at one instant in silence, the clock running across it: how long after the end the
 * record holds each decision, by the two stored instants. Throws when one stands before its end, for
 * nothing may be early (R1598/2.8).
 */
export async function measureSilences(bench: Bench, size: Size): Promise<Measure[]> {
  await bench.agenciesWill('silent');
  await bench.centresWill('silent');
  await bench.test.forward(MONDAY);
  bench.say(`silences: ${size.silences} cases are opened`);
  const opened = await lanes(16, await bench.upload(size.silences), (uploads) => bench.apply(uploads));
  await bench.settle();
  const numbers = opened.map(({ caseNumber }) => caseNumber);
  const end = await theOneEnd(bench, numbers);

  // One move of the clock alone, so that the histories stay as they are in life: the reminders are due at once.
  const lead = leadMs(size);
  bench.say(`silences: ${lead / 1_000} s before the end; reminders go to the agencies`);
  await bench.test.forward(new Date(end - lead).toISOString());
  await waitUntil('all decisions', async () => (await openTerms(bench, numbers)) === 0);
  await bench.settle();

  const late = await lateness(bench, numbers);
  const earliest = percentile(late, 0);
  if (earliest < 0) throw new Error(`a case was decided ${-earliest} ms before its term ended`);
  const ms = (share: number) => `${(percentile(late, share) / 1_000).toFixed(2)} s`;
  const what = `${size.silences} terms at one instant`;
  return [
    { what: `${what}: earliest after the end`, result: ms(0), target: '>= 0 s', met: earliest >= 0 },
    { what: `${what}: p50`, result: ms(0.5) },
    { what: `${what}: p99`, result: ms(0.99) },
    {
      what: `${what}: last`,
      result: ms(1),
      target: `<= ${TARGET_MS / 1_000} s`,
      met: percentile(late, 1) <= TARGET_MS,
    },
    ...(await eventRows(bench, numbers, 'silent')),
  ];
}

/** Long enough before the end for all reminders to be sent, so that they do not stand in the way of the closing. */
function leadMs({ silences }: Size): number {
  return 10_000 + 200 * silences;
}

/** The one instant at which all terms end, in epoch milliseconds of the legal clock. */
async function theOneEnd({ database }: Bench, numbers: readonly string[]): Promise<number> {
  const { rows } = await database.query<{ end: number; ends: number }>(
    `SELECT extract(epoch FROM max(ends_at))::float8 * 1000 AS "end", count(DISTINCT ends_at)::integer AS ends
       FROM term WHERE case_number = ANY ($1)`,
    [numbers],
  );
  const [row] = rows;
  if (row === undefined || row.ends !== 1) throw new Error('the terms do not end at one instant');
  return row.end;
}

async function openTerms({ database }: Bench, numbers: readonly string[]): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM term WHERE case_number = ANY ($1) AND closed_at IS NULL`,
    [numbers],
  );
  return rows[0]?.n ?? NaN;
}

async function lateness({ database }: Bench, numbers: readonly string[]): Promise<number[]> {
  const { rows } = await database.query<{ ms: number }>(
    `SELECT extract(epoch FROM o.at - t.ends_at)::float8 * 1000 AS ms
       FROM term t JOIN term_outcome o USING (case_number, clause, holder)
      WHERE t.case_number = ANY ($1) AND o.outcome = 'silence'`,
    [numbers],
  );
  if (rows.length !== 4 * numbers.length) throw new Error('a term that should have ended in silence did not');
  return rows.map(({ ms }) => ms);
}

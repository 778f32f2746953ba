import type { Measure } from './report.ts';
import type { Spent } from './spent.ts';
import { medianAndRange } from './statistics.ts';

/** What one case cost: processor seconds by process (null where unknown), bytes, commits. */
export type Price = Omit<Spent, 'cpu'> & { cpu: ReadonlyMap<string, number | null> };

/** The price of one case from three readings: bytes count from the uploads on, processor time and commits from the registration on. */
export function priceOf(beforeUploads: Spent, before: Spent, after: Spent, cases: number): Price {
  const cpu = new Map<string, number | null>();
  for (const [name, to] of after.cpu) {
    const from = before.cpu.get(name) ?? null;
    cpu.set(name, to === null || from === null ? null : (to - from) / cases);
  }
  return {
    cpu,
    database: (after.database - beforeUploads.database) / cases,
    files: (after.files - beforeUploads.files) / cases,
    log: (after.log - beforeUploads.log) / cases,
    commits: (after.commits - before.commits) / cases,
  };
}

const PLAIN = ['Temporal', 'plain worker'];

/** The prices of our cases, and beside them the processor time of the plain Temporal case, as rows. */
export function priceRows(ours: readonly Price[], plain: readonly Price[], which: 'case' | 'life'): Measure[] {
  const kib = (of: (price: Price) => number) => {
    const values = ours.map((price) => of(price) / 1024);
    return `${medianAndRange(values, 1)} KiB`;
  };
  const commits = ours.map((price) => price.commits);
  return [
    ...[...(ours[0]?.cpu.keys() ?? [])].map((name) => timeRow(`a ${which}`, ours, name)),
    ...PLAIN.map((name) => timeRow(`a plain ${which}`, plain, name)),
    { what: `commits a ${which}`, result: medianAndRange(commits, 0) },
    { what: `database growth a ${which}`, result: kib(({ database }) => database) },
    { what: `write-ahead log a ${which}`, result: kib(({ log }) => log) },
    { what: `files on disk a ${which}`, result: kib(({ files }) => files) },
  ];
}

function timeRow(which: string, prices: readonly Price[], name: string): Measure {
  const milliseconds = prices.flatMap(({ cpu }) => {
    const seconds = cpu.get(name) ?? null;
    return seconds === null ? [] : [seconds * 1_000];
  });
  const result = milliseconds.length === 0 ? 'not known here' : `${medianAndRange(milliseconds, 0)} ms`;
  return { what: `processor time ${which}, ${name}`, result };
}

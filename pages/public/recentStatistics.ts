import { readStatistics, type Statistics } from '../../cases/statistics/readStatistics.ts';
import type { CaseRecord } from '../../cases/record/record.ts';

const KEPT_MS = 60_000;
const kept = new WeakMap<CaseRecord, { at: number; statistics: Promise<Statistics> }>();

/** The statistics, read at most once a minute: they change once a month, and anybody may ask for them at any rate. */
export async function recentStatistics(record: CaseRecord): Promise<Statistics> {
  const known = kept.get(record);
  if (known !== undefined && Date.now() - known.at < KEPT_MS) return known.statistics;
  const statistics = readStatistics(record);
  kept.set(record, { at: Date.now(), statistics });
  statistics.catch(() => kept.delete(record));
  return statistics;
}

import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { type TimeLeft, timeLeft } from '../../law/signature-issuance/review.ts';
import { statements } from '../record/database.ts';
import { calendarKnownOn } from '../record/dated.ts';
import type { CaseRecord } from '../record/record.ts';

/** What is left, now, of terms that end at these instants (ISO); each instant once. */
export async function readTimeLeft(
  record: CaseRecord,
  ends: readonly string[],
): Promise<ReadonlyMap<string, TimeLeft>> {
  const distinct = [...new Set(ends)];
  if (distinct.length === 0) return new Map();
  const tx = statements(record.database.ordinary);
  const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
  const calendar = await calendarKnownOn(tx, bakuDay(now));
  return new Map(distinct.map((endsAt) => [endsAt, timeLeft(calendar, now, endsAt)]));
}

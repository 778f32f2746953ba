import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { type TimeLeft, timeLeft } from '../../law/signature-issuance/review.ts';
import { statements } from '../record/database.ts';
import { calendarKnownOn } from '../record/dated.ts';
import type { CaseRecord } from '../record/record.ts';

/** Reads the calendar as known now, by which what is left of any term (its end, ISO) is told. */
export async function readTimeLeft(record: CaseRecord): Promise<(endsAt: string) => TimeLeft> {
  const tx = statements(record.database.ordinary);
  const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
  const calendar = await calendarKnownOn(tx, bakuDay(now));
  return (endsAt) => timeLeft(calendar, now, endsAt);
}

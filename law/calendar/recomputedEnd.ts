import type { Calendar } from './calendar.ts';
import { deadline } from './workingDays.ts';

/**
 * The end of a running term after a new calendar was confirmed (all instants ISO with offset; `calendar` is the new
 * one, `newEnd` what it gives). A term that had ended when the calendar was confirmed stays ended. A term never loses
 * the first working day after the confirmation that it still had, so nobody finds his time gone overnight; where the
 * counting itself comes later (`countedAt`; absent: at the confirmation), the first one after that.
 * `mayShorten` is the dated parameter of ADR 8: where it is false, a term already shown to an agency is only ever
 * lengthened, because the decree gives no right to take days back. Returns one of the given ends as it was written, or
 * 24:00 of that first working day.
 */
export function recomputedEnd(facts: {
  oldEnd: string;
  newEnd: string;
  confirmedAt: string;
  countedAt?: string;
  calendar: Calendar;
  mayShorten: boolean;
}): string {
  const { oldEnd, newEnd, confirmedAt, countedAt = confirmedAt, calendar, mayShorten } = facts;
  if (compare(confirmedAt, oldEnd) >= 0) return oldEnd;
  if (compare(newEnd, oldEnd) >= 0) return newEnd;
  if (!mayShorten) return oldEnd;
  const firstWorkingDayEnds = deadline(calendar, countedAt, 1).endsAt;
  const floor = compare(firstWorkingDayEnds, oldEnd) < 0 ? firstWorkingDayEnds : oldEnd;
  return compare(newEnd, floor) < 0 ? floor : newEnd;
}

function compare(a: string, b: string): number {
  return Temporal.Instant.compare(a, b);
}

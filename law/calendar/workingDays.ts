import { bakuDay, startOfBakuDay } from './bakuTime.ts';
import type { Calendar, DayOff, WorkedDay } from './calendar.ts';
import { dayAfter, yearOf } from './days.ts';

/** What a day is to a term: `received` is the day on which the file came, which never counts. */
export type WhyOfDay = 'received' | WorkedDay | DayOff;

/** One ISO day (Baku) of a term, counted or passed over, and why (a `WhyOfDay`; words.ts has the words for each). */
export type CountedDay = { date: string; counted: boolean; why: string };

/**
 * A term with its whole explanation: every day from the one of receipt to the last counted one. `endsAt` is 24:00 of
 * that day in Baku, and is itself too late. `provisional` says that it reaches a year not wholly decided.
 */
export type Deadline = {
  received: string;
  workingDays: number;
  days: CountedDay[];
  endsAt: string;
  calendarVersion: string;
  provisional: boolean;
};

/**
 * A limit of N working days (R1598/2.8 and its like): it runs from the first working day after the day in Baku on which
 * the file was received (ISO instant, any offset) and ends at 24:00 of the N-th. Throws YearNotCovered, and RangeError
 * where `received` is no instant or `workingDays` no positive whole number.
 */
export function deadline(calendar: Calendar, received: string, workingDays: number): Deadline {
  if (!Number.isSafeInteger(workingDays) || workingDays < 1)
    throw new RangeError(`not a number of working days: ${workingDays}`);
  let date = bakuDay(received);
  let provisional = calendar.isProvisional(yearOf(date));
  const days: CountedDay[] = [{ date, counted: false, why: 'received' }];
  for (let counted = 0; counted < workingDays;) {
    date = dayAfter(date);
    const worked = calendar.whyWorked(date);
    const why = (worked ?? calendar.whyOff(date)) satisfies WhyOfDay | null;
    days.push({ date, counted: worked !== null, why: String(why) });
    if (worked !== null) counted++;
    provisional ||= calendar.isProvisional(yearOf(date));
  }
  const endsAt = startOfBakuDay(dayAfter(date));
  return { received, workingDays, days, endsAt, calendarVersion: calendar.version, provisional };
}

/** Instant one working day before the end: 00:00 Baku of the last counted day. */
export function reminderInstant({ days }: Deadline): string {
  const last = days.findLast(({ counted }) => counted);
  if (last === undefined) throw new RangeError('a deadline without a counted day');
  return startOfBakuDay(last.date);
}

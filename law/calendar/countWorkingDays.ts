import type { Calendar } from './calendar.ts';
import { dayAfter } from './days.ts';

/** How many working days lie after a day, up to and with another (ISO days, Baku): 0 where the second is not later. */
export function countWorkingDays(calendar: Calendar, from: string, until: string): number {
  let counted = 0;
  for (let day = from; day < until;) {
    day = dayAfter(day);
    if (calendar.whyWorked(day) !== null) counted += 1;
  }
  return counted;
}

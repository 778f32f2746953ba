import { bakuDay, startOfBakuDay } from './bakuTime.ts';
import { dayAfter } from './days.ts';

const BAKU = '+04:00';

/**
 * A limit counted in months from an instant (ISO, any offset): the same date in Baku so many months later, or the last
 * day of that month where it has no such date (29 February), until 24:00 of it, which is itself too late.
 */
export function endAfterMonths(from: string, months: number): string {
  const last = Temporal.PlainDate.from(bakuDay(from)).add({ months }, { overflow: 'constrain' });
  return startOfBakuDay(dayAfter(last.toString()));
}

/** The instant (ISO, Baku's offset) of the same wall-clock time in Baku so many months later; 29 February becomes the 28th. */
export function instantAfterMonths(from: string, months: number): string {
  return Temporal.Instant.from(from)
    .toZonedDateTimeISO(BAKU)
    .add({ months }, { overflow: 'constrain' })
    .toString({ timeZoneName: 'never', smallestUnit: 'millisecond' });
}

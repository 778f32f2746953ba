import { z } from 'zod';
import { clause, instant } from './pieces.ts';

const movedEnd = z.strictObject({ from: instant, to: instant, calendarVersion: z.string(), at: instant });

/** A day of a term, counted or passed over, and the code of why. */
export const countedDay = z.strictObject({ date: z.iso.date(), counted: z.boolean(), why: z.string() });

/** The same for a reader who is told in words: `why` is in his language, `code` is the code. */
export const toldDay = countedDay.extend({ code: z.string() });

/** What every term says: its limit, its end, and by which calendar it was counted. */
export const countedTerm = z.strictObject({
  startedAt: instant,
  workingDays: z.int(),
  recomputed: z.array(movedEnd).meta({ description: 'Every move of the end by a newer calendar, oldest first' }),
  endsAt: instant,
  calendarVersion: z.string(),
  provisional: z.boolean(),
});

export const extension = z.strictObject({
  ground: z.string(),
  rule: z.enum(['working-day-for-total-outage', 'last-hour']),
  from: instant,
  to: instant,
});

/** A term of an office with the clause that set it. */
export const termOfOffice = countedTerm.extend({
  clause,
  holder: z.string(),
  startEvent: z.string(),
  months: z.int().nullable().meta({ description: 'The limit in months; working days where it is null' }),
});

/** Who has the ball and since when; null while nobody’s deed is awaited. */
export const waitsFor = z.strictObject({ party: z.string(), since: instant }).nullable();

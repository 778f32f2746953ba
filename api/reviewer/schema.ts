import { z } from 'zod';
import { QUEUE_FILTERS } from '../../cases/reviewer/readQueue.ts';

/** What is asked of the queue. */
export const queueQuery = z.strictObject({
  show: z.enum(QUEUE_FILTERS).default('to-answer'),
  page: z.coerce.number().int().min(0).max(9_999).default(0),
});

/** A negative opinion (R1598/2.8): code and grounds are asked for, not demanded. */
export const negative = z.strictObject({
  code: z.string().trim().min(1).max(100).optional(),
  grounds: z.string().trim().min(1).max(4_000).optional(),
});

/** Who has a file from now on: oneself where nobody is named, nobody (`null`), or a colleague by his subject. */
export const taking = z.strictObject({ to: z.string().min(1).max(200).nullable().optional() });

/** An absence and who stands in; Baku days, both included. */
export const absence = z.strictObject({
  standIn: z.string().min(1).max(200),
  fromDay: z.iso.date(),
  untilDay: z.iso.date(),
});

/** Which of one's absences ends now: the one entered at that instant. */
export const absenceEnd = z.strictObject({ enteredAt: z.iso.datetime() });

/** Nothing but the request itself. */
export const nothing = z.strictObject({});

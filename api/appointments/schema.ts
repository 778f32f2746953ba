import { z } from 'zod';
import { instant, mission } from '../openapi/pieces.ts';

/** A booking: the slot's id. */
export const booking = z.strictObject({ slot: z.uuid() });

/** The slots that may be booked; `startsAt` in the post's own time. */
export const freeSlotsAnswer = z.strictObject({
  mission: mission.nullable(),
  zone: z.string().nullable(),
  fromDay: z.iso.date().nullable(),
  slots: z.array(z.strictObject({ id: z.uuid(), startsAt: instant, minutes: z.int() })),
});

export const booked = z.strictObject({
  kind: z.literal('booked'),
  appointment: z.uuid(),
  mission,
  startsAt: instant,
  minutes: z.int(),
  moved: z.boolean(),
});

export const cancelled = z.strictObject({ kind: z.literal('cancelled'), appointment: z.uuid() });

import { z } from 'zod';
import { DOCUMENT_KINDS } from '../../law/signature-issuance/documents.ts';
import { MISMATCH_REASONS } from '../../law/signature-issuance/identity.ts';
import { WHO_CAME } from '../../law/signature-issuance/whoMustCome.ts';
import { day } from '../openapi/pieces.ts';

/** An invitation: the first day, in the post's calendar, for which a slot may be booked; today there where it is null. */
export const invitation = z.strictObject({ fromDay: day.nullable().default(null) });

/** Slots to open: local times of one local day. */
export const newSlots = z.strictObject({
  day,
  times: z
    .array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/))
    .min(1)
    .max(100),
  minutes: z.int().min(5).max(240),
});

const cancelBooked = z.boolean().default(false);

/** The closing of one slot; booked appointments fall with it only where that is said. */
export const closure = z.strictObject({ cancelBooked });

/** A day on which the post is closed. */
export const closingDay = z.strictObject({ day, cancelBooked });

/** What the officer found of an identity, item by item. */
export const identity = z.strictObject({
  came: z.enum(WHO_CAME),
  findings: z
    .array(
      z.strictObject({
        item: z.enum(DOCUMENT_KINDS),
        originalSeen: z.boolean(),
        equal: z.boolean(),
        reason: z.enum(MISMATCH_REASONS).optional(),
      }),
    )
    .max(10),
  photograph: z.uuid().nullable().default(null),
  originalsReturned: z.boolean(),
});

/** The second officer's word. */
export const confirmation = z.strictObject({ confirms: z.boolean() });

/** Nothing but the request itself. */
export const nothing = z.strictObject({});

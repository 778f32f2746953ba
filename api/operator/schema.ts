import { z } from 'zod';
import { SUSPENSION_REASONS } from '../../law/officials.ts';
import { CENTRES } from '../../law/signature-issuance/parties.ts';
import { instant } from '../openapi/pieces.ts';

/** A document's reference as offices write it, such as `Akt № 5/2026 (Bakı)`. */
const document = z.string().regex(/^[\p{L}\p{N} №./()-]{1,100}$/u);
const sentence = z.string().trim().min(1).max(500);

/** Which stuck cases are asked for: all, or those of one number. */
export const stuckQuery = z.strictObject({
  case: z
    .string()
    .regex(/^[A-Z]{2}-\d{4}-\d{6,12}$/)
    .optional(),
});

/** A Centre's message that nobody may act on, settled with it by a document. */
export const settled = z.strictObject({ centre: z.enum(CENTRES), document });

const sub = z.string().min(1).max(200);

/** Whose account is suspended and why, or restored. */
export const suspension = z.discriminatedUnion('suspended', [
  z.strictObject({ sub, suspended: z.literal(true), why: z.enum(SUSPENSION_REASONS) }),
  z.strictObject({ sub, suspended: z.literal(false) }),
]);

/** Maintenance announced to everybody, in each language. */
export const announcement = z
  .strictObject({
    from: instant,
    until: instant,
    text: z.strictObject({ az: sentence, en: sentence, ru: sentence }),
  })
  .refine(({ from, until }) => Date.parse(until) > Date.parse(from), { path: ['until'] });

/** Nothing but the request itself. */
export const nothing = z.strictObject({});

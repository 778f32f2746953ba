import { z } from 'zod';
import { caseNumber, instant } from '../openapi/pieces.ts';

/** An event of which somebody was told by other means, and by which document that is shown. */
export const told = z.strictObject({
  caseNumber: z.string().regex(/^[A-Z]{2}-\d{4}-\d{6,12}$/),
  event: z.uuid(),
  resolution: z.literal('told-by-other-means'),
  /** A document's reference as offices write it. */
  document: z.string().regex(/^[\p{L}\p{N} №./()-]{1,100}$/u),
});

export const undelivered = z.strictObject({
  notices: z.array(
    z.strictObject({
      event: z.uuid(),
      caseNumber: caseNumber.nullable(),
      kind: z.string(),
      recipient: z.string(),
      madeAt: instant,
      openedAt: instant,
      channels: z.array(z.strictObject({ channel: z.string(), state: z.string(), attempts: z.int() })),
    }),
  ),
});

export const resolved = z.strictObject({ kind: z.literal('resolved') });

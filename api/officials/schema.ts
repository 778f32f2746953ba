import { z } from 'zod';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { caseNumber, instant } from '../openapi/pieces.ts';

/** A document's reference as offices write it, such as `Akt № 5/2026 (Bakı)`. */
const document = z.string().regex(/^[\p{L}\p{N} №./()-]{1,100}$/u);
export const deliveryByHand = z.strictObject({ agency: z.enum(AGENCIES), document });
export const finding = z.strictObject({
  agency: z.enum(AGENCIES),
  finding: z.enum(['negative', 'nothing-against', 'not-an-opinion']),
  document,
});
export const clockMove = z.union([z.strictObject({ forwardTo: instant }), z.strictObject({ freezeAt: instant })]);

/** Rows of a case's chain as they are stored; `body` is the canonical text that `hash` chains. */
export const evidenceRows = z.strictObject({
  rows: z.array(z.strictObject({ seq: z.int(), body: z.string(), hash: z.string() })),
});

export const incidents = z.strictObject({
  incidents: z.array(
    z.strictObject({
      id: z.uuid(),
      caseNumber: caseNumber.nullable(),
      kind: z.string(),
      holder: z.string(),
      openedAt: instant,
    }),
  ),
});

export const delivered = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('started'), deliveredAt: instant, endsAt: instant }),
  z.strictObject({ kind: z.literal('already'), deliveredAt: instant }),
]);

export const resolved = z.strictObject({ kind: z.literal('resolved'), at: instant });

export const clock = z.strictObject({
  nature: z.string(),
  legalNow: instant,
  frozen: z.boolean(),
  offsetMs: z.int(),
});

export const clockMoved = z.strictObject({ kind: z.literal('moved'), legalNow: instant });

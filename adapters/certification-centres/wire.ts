import { z } from 'zod';
import { CENTRES } from '../../law/signature-issuance/parties.ts';

const uuid = z.uuid();
/** A standard base64 text (RFC 4648, 4) as its bytes. */
const base64 = z.base64().transform((text): Uint8Array => new Uint8Array(Buffer.from(text, 'base64')));

/** The body of `applications`: an application as its Centre is sent it (R1598/2.8-route), with the draft contract (PDF). */
export const applicationBody = z.object({
  centre: z.enum(CENTRES),
  caseNumber: z.string(),
  round: z.int().min(1),
  sentAt: z.iso.datetime({ offset: true }),
  virtualFin: z.string().regex(/^[0-9A-Z]{5,20}$/),
  application: z.record(z.string(), z.unknown()),
  documents: z.array(
    z.object({ id: z.string(), kind: z.string(), mediaType: z.string(), sha256: z.string(), bytes: z.int() }),
  ),
  contract: base64,
});

/** The body of `applications/stop`. */
export const stopBody = z.object({ caseNumber: z.string(), why: z.enum(['withdrawn', 'mismatch', 'lapsed']) });

const code = z.string().regex(/^[a-z-]{1,40}$/);

/**
 * What a Centre answers later, at our listener (R1598/2.9); `answers` is the message id of the application it is about.
 * `certificate` is the holder's (DER), `chain` those that lead from it to a root, nearest first.
 */
export const centreAnswerBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('deficiency'),
    answers: uuid,
    items: z
      .array(z.strictObject({ item: z.string().min(1).max(100), reason: code, remark: z.string().max(500).optional() }))
      .min(1)
      .max(40),
  }),
  z.strictObject({
    kind: z.literal('issue'),
    answers: uuid,
    certificate: base64,
    chain: z.array(base64).max(4),
    contract: base64,
    /** The serial number engraved on the token (E-imza). */
    tokenSerial: z
      .string()
      .regex(/^[A-Za-z0-9][\w-]{3,59}$/)
      .optional(),
  }),
  z.strictObject({ kind: z.literal('refusal'), answers: uuid, code: code.optional() }),
]);

/** A Centre's answer in our words. */
export type CentreAnswer = z.infer<typeof centreAnswerBody>;

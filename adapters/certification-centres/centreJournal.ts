import { z } from 'zod';
import { centreBehaviour } from './behaviour.ts';

const message = { messageId: z.string(), caseNumber: z.string() };

/** What a simulated Centre writes down, each line before or after the act it tells of; no data of an applicant. */
export const centreEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('told'),
    default: centreBehaviour.optional(),
    cases: z.record(z.string(), centreBehaviour).optional(),
  }),
  z.object({
    kind: z.literal('application-received'),
    ...message,
    client: z.string(),
    round: z.int(),
    sha256: z.string(),
    repeat: z.boolean(),
  }),
  z.object({ kind: z.literal('application-acknowledged'), ...message }),
  z.object({ kind: z.literal('not-taken'), ...message, why: z.string() }),
  /** `serial` and `tokenSerial` where a certificate was issued: what custody is held against. */
  z.object({
    kind: z.literal('answer-planned'),
    ...message,
    answers: z.string(),
    afterMs: z.number(),
    says: z.string(),
    serial: z.string().optional(),
    tokenSerial: z.string().optional(),
  }),
  z.object({ kind: z.literal('answer-sent'), ...message, attempt: z.int(), says: z.string() }),
  z.object({ kind: z.literal('answer-answered'), ...message, attempt: z.int(), status: z.int(), answer: z.unknown() }),
  z.object({ kind: z.literal('answer-unanswered'), ...message, attempt: z.int(), failure: z.string() }),
  z.object({ kind: z.literal('answer-dropped'), ...message, why: z.enum(['stopped', 'tries-exhausted']) }),
  z.object({ kind: z.literal('stop-received'), ...message, why: z.string(), repeat: z.boolean() }),
  z.object({ kind: z.literal('certificate-revoked'), ...message, serial: z.string() }),
]);
export type CentreEntry = z.infer<typeof centreEntry>;

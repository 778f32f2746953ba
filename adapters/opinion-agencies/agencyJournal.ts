import { z } from 'zod';
import { behaviour } from './behaviour.ts';

const message = { messageId: z.string(), caseNumber: z.string() };
const says = z.object({ kind: z.string() }).loose();

/** What a simulated agency writes down, each line before or after the act it tells of; no data of an applicant. */
export const agencyEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('told'),
    default: behaviour.optional(),
    cases: z.record(z.string(), behaviour).optional(),
  }),
  z.object({
    kind: z.literal('request-received'),
    ...message,
    client: z.string(),
    sha256: z.string(),
    repeat: z.boolean(),
  }),
  z.object({ kind: z.literal('request-acknowledged'), ...message }),
  z.object({ kind: z.literal('stop-received'), ...message, why: z.string(), repeat: z.boolean() }),
  z.object({ kind: z.literal('not-taken'), ...message, why: z.string() }),
  z.object({ kind: z.literal('opinion-planned'), ...message, afterMs: z.number(), says }),
  z.object({ kind: z.literal('opinion-sent'), ...message, attempt: z.int(), says }),
  z.object({ kind: z.literal('opinion-answered'), ...message, attempt: z.int(), status: z.int(), answer: z.unknown() }),
  z.object({ kind: z.literal('opinion-unanswered'), ...message, attempt: z.int(), failure: z.string() }),
  z.object({ kind: z.literal('opinion-dropped'), ...message, why: z.enum(['stopped', 'tries-exhausted']) }),
]);
export type AgencyEntry = z.infer<typeof agencyEntry>;

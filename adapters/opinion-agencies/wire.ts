import { z } from 'zod';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';

/** The body of `opinion-requests`: the application as one agency is sent it (R1598/2.7). */
export const opinionRequestBody = z.object({
  agency: z.enum(AGENCIES),
  caseNumber: z.string(),
  application: z.record(z.string(), z.unknown()),
  documents: z.array(
    z.object({ id: z.string(), kind: z.string(), mediaType: z.string(), sha256: z.string(), bytes: z.int() }),
  ),
});

/** The body of `opinion-requests/stop`. */
export const stopBody = z.object({
  caseNumber: z.string(),
  why: z.enum(['negative-opinion', 'withdrawn', 'complete']),
});

/** PostgreSQL stores no NUL, and canonical JSON no half of a surrogate pair: neither may cost an objection. */
const storable = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).replaceAll('\0', '').toWellFormed() || undefined
    : undefined;

/**
 * An opinion as an agency sends it. R1598/2.8 asks no form and no grounds of a negative opinion, so nothing about its
 * code or grounds can make it unreadable; "nothing against" with anything added to it is contradictory, and is.
 */
export const opinionBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nothing-against') }),
  z
    .object({ kind: z.literal('negative'), code: z.unknown().optional(), grounds: z.unknown().optional() })
    .transform((sent) => {
      const [code, grounds] = [storable(sent.code), storable(sent.grounds)];
      return {
        kind: 'negative' as const,
        ...(code === undefined ? {} : { code }),
        ...(grounds === undefined ? {} : { grounds }),
      };
    }),
]);

/** An agency's opinion in our words (R1598/2.8). */
export type AgencyOpinion = { kind: 'nothing-against' } | { kind: 'negative'; code?: string; grounds?: string };

import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { file, instant, json, problems } from '../openapi/pieces.ts';
import { evidenceQuery } from './schema.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const rows = z.strictObject({
  rows: z.array(
    z.strictObject({
      chain: z.string(),
      seq: z.int(),
      at: instant,
      body: z.string().meta({ description: 'The exact text that was hashed (RFC 8785)' }),
      previous: z.string(),
      hash,
    }),
  ),
  most: z.int(),
});
const verdict = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('whole'),
    chain: z.string(),
    rows: z.int(),
    hash,
    checkpoint: z.strictObject({ n: z.int(), at: instant, seq: z.int() }).nullable(),
  }),
  z.strictObject({ kind: z.literal('broken'), chain: z.string(), row: z.int(), fault: z.string() }),
]);

/** What an auditor does; each search, verification and export is evidence itself. */
export const auditorPaths: ZodOpenApiPathsObject = {
  '/api/v1/auditor/evidence': {
    get: {
      operationId: 'searchEvidence',
      summary: 'Search the evidence',
      requestParams: { query: evidenceQuery },
      responses: { ...json(200, 'In the order of time, at most so many', rows), ...problems(400) },
    },
  },
  '/api/v1/auditor/export': {
    get: {
      operationId: 'exportEvidence',
      summary: 'The rows of a search as a file, with the checkpoints that cover them; verified offline',
      requestParams: { query: evidenceQuery },
      responses: { ...file('One JSON object a line', 'application/x-ndjson'), ...problems(400) },
    },
  },
  '/api/v1/auditor/chains/{chain}/verdict': {
    get: {
      operationId: 'verifyChain',
      summary: 'Hash a chain anew from its first row',
      responses: json(200, 'Whole, or the first fault', verdict),
    },
  },
};

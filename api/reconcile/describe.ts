import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { DIFFERENCE_KINDS } from '../../cases/reconcile/difference.ts';
import { instant, json } from '../openapi/pieces.ts';

const differences = z.strictObject({
  differences: z.array(
    z.strictObject({
      id: z.uuid(),
      run: z.uuid(),
      kind: z.enum(DIFFERENCE_KINDS),
      about: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      foundAt: instant,
      mendedAt: instant.nullable(),
      how: z.string().nullable(),
      sentence: z.string().meta({ description: 'What it is, in the language asked for' }),
    }),
  ),
});

/** What the reconciler found. */
export const reconcilePaths: ZodOpenApiPathsObject = {
  '/api/v1/differences': {
    get: {
      operationId: 'listDifferences',
      summary: 'What stands otherwise in one place than in another',
      responses: json(200, 'Those still open first, then the newest, at most 500', differences),
    },
  },
};

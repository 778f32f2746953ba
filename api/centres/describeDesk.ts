import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { caseNumber, instant, json } from '../openapi/pieces.ts';

const cases = z.strictObject({
  cases: z.array(
    z.strictObject({
      caseNumber,
      stage: z.enum(['centre', 'register']),
      since: instant,
      endsAt: instant.nullable(),
      isLate: z.boolean(),
    }),
  ),
});

/** A Centre's desk. */
export const centreDeskPaths: ZodOpenApiPathsObject = {
  '/api/v1/centre/cases': {
    get: {
      operationId: 'listCentreCases',
      summary: 'What waits for a Centre (R1598/2.9, 5.4)',
      responses: json(200, 'The soonest end first, at most 500', cases),
    },
  },
};

import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { json } from '../openapi/pieces.ts';
import { bundles, overdueTerms } from './schema.ts';

/** Bundles of contract copies (R1598/2.16-2.18), and overdue terms, as far as each office sees them. */
export const contractCopiesPaths: ZodOpenApiPathsObject = {
  '/api/v1/bundles': {
    get: {
      operationId: 'listBundles',
      summary: 'Bundles of contract copies and where they are (R1598/2.16-2.18)',
      responses: json(200, 'The open ones first, newest first, at most 200', bundles),
    },
  },
  '/api/v1/overdue': {
    get: {
      operationId: 'listOverdue',
      summary: 'Terms past their end that are still open',
      responses: json(200, 'The oldest first, at most 500', overdueTerms),
    },
  },
};

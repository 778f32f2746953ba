import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { file } from '../openapi/pieces.ts';

/** The file of a case as one ZIP (ADR 32). */
export const evidencePackPaths: ZodOpenApiPathsObject = {
  '/api/v1/cases/{number}/file': {
    get: {
      operationId: 'readFileOfCase',
      summary: 'The file of a case as one’s office may have it',
      responses: file('A ZIP, signed; `npm run evidence:verify` checks it', 'application/zip'),
    },
  },
  '/api/v1/application/file': {
    get: {
      operationId: 'readOwnFile',
      summary: 'The file of one’s own case',
      responses: file('A ZIP, signed; `npm run evidence:verify` checks it', 'application/zip'),
    },
  },
};

import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, json } from '../openapi/pieces.ts';
import { deficiencies, mended, mending } from './schema.ts';

/** What an applicant does about what the Centre found deficient (R1598/2.9). */
export const mendingPaths: ZodOpenApiPathsObject = {
  '/api/v1/application/mending': {
    get: {
      operationId: 'readDeficiencies',
      summary: 'What the Centre found deficient (R1598/2.9)',
      description: 'Answered 404 where there is nothing to mend.',
      responses: json(200, 'What is to be mended', deficiencies),
    },
    post: {
      operationId: 'mendApplication',
      summary: 'Mend what the Centre found deficient (R1598/2.9)',
      requestBody: body(mending),
      responses: json(200, 'Mended; it goes to the Centre again', mended),
    },
  },
};

import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, json, problems } from '../openapi/pieces.ts';
import { resolved, told, undelivered } from './schema.ts';

/** Events that reached nobody, and how somebody was told by other means. */
export const noticePaths: ZodOpenApiPathsObject = {
  '/api/v1/notices/undelivered': {
    get: {
      operationId: 'listUndeliveredNotices',
      summary: 'Events that no channel carried',
      responses: json(200, 'Oldest first, at most 500', undelivered),
    },
    post: {
      operationId: 'tellByOtherMeans',
      summary: 'Somebody was told by other means',
      requestBody: body(told),
      responses: { ...json(200, 'Taken from the list', resolved), ...problems(404, 409) },
    },
  },
};

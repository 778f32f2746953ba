import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { problems } from '../openapi/pieces.ts';
import { fields } from './schema.ts';

/** Where the provider of text messages tells what became of them. */
export const textMessagePaths: ZodOpenApiPathsObject = {
  '/api/v1/text-messages/status': {
    post: {
      operationId: 'tellTextMessageStatus',
      summary: 'What became of a text message',
      description: 'For the provider of text messages: only what it signed (`X-Twilio-Signature`) is believed.',
      requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: fields } } },
      responses: { '204': { description: 'Recorded, or known already' }, ...problems(403, 404, 409) },
    },
  },
};

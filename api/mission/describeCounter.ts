import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { DOCUMENT_RULES } from '../../law/signature-issuance/documents.ts';
import { file, json, upload } from '../openapi/pieces.ts';
import { applicationView, counterView, takenIn } from './answers.ts';

const MEDIA_TYPES = [...new Set(Object.values(DOCUMENT_RULES).flatMap(({ mediaTypes }) => mediaTypes))];

/** What the officer at the counter needs: to compare, and to have signed (R1598/2.12, 2.14). */
export const counterPaths: ZodOpenApiPathsObject = {
  '/api/v1/cases/{number}/application': {
    get: {
      operationId: 'readApplication',
      summary: 'What was sent in, to compare with the originals (R1598/2.12)',
      responses: json(200, 'The form, the files and who must come', applicationView),
    },
  },
  '/api/v1/cases/{number}/counter': {
    get: {
      operationId: 'readCounter',
      summary: 'Where a case stands at the counter (R1598/2.11-2.15)',
      responses: json(200, 'Its stage, appointment, photograph and signed contracts', counterView),
    },
  },
  '/api/v1/cases/{number}/uploads/{id}': {
    get: {
      operationId: 'readUpload',
      summary: 'A file that was sent in (R1598/2.12)',
      responses: file('The file', ...MEDIA_TYPES),
    },
  },
  '/api/v1/cases/{number}/contract.pdf': {
    get: {
      operationId: 'readContract',
      summary: 'The contract that the Centre signed (R1598/2.14)',
      responses: file('The contract', 'application/pdf'),
    },
  },
  '/api/v1/cases/{number}/photographs': {
    post: {
      operationId: 'takeInPhotograph',
      summary: 'Take in the photograph that was brought (R1598/2.12)',
      requestBody: upload({}),
      responses: json(200, 'Taken in; name its id in the check of identity', takenIn),
    },
  },
};

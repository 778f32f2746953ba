import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { DOCUMENT_KINDS, DOCUMENT_RULES } from '../../law/signature-issuance/documents.ts';
import { access, body, file, json, problems, upload } from '../openapi/pieces.ts';
import { registered } from '../signature-issuance/schema.ts';
import { attachedFile, draftView, openedDraft } from './answers.ts';
import { comeBack, fieldValues } from './schema.ts';

const MEDIA_TYPES = [...new Set(Object.values(DOCUMENT_RULES).flatMap(({ mediaTypes }) => mediaTypes))];

/** A draft of an application (ADR 35). */
export const draftPaths: ZodOpenApiPathsObject = {
  '/api/v1/drafts': {
    post: {
      operationId: 'openDraft',
      summary: 'Open a draft',
      description: 'It is deleted with its files after the days that `deleteAt` tells.',
      responses: {
        ...json(201, 'Opened; the return code is told here and to the draft’s holder', openedDraft),
        ...problems(429, 503),
      },
    },
  },
  '/api/v1/draft/session': {
    post: {
      operationId: 'comeBack',
      summary: 'Come back to a draft by its return code',
      requestBody: body(comeBack),
      responses: { ...json(201, 'A token of four hours', access), ...problems(422, 429) },
    },
  },
  '/api/v1/draft': {
    get: {
      operationId: 'readDraft',
      summary: 'The draft and what it still lacks (Q191/7.4)',
      responses: json(200, 'The draft', draftView),
    },
  },
  '/api/v1/draft/steps/{step}': {
    patch: {
      operationId: 'writeFields',
      summary: 'Write fields of a step',
      description:
        'Kept also where the law finds them contradictory; that stands under `missing`. Null takes a field out.',
      requestBody: body(fieldValues),
      responses: json(200, 'The draft as it stands now', draftView),
    },
  },
  '/api/v1/draft/files': {
    post: {
      operationId: 'attachFile',
      summary: 'Attach a document (R1598/2.3.1-2.3.3)',
      description: 'In place of the one of its kind; judged at once by its content.',
      requestBody: upload({ kind: z.enum(DOCUMENT_KINDS) }),
      responses: { ...json(201, 'Attached', attachedFile), ...problems(429, 503) },
    },
  },
  '/api/v1/draft/files/{id}': {
    get: {
      operationId: 'readDraftFile',
      summary: 'A document of the draft',
      responses: file('The file', ...MEDIA_TYPES),
    },
    delete: {
      operationId: 'detachFile',
      summary: 'Remove a document of the draft',
      responses: json(200, 'Removed', z.strictObject({ kind: z.literal('removed') })),
    },
  },
  '/api/v1/draft/submission': {
    post: {
      operationId: 'submitDraft',
      summary: 'Apply with the draft (R1598/2.6)',
      description: 'Its return code becomes the tracking code, and the draft is no more.',
      responses: { ...json(201, 'Registered', registered), ...problems(403) },
    },
  },
};

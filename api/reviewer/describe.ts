import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { DOCUMENT_RULES } from '../../law/signature-issuance/documents.ts';
import { body, file, json, problems } from '../openapi/pieces.ts';
import { absences, declared, late, opinionAnswer, queue, reviewedFile, taken } from './answers.ts';
import { absence, absenceEnd, negative, nothing, queueQuery, taking } from './schema.ts';

const MEDIA_TYPES = [...new Set(Object.values(DOCUMENT_RULES).flatMap(({ mediaTypes }) => mediaTypes))];

/** What a reviewer of one of the four agencies reads and does (R1598/2.7, 2.8). */
export const reviewerPaths: ZodOpenApiPathsObject = {
  '/api/v1/reviewer/files': {
    get: {
      operationId: 'readQueue',
      summary: 'One page of the agency’s queue, the file whose term ends first on top',
      requestParams: { query: queueQuery },
      responses: { ...json(200, 'The files under the filter, and how many there are', queue), ...problems(400) },
    },
  },
  '/api/v1/reviewer/late': {
    get: {
      operationId: 'listLateOpinions',
      summary: 'What came too late and has no effect (R1598/2.8)',
      responses: json(200, 'Newest first, at most 100', late),
    },
  },
  '/api/v1/reviewer/files/{number}': {
    get: {
      operationId: 'readFile',
      summary: 'One file: form, documents, the agency’s own term, earlier cases of the person',
      responses: json(200, 'The file', reviewedFile),
    },
  },
  '/api/v1/reviewer/files/{number}/documents/{id}': {
    get: {
      operationId: 'readFileDocument',
      summary: 'A document of a file',
      responses: file('The document', ...MEDIA_TYPES),
    },
  },
  '/api/v1/reviewer/files/{number}/nothing-against': {
    post: {
      operationId: 'sayNothingAgainst',
      summary: 'The agency has nothing against (R1598/2.8)',
      requestBody: body(nothing, { optional: true }),
      responses: json(200, 'What became of it, too late included', opinionAnswer),
    },
  },
  '/api/v1/reviewer/files/{number}/negative': {
    post: {
      operationId: 'giveNegativeOpinion',
      summary: 'A negative opinion (R1598/2.8)',
      description: 'Code and grounds are not demanded.',
      requestBody: body(negative, { optional: true }),
      responses: json(200, 'What became of it, too late included', opinionAnswer),
    },
  },
  '/api/v1/reviewer/files/{number}/taking': {
    post: {
      operationId: 'takeFile',
      summary: 'Take a file, lay it back, or hand it on',
      requestBody: body(taking, { optional: true }),
      responses: json(200, 'Who has it now', taken),
    },
  },
  '/api/v1/reviewer/files/{number}/declaration': {
    post: {
      operationId: 'declareParty',
      summary: 'Declare oneself bound to the case (ADR 34)',
      description: 'It cannot be taken back: one never speaks for one’s agency in it from then on.',
      requestBody: body(nothing, { optional: true }),
      responses: json(200, 'Declared', declared),
    },
  },
  '/api/v1/reviewer/absences': {
    get: {
      operationId: 'listAbsences',
      summary: 'Who is absent and who stands in',
      responses: json(200, 'Of one’s own agency', absences),
    },
    post: {
      operationId: 'enterAbsence',
      summary: 'Enter one’s own absence and a stand-in',
      requestBody: body(absence),
      responses: { ...json(201, 'Entered', z.strictObject({ kind: z.literal('entered') })), ...problems(422) },
    },
  },
  '/api/v1/reviewer/absences/end': {
    post: {
      operationId: 'endAbsence',
      summary: 'End one’s own absence now',
      requestBody: body(absenceEnd),
      responses: { ...json(200, 'Ended', z.strictObject({ kind: z.literal('ended') })), ...problems(404) },
    },
  },
};

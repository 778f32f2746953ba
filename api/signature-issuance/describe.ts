import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { DOCUMENT_KINDS } from '../../law/signature-issuance/documents.ts';
import { body, json, problems, upload } from '../openapi/pieces.ts';
import { ownCase } from './caseAnswer.ts';
import { registered, submission, uploaded, withdrawn } from './schema.ts';

/** What an applicant does: upload, apply, follow the case, withdraw. */
export const applicationPaths: ZodOpenApiPathsObject = {
  '/api/v1/uploads': {
    post: {
      operationId: 'uploadDocument',
      summary: 'Upload a document of an application (R1598/2.3.1-2.3.3)',
      description:
        'The file is looked into and written anew; the answer says at once whether it is accepted and why not.',
      requestBody: upload({ kind: z.enum(DOCUMENT_KINDS) }),
      responses: { ...json(201, 'Stored; name its id in the application', uploaded), ...problems(429, 503) },
    },
  },
  '/api/v1/applications': {
    post: {
      operationId: 'submitApplication',
      summary: 'Apply (R1598/2.3, 2.6)',
      description:
        'The form of the Annex. What is missing is answered item by item (Q191/7.4), a person who may not apply with the clause.',
      requestBody: body(submission),
      responses: {
        ...json(
          201,
          'Registered; the tracking code is told once, and the token opens the case for four hours',
          registered,
        ),
        ...problems(403),
      },
    },
  },
  '/api/v1/application': {
    get: {
      operationId: 'followApplication',
      summary: 'Where one’s own case stands',
      description: 'Who has the ball, until when, and why then: each day of a term is named.',
      responses: json(200, 'The case', ownCase),
    },
  },
  '/api/v1/application/withdrawal': {
    post: {
      operationId: 'withdrawApplication',
      summary: 'Withdraw one’s application',
      description: 'Refused with its clause where the Rule has decided the case already.',
      responses: { ...json(200, 'Withdrawn', withdrawn), ...problems(409) },
    },
  },
};

import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, file, json, problems } from '../openapi/pieces.ts';
import { shownCase, wholeCase } from '../signature-issuance/caseAnswer.ts';
import {
  clock,
  clockMove,
  clockMoved,
  delivered,
  deliveryByHand,
  evidenceRows,
  finding,
  incidents,
  resolved,
} from './schema.ts';

/** What offices read of a case, and what the portal operator and the auditor do; every read is itself evidence. */
export const officialPaths: ZodOpenApiPathsObject = {
  '/api/v1/cases/{number}': {
    get: {
      operationId: 'readCase',
      summary: 'A case as one’s office may see it',
      description: 'The portal operator and the auditor see it whole, a mission and a Centre what concerns them.',
      responses: json(200, 'The case', z.union([wholeCase, shownCase])),
    },
  },
  '/api/v1/cases/{number}/evidence': {
    get: {
      operationId: 'readEvidence',
      summary: 'The evidence of a case',
      responses: json(200, 'The rows of its chain, in order', evidenceRows),
    },
  },
  '/api/v1/cases/{number}/documents/{kind}': {
    get: {
      operationId: 'readSignedDocument',
      summary: 'A signed document of a case',
      description: 'Such as the record of silence (R1598/2.8), as a JWS (RFC 7515) by a published key.',
      responses: file('The document', 'application/jose'),
    },
  },
  '/api/v1/incidents': {
    get: {
      operationId: 'listIncidents',
      summary: 'The open incidents',
      responses: json(200, 'Oldest first, at most 500', incidents),
    },
  },
  '/api/v1/cases/{number}/deliveries': {
    post: {
      operationId: 'recordDeliveryByHand',
      summary: 'A request was delivered to an agency by hand (R1598/2.7)',
      description: 'The agency’s term begins with it, unless it has begun already (R1598/2.8).',
      requestBody: body(deliveryByHand),
      responses: { ...json(200, 'The term runs', delivered), ...problems(409) },
    },
  },
  '/api/v1/cases/{number}/findings': {
    post: {
      operationId: 'resolveUnreadableOpinion',
      summary: 'What a message that could not be read says (R1598/2.8)',
      description: 'A negative opinion refuses the application.',
      requestBody: body(finding),
      responses: { ...json(200, 'It counts as of its receipt', resolved), ...problems(409) },
    },
  },
  '/api/v1/clock': {
    get: {
      operationId: 'readClock',
      summary: 'The legal clock',
      responses: json(200, 'The installation’s nature and its legal instant', clock),
    },
    post: {
      operationId: 'moveClock',
      summary: 'Move the legal clock of a rehearsal',
      description: 'There only in a rehearsal; forward alone.',
      requestBody: body(clockMove),
      responses: { ...json(200, 'Moved', clockMoved), ...problems(409) },
    },
  },
};

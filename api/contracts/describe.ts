import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, json, problems } from '../openapi/pieces.ts';
import { entered, handingOver, issued, page, registerEntries, registerEntry, signature, signed } from './schema.ts';

/** Signing and handing over at the mission (R1598/2.14, 2.15), and the Centres' register (5.1-5.5). */
export const contractPaths: ZodOpenApiPathsObject = {
  '/api/v1/cases/{number}/signatures': {
    post: {
      operationId: 'registerSignature',
      summary: 'The contracts were signed at the mission (R1598/2.14)',
      requestBody: body(signature),
      responses: { ...json(200, 'Signed', signed), ...problems(409) },
    },
  },
  '/api/v1/cases/{number}/handing-over': {
    post: {
      operationId: 'handOverToApplicant',
      summary: 'Everything was handed to the applicant (R1598/2.15)',
      requestBody: body(handingOver),
      responses: { ...json(200, 'Issued', issued), ...problems(409) },
    },
  },
  '/api/v1/cases/{number}/register-entry': {
    post: {
      operationId: 'enterInRegister',
      summary: 'Enter a certificate in the Centre’s register (R1598/5.1)',
      requestBody: body(registerEntry),
      responses: { ...json(200, 'Entered', entered), ...problems(409) },
    },
  },
  '/api/v1/register': {
    get: {
      operationId: 'readRegister',
      summary: 'The register of certificates (R1598/5.5)',
      description: 'A Centre reads its own entries with their owners, the operator and the auditor all without.',
      requestParams: { query: page },
      responses: { ...json(200, 'At most 100 entries after a case number', registerEntries), ...problems(400) },
    },
  },
};

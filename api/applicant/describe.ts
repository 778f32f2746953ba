import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { access, body, file, instant, json, problems } from '../openapi/pieces.ts';
import { session, signInAsked } from './schema.ts';

const looks = z.strictObject({
  looks: z.array(
    z.strictObject({
      capacity: z.string(),
      body: z.string().nullable(),
      post: z.string().nullable(),
      what: z.string().meta({ description: 'What was done, as the evidence names it' }),
      at: instant,
      times: z.int(),
    }),
  ),
});

/** An applicant's sign-in, and what his case page has besides the case itself. */
export const applicantPaths: ZodOpenApiPathsObject = {
  '/api/v1/application/sign-in': {
    post: {
      operationId: 'askOneTimeCode',
      summary: 'Ask for a one-time code by e-mail',
      description: 'The answer is the same whether the tracking code opens a case or not (ADR 36).',
      requestBody: body(signInAsked),
      responses: { ...json(202, 'Asked for', z.strictObject({ kind: z.literal('asked') })), ...problems(429) },
    },
  },
  '/api/v1/application/session': {
    post: {
      operationId: 'signIn',
      summary: 'Sign in with the tracking code and the one-time code',
      requestBody: body(session),
      responses: { ...json(201, 'A token of thirty minutes', access), ...problems(422, 429) },
    },
  },
  '/api/v1/application/looks': {
    get: {
      operationId: 'listLooks',
      summary: 'Who looked at one’s data and what for (ADR 37)',
      responses: json(200, 'By office and post, never by name; newest first', looks),
    },
  },
  '/api/v1/application/record-of-silence': {
    get: {
      operationId: 'readRecordOfSilence',
      summary: 'The record of silence of one’s case (R1598/2.8)',
      responses: file('A JWS (RFC 7515) that anybody can check offline', 'application/jose'),
    },
  },
  '/api/v1/application/appointment.ics': {
    get: {
      operationId: 'readAppointmentFile',
      summary: 'One’s appointment for a calendar (R1598/2.12)',
      responses: file('An event (RFC 5545)', 'text/calendar'),
    },
  },
};

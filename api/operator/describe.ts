import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import type { StuckReason } from '../../cases/operator/readStuck.ts';
import { SUSPENSION_REASONS } from '../../law/officials.ts';
import { body, caseNumber, instant, json, problems } from '../openapi/pieces.ts';
import { announcement, nothing, settled, stuckQuery, suspension } from './schema.ts';

const desk = z.strictObject({
  incidents: z.int(),
  undelivered: z.int(),
  unreachable: z.int(),
  differences: z.int(),
  openCases: z.int(),
  calendarProposals: z.int().meta({ description: 'Decisions about the calendar that wait for a second operator' }),
  stuck: z.int(),
});
const REASONS = [
  'agency-not-reached',
  'centre-not-reached',
  'not-undone',
  'wake-waits',
  'term-not-closed',
  'incident',
] as const satisfies readonly StuckReason[];
const stuck = z.strictObject({
  cases: z.array(
    z.strictObject({
      caseNumber,
      reason: z.enum(REASONS),
      about: z.string(),
      since: instant,
      attempts: z.int().nullable(),
    }),
  ),
});
const unreachable = z.strictObject({
  requests: z.array(
    z.strictObject({
      caseNumber,
      agency: z.string(),
      attempts: z.int(),
      registeredAt: instant,
      nextAttemptAt: instant,
    }),
  ),
});
const outages = z.strictObject({
  outages: z.array(z.strictObject({ channel: z.string(), from: instant, until: instant.nullable() })),
  channels: z.array(z.strictObject({ channel: z.string(), lastHeard: instant, isUp: z.boolean() })),
});
const users = z.strictObject({
  users: z.array(
    z.strictObject({
      sub: z.string(),
      role: z.string(),
      body: z.string(),
      post: z.string(),
      lastSignIn: instant,
      suspendedAt: instant.nullable(),
      suspendedBy: z.string().nullable(),
      suspendedWhy: z.enum(SUSPENSION_REASONS).nullable(),
    }),
  ),
});
const retried = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('retried'), attempts: z.int() }),
  z.strictObject({ kind: z.literal('nothing-waits') }),
]);
const kinds = (...names: readonly [string, ...string[]]) => z.strictObject({ kind: z.enum(names) });

/** The portal operator's desk. */
export const operatorPaths: ZodOpenApiPathsObject = {
  '/api/v1/operator/desk': {
    get: {
      operationId: 'readDesk',
      summary: 'How much waits for the operator',
      responses: json(200, 'By kind', desk),
    },
  },
  '/api/v1/operator/stuck': {
    get: {
      operationId: 'listStuckCases',
      summary: 'What does not go on by itself, and why',
      requestParams: { query: stuckQuery },
      responses: { ...json(200, 'Oldest first, at most 500', stuck), ...problems(400) },
    },
  },
  '/api/v1/operator/unreachable': {
    get: {
      operationId: 'listUnreachable',
      summary: 'Requests that have not reached their agency (R1598/2.7)',
      responses: json(200, 'Oldest first, at most 500', unreachable),
    },
  },
  '/api/v1/operator/outages': {
    get: {
      operationId: 'readOutages',
      summary: 'The register of outages and how each channel stands',
      responses: json(200, 'Newest first', outages),
    },
  },
  '/api/v1/operator/users': {
    get: {
      operationId: 'listUsers',
      summary: 'Who has signed in, with which rights',
      responses: json(200, 'The suspended first', users),
    },
  },
  '/api/v1/operator/users/suspension': {
    post: {
      operationId: 'suspendUser',
      summary: 'Suspend an account, or restore it',
      description: 'Its sessions and tokens end at once.',
      requestBody: body(suspension),
      responses: { ...json(200, 'Done', kinds('suspended', 'restored', 'as-before')), ...problems(404, 409) },
    },
  },
  '/api/v1/cases/{number}/retry': {
    post: {
      operationId: 'retryCase',
      summary: 'Bring the next attempts of a case forward',
      description: 'It says what was set in motion, never that it succeeded.',
      requestBody: body(nothing, { optional: true }),
      responses: json(200, 'How many attempts were brought forward', retried),
    },
  },
  '/api/v1/cases/{number}/centre-settlement': {
    post: {
      operationId: 'settleCentreMessage',
      summary: 'A Centre’s message that nobody may act on is settled with it (R1598/2.9)',
      requestBody: body(settled),
      responses: json(200, 'Settled', kinds('settled')),
    },
  },
  '/api/v1/operator/announcements': {
    post: {
      operationId: 'announce',
      summary: 'Announce maintenance',
      requestBody: body(announcement),
      responses: json(200, 'Announced', z.strictObject({ kind: z.literal('announced'), id: z.uuid() })),
    },
  },
  '/api/v1/operator/announcements/{id}': {
    delete: {
      operationId: 'withdrawAnnouncement',
      summary: 'Take an announcement back',
      responses: json(200, 'Taken back', kinds('withdrawn')),
    },
  },
};

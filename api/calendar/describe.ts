import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, file, json, problems } from '../openapi/pieces.ts';
import {
  confirmation,
  confirmed,
  ended,
  heldDecisions,
  lines,
  linesQuery,
  newProposal,
  oneProposal,
  previewBegun,
  proposals,
  proposed,
  rejection,
  yearOfCalendar,
  yearQuery,
} from './schema.ts';

/** The calendar, for everybody; and its editor, for two operators (ADR 39). */
export const calendarPaths: ZodOpenApiPathsObject = {
  '/api/v1/calendar/proposals': {
    get: {
      operationId: 'readCalendarProposals',
      summary: 'What was entered about the calendar',
      responses: json(200, 'Those that wait for a second person first', proposals),
    },
    post: {
      operationId: 'proposeCalendarDecision',
      summary: 'Propose a decision of the Cabinet, or to take one back',
      description: 'Nothing moves: a second operator confirms it on a preview (ADR 39).',
      requestBody: body(newProposal),
      responses: { ...json(200, 'Kept as a proposal', proposed), ...problems(409, 422) },
    },
  },
  '/api/v1/calendar/proposals/{id}': {
    get: {
      operationId: 'readCalendarProposal',
      summary: 'A proposal, its preview and its application, with their progress',
      responses: json(200, 'The proposal', oneProposal),
    },
  },
  '/api/v1/calendar/proposals/{id}/lines': {
    get: {
      operationId: 'readCalendarLines',
      summary: 'Each open term a preview or an application found, by pages',
      requestParams: { query: linesQuery },
      responses: { ...json(200, 'A page of a hundred', lines), ...problems(400) },
    },
  },
  '/api/v1/calendar/proposals/{id}/preview': {
    post: {
      operationId: 'previewCalendarProposal',
      summary: 'Count every open term a proposal would move',
      responses: { ...json(200, 'The counting has begun', previewBegun), ...problems(409, 422) },
    },
  },
  '/api/v1/calendar/proposals/{id}/confirmation': {
    post: {
      operationId: 'confirmCalendarProposal',
      summary: 'Confirm a proposal on the preview that was seen, as the second person',
      description: 'Every open term is counted anew; both ends stay in the record.',
      requestBody: body(confirmation),
      responses: { ...json(200, 'Confirmed', confirmed), ...problems(409) },
    },
  },
  '/api/v1/calendar/proposals/{id}/rejection': {
    post: {
      operationId: 'rejectCalendarProposal',
      summary: 'Reject a proposal, or withdraw one’s own, with the reason',
      requestBody: body(rejection),
      responses: { ...json(200, 'Ended without effect', ended), ...problems(409) },
    },
  },
  '/api/v1/calendar/decisions': {
    get: {
      operationId: 'readCalendarDecisions',
      summary: 'Every decision about a day, also those taken back',
      responses: json(200, 'In the order of days', heldDecisions),
    },
  },
  '/api/v1/calendar/decisions.csv': {
    get: {
      operationId: 'readCalendarDecisionsCsv',
      summary: 'The same as CSV, as the calendar command reads it',
      responses: file('The decisions', 'text/csv'),
    },
  },
  '/api/v1/calendar/years/{year}': {
    get: {
      operationId: 'readCalendarYear',
      summary: 'The days off of a year, each with its reason, as known on a day',
      requestParams: { query: yearQuery },
      responses: { ...json(200, 'The year', yearOfCalendar), ...problems(400) },
    },
  },
};

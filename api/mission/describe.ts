import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, day, json, problems } from '../openapi/pieces.ts';
import {
  closed,
  confirmationAnswer,
  dayList,
  identityAnswer,
  invitationAnswer,
  noShow,
  opened,
  removed,
  waiting,
} from './answers.ts';
import { closingDay, closure, confirmation, identity, invitation, newSlots, nothing } from './schema.ts';

/** What a mission's officer does: invites (R1598/2.11), keeps the post's calendar and confirms identity (2.12, 2.13). */
export const missionPaths: ZodOpenApiPathsObject = {
  '/api/v1/cases/{number}/invitation': {
    post: {
      operationId: 'inviteApplicant',
      summary: 'Invite the applicant (R1598/2.11)',
      requestBody: body(invitation, { optional: true }),
      responses: json(200, 'Invited, or for another day', invitationAnswer),
    },
  },
  '/api/v1/cases/{number}/identity': {
    post: {
      operationId: 'checkIdentity',
      summary: 'What was found of the identity, item by item (R1598/2.12)',
      requestBody: body(identity),
      responses: json(200, 'The verdict, or that a second officer must confirm', identityAnswer),
    },
  },
  '/api/v1/cases/{number}/identity/confirmation': {
    post: {
      operationId: 'confirmIdentity',
      summary: 'A second officer’s word on it (R1598/2.12)',
      requestBody: body(confirmation),
      responses: json(200, 'Final, or not confirmed', confirmationAnswer),
    },
  },
  '/api/v1/appointments/{id}/no-show': {
    post: {
      operationId: 'recordNoShow',
      summary: 'The applicant did not come (R1598/2.12)',
      description: 'It ends nothing: another time may be booked.',
      requestBody: body(nothing, { optional: true }),
      responses: json(200, 'Recorded', noShow),
    },
  },
  '/api/v1/missions/{mission}/slots': {
    post: {
      operationId: 'openSlots',
      summary: 'Open times for appointments (R1598/2.12)',
      requestBody: body(newSlots),
      responses: json(200, 'Open; all of them or none', opened),
    },
  },
  '/api/v1/slots/{id}/closure': {
    post: {
      operationId: 'closeSlot',
      summary: 'Close a time',
      requestBody: body(closure, { optional: true }),
      responses: json(200, 'Closed, with the appointments that fall with it', closed),
    },
  },
  '/api/v1/missions/{mission}/closing-days': {
    post: {
      operationId: 'setClosingDay',
      summary: 'Enter a day on which the post is closed',
      requestBody: body(closingDay),
      responses: json(200, 'Entered', closed),
    },
  },
  '/api/v1/missions/{mission}/closing-days/{day}': {
    delete: {
      operationId: 'removeClosingDay',
      summary: 'Take a closing day back',
      responses: json(200, 'Taken back', removed),
    },
  },
  '/api/v1/missions/{mission}/appointments': {
    get: {
      operationId: 'listAppointments',
      summary: 'A day of the post: its times and who is expected',
      requestParams: { query: z.object({ day: day.optional() }) },
      responses: { ...json(200, 'The day; today at the post where none is named', dayList), ...problems(400) },
    },
  },
  '/api/v1/missions/{mission}/cases': {
    get: {
      operationId: 'listWaitingCases',
      summary: 'The cases the post has to do with',
      responses: json(200, 'Longest due first, at most 500', waiting),
    },
  },
};

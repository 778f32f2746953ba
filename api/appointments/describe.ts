import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, json, problems } from '../openapi/pieces.ts';
import { booked, booking, cancelled, freeSlotsAnswer } from './schema.ts';

/** The applicant's appointment at the mission (R1598/2.12). */
export const appointmentPaths: ZodOpenApiPathsObject = {
  '/api/v1/application/slots': {
    get: {
      operationId: 'readFreeSlots',
      summary: 'The slots that may be booked (R1598/2.12)',
      description: 'Free slots of the case’s mission, earliest first; none before the invitation.',
      responses: json(200, 'The slots, with the post’s time zone', freeSlotsAnswer),
    },
  },
  '/api/v1/application/appointment': {
    post: {
      operationId: 'bookAppointment',
      summary: 'Book a slot, or move to it (R1598/2.12)',
      requestBody: body(booking),
      responses: { ...json(200, 'Booked', booked), ...problems(409) },
    },
  },
  '/api/v1/application/appointment/cancellation': {
    post: {
      operationId: 'cancelAppointment',
      summary: 'Cancel the appointment before it begins (R1598/2.12)',
      responses: { ...json(200, 'Cancelled', cancelled), ...problems(409) },
    },
  },
};

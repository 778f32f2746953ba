import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, file, json, problems } from '../openapi/pieces.ts';
import { confirmed, entered, handovers, held, offered, recalled, reported, settled, whereabouts } from './answers.ts';
import {
  confirmation,
  entry,
  handoverQuery,
  heldQuery,
  itemQuery,
  nothing,
  offer,
  report,
  settlement,
} from './schema.ts';

/** Custody (R1598/2.10, 2.15-2.18): things are entered, offered, taken over and taken back, and differences settled. */
export const custodyPaths: ZodOpenApiPathsObject = {
  '/api/v1/cases/{number}/items': {
    post: {
      operationId: 'enterItems',
      summary: 'Enter things that go to the mission (R1598/2.10)',
      requestBody: body(entry),
      responses: json(200, 'Entered; they are in the hands of who made them', entered),
    },
  },
  '/api/v1/cases/{number}/handovers': {
    post: {
      operationId: 'offerHandover',
      summary: 'Offer things to the next hands (R1598/2.10, 2.16-2.18)',
      requestBody: body(offer),
      responses: json(200, 'Offered; the giver answers for them until the taker confirms', offered),
    },
  },
  '/api/v1/handovers/{id}/confirmation': {
    post: {
      operationId: 'confirmHandover',
      summary: 'Say how each offered thing was found',
      requestBody: body(confirmation),
      responses: json(200, 'Taken over, or a difference to be settled', confirmed),
    },
  },
  '/api/v1/handovers/{id}/recall': {
    post: {
      operationId: 'recallHandover',
      summary: 'Take back an offer that nobody has answered',
      requestBody: body(nothing, { optional: true }),
      responses: json(200, 'Taken back', recalled),
    },
  },
  '/api/v1/cases/{number}/differences': {
    post: {
      operationId: 'reportDifference',
      summary: 'Report a thing in one’s own hands as damaged or missing',
      requestBody: body(report),
      responses: json(200, 'Reported', reported),
    },
  },
  '/api/v1/incidents/{id}/settlement': {
    post: {
      operationId: 'settleDifference',
      summary: 'Settle a difference',
      requestBody: body(settlement),
      responses: json(200, 'Settled', settled),
    },
  },
  '/api/v1/items/{kind}/{serial}': {
    get: {
      operationId: 'whereIsItem',
      summary: 'Where a thing is and who says so (R1598/2.10)',
      requestParams: {
        path: z.object({ kind: itemQuery.shape.kind, serial: itemQuery.shape.serial }),
        query: itemQuery.pick({ copy: true }),
      },
      responses: json(200, 'Its hands from the first on', whereabouts),
    },
  },
  '/api/v1/handovers/{id}/act.pdf': {
    get: {
      operationId: 'readAct',
      summary: 'The act of a hand-over',
      responses: file('The act as it is printed', 'application/pdf'),
    },
  },
  '/api/v1/handovers': {
    get: {
      operationId: 'listHandovers',
      summary: 'One’s own hand-overs in a state',
      requestParams: { query: handoverQuery },
      responses: { ...json(200, 'Newest first, 200 a page', handovers), ...problems(400) },
    },
  },
  '/api/v1/cases/{number}/next-hands': {
    get: {
      operationId: 'listNextHands',
      summary: 'To whom one may offer what one holds of a case',
      description: 'Empty where nothing may move, and for a case that is another’s or is not there.',
      responses: json(200, 'Parties', z.strictObject({ parties: z.array(z.string()) })),
    },
  },
  '/api/v1/custody': {
    get: {
      operationId: 'listCustody',
      summary: 'What lies in one’s own hands',
      requestParams: { query: heldQuery },
      responses: { ...json(200, 'Longest held first, 200 a page', held), ...problems(400) },
    },
  },
};

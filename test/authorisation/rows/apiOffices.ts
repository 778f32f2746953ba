import type { Address, Row } from '../row.ts';

const OPERATOR = ['operator'] as const;

/** A case that has not reached any office, one at Berlin, one of E-imza and London: to each office its own. */
const cases: Address[] = [
  {
    what: 'a case with the agencies',
    at: ({ opinions }) => ({ number: opinions.caseNumber }),
    lets: { operator: 200, auditor: 200 },
  },
  {
    what: 'a case at Berlin',
    at: ({ berlin }) => ({ number: berlin.caseNumber }),
    lets: { operator: 200, auditor: 200, 'mission-officer@berlin': 200 },
  },
  {
    what: 'a case of E-imza’s in London',
    at: ({ offered }) => ({ number: offered.caseNumber }),
    lets: { operator: 200, auditor: 200, 'mission-officer@london': 200, 'centre-officer@e-imza': 200 },
  },
];

const operators: readonly Row[] = [
  { route: 'GET /api/v1/incidents', who: OPERATOR, gets: 200 },
  {
    route: 'POST /api/v1/cases/:number/deliveries',
    who: OPERATOR,
    send: () => ({ agency: 'internal-affairs', document: 'Akt 1' }),
    addresses: [
      {
        what: 'a case that was delivered',
        at: ({ opinions }) => ({ number: opinions.caseNumber }),
        lets: { operator: 200 },
      },
    ],
  },
  {
    route: 'POST /api/v1/cases/:number/findings',
    who: OPERATOR,
    fresh: true,
    send: () => ({ agency: 'internal-affairs', finding: 'not-an-opinion', document: 'Akt 1' }),
    addresses: [
      {
        what: 'a case with nothing to find',
        at: ({ opinions }) => ({ number: opinions.caseNumber }),
        lets: { operator: 409 },
      },
    ],
  },
  { route: 'POST /api/v1/clock', who: OPERATOR, gets: 400 },
  { route: 'GET /api/v1/notices/undelivered', who: OPERATOR, gets: 200 },
  { route: 'POST /api/v1/notices/undelivered', who: OPERATOR, gets: 400 },
  { route: 'GET /api/v1/differences', who: ['operator', 'auditor'], gets: 200 },
];

/** What the offices read and do over the JSON API. */
export const API_OFFICE_ROWS: readonly Row[] = [
  ...operators,
  {
    route: 'GET /api/v1/cases/:number',
    who: ['operator', 'auditor', 'mission-officer', 'centre-officer'],
    addresses: cases,
  },
  {
    route: 'GET /api/v1/cases/:number/file',
    who: ['operator', 'auditor', 'mission-officer', 'centre-officer'],
    addresses: cases,
  },
  {
    route: 'GET /api/v1/cases/:number/evidence',
    who: ['auditor'],
    addresses: [{ what: 'a case', at: ({ opinions }) => ({ number: opinions.caseNumber }), lets: { auditor: 200 } }],
  },
  {
    route: 'GET /api/v1/cases/:number/documents/:kind',
    who: ['operator', 'auditor'],
    addresses: [
      {
        what: 'a signed document',
        at: ({ berlin }) => ({ number: berlin.caseNumber, kind: 'record-of-silence' }),
        lets: { operator: 200, auditor: 200 },
      },
    ],
  },
  {
    route: 'POST /api/v1/cases/:number/register-entry',
    who: ['centre-officer'],
    send: () => ({ serial: 'abc1' }),
    addresses: [
      {
        what: 'a case of E-imza’s',
        at: ({ offered }) => ({ number: offered.caseNumber }),
        lets: { 'centre-officer@e-imza': 409 },
      },
      {
        what: 'a case of ASAN’s',
        at: ({ asan }) => ({ number: asan.caseNumber }),
        lets: { 'centre-officer@asan': 409 },
      },
      { what: 'a case of no Centre’s yet', at: ({ opinions }) => ({ number: opinions.caseNumber }), lets: {} },
    ],
  },
  { route: 'GET /api/v1/register', who: ['centre-officer', 'operator', 'auditor'], gets: 200 },
  {
    route: 'GET /api/v1/bundles',
    who: ['operator', 'auditor', 'ministry-officer', 'mission-officer', 'centre-officer', 'mobile-operator-officer'],
    gets: 200,
    only: [
      {
        text: ({ bundle }) => bundle,
        to: ['operator', 'auditor', 'ministry-officer', 'mission-officer@london', 'centre-officer@e-imza'],
      },
    ],
  },
  {
    route: 'GET /api/v1/overdue',
    who: ['operator', 'auditor', 'ministry-officer', 'mission-officer', 'centre-officer'],
    gets: 200,
  },
];

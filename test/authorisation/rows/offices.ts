import type { Address, Row } from '../row.ts';

const OPERATOR = ['operator'] as const;
const CENTRE = ['centre-officer'] as const;
const AUDITOR = ['auditor'] as const;

const centreCases = (gets: number): Address[] => [
  {
    what: 'a case of E-imza’s',
    at: ({ offered }) => ({ number: offered.caseNumber }),
    lets: { 'centre-officer@e-imza': gets },
  },
  { what: 'a case of ASAN’s', at: ({ asan }) => ({ number: asan.caseNumber }), lets: { 'centre-officer@asan': gets } },
  { what: 'a case of no Centre’s yet', at: ({ opinions }) => ({ number: opinions.caseNumber }), lets: {} },
];

const anyCase = (gets: number): Address[] => [
  { what: 'a case', at: ({ berlin }) => ({ number: berlin.caseNumber }), lets: { operator: gets } },
];

/** The portal operator's desk. */
const operator: readonly Row[] = [
  ...['', '/incidents', '/agencies', '/notices', '/outages', '/stuck', '/checks', '/clock', '/announcements'].map(
    (path): Row => ({ route: `GET /operator${path}`, who: OPERATOR, gets: 200 }),
  ),
  { route: 'GET /operator/users', who: OPERATOR, fresh: true, gets: 200 },
  {
    route: 'POST /operator/users',
    who: OPERATOR,
    fresh: true,
    // Nobody suspends himself.
    send: (_world, caller) => ({ deed: 'suspend', sub: caller.name }),
    gets: 422,
  },
  { route: 'POST /operator/clock', who: OPERATOR, gets: 422 },
  { route: 'POST /operator/announcements', who: OPERATOR, gets: 422 },
  { route: 'GET /operator/cases/:number', who: OPERATOR, addresses: anyCase(200) },
  {
    route: 'POST /operator/cases/:number',
    who: OPERATOR,
    send: () => ({ deed: 'delivered' }),
    addresses: anyCase(422),
  },
  {
    route: 'GET /operator/cases/:number/finding',
    who: OPERATOR,
    fresh: true,
    addresses: [
      {
        what: 'a case with an unreadable message',
        at: ({ garbled }) => ({ number: garbled }),
        lets: { operator: 200 },
      },
      { what: 'a case without one', at: ({ berlin }) => ({ number: berlin.caseNumber }), lets: {} },
    ],
  },
  {
    route: 'POST /operator/cases/:number/finding',
    who: OPERATOR,
    fresh: true,
    // Of another agency nothing unreadable came.
    send: () => ({ of: 'foreign-affairs', finding: 'negative', document: 'Akt 1' }),
    addresses: [
      {
        what: 'a case with an unreadable message',
        at: ({ garbled }) => ({ number: garbled }),
        lets: { operator: 422 },
      },
    ],
  },
];

/** The operator, the Centres, the auditor. */
export const OFFICE_ROWS: readonly Row[] = [
  ...operator,
  {
    route: 'GET /centre',
    who: CENTRE,
    gets: 200,
    only: [{ text: ({ waiting }) => waiting, to: ['centre-officer@e-imza'] }],
  },
  { route: 'GET /centre/register', who: CENTRE, gets: 200 },
  { route: 'GET /centre/cases/:number', who: CENTRE, addresses: centreCases(200) },
  { route: 'POST /centre/cases/:number', who: CENTRE, addresses: centreCases(422) },
  { route: 'GET /auditor', who: AUDITOR, gets: 200 },
  {
    route: 'GET /auditor/chains/:chain',
    who: AUDITOR,
    addresses: [
      { what: 'a chain', at: ({ opinions }) => ({ chain: `case:${opinions.caseNumber}` }), lets: { auditor: 200 } },
    ],
  },
  { route: 'GET /auditor/export', who: AUDITOR, gets: 200 },
];

import type { Address, Row } from '../row.ts';

const HANDS = [
  ...(['operator', 'centre-officer', 'ministry-officer', 'courier'] as const),
  ...(['mission-officer', 'mobile-operator-officer'] as const),
] as const;
const [MINISTRY, COURIER, CENTRE] = ['ministry-officer@foreign-affairs', 'courier@7', 'centre-officer@e-imza'] as const;

/** A thing that nobody has. */
const thing = { kind: 'token', serial: 'T-0', copy: 1 } as const;

/** To whom a case with things is no secret: who holds or held them, their mission, the ministry, the operator. */
const onTheWay: Readonly<Record<string, 409>> = {
  [MINISTRY]: 409,
  [CENTRE]: 409,
  [COURIER]: 409,
  'mission-officer@london': 409,
  operator: 409,
};

const cases: Address[] = [
  { what: 'things with the ministry', at: ({ onTheWay: way }) => ({ number: way.caseNumber }), lets: onTheWay },
  { what: 'a case without things', at: ({ opinions }) => ({ number: opinions.caseNumber }), lets: { operator: 409 } },
];

/** Custody over the JSON API. */
export const API_CUSTODY_ROWS: readonly Row[] = [
  {
    route: 'POST /api/v1/cases/:number/items',
    who: ['operator', 'centre-officer'],
    send: () => ({ items: [thing] }),
    addresses: [
      {
        what: 'a case of E-imza’s',
        at: ({ offered }) => ({ number: offered.caseNumber }),
        lets: { [CENTRE]: 409, operator: 409 },
      },
      {
        what: 'a case of no Centre’s yet',
        at: ({ opinions }) => ({ number: opinions.caseNumber }),
        lets: { operator: 409 },
      },
    ],
  },
  {
    route: 'POST /api/v1/cases/:number/handovers',
    who: HANDS,
    send: () => ({ taker: 'courier:7', items: [thing] }),
    addresses: cases,
  },
  {
    route: 'POST /api/v1/handovers/:id/confirmation',
    who: HANDS,
    send: () => ({ items: [{ ...thing, found: 'as-listed' }] }),
    addresses: [
      {
        what: 'offered to the ministry',
        at: ({ offered }) => ({ id: offered.handover }),
        lets: { [MINISTRY]: 409, [CENTRE]: 409 },
      },
      {
        what: 'offered to the courier',
        at: ({ onTheWay }) => ({ id: onTheWay.handover }),
        lets: { [COURIER]: 409, [MINISTRY]: 409 },
      },
    ],
  },
  {
    route: 'POST /api/v1/handovers/:id/recall',
    who: HANDS,
    addresses: [
      {
        what: 'given and taken',
        at: ({ onTheWay }) => ({ id: onTheWay.taken }),
        lets: { [CENTRE]: 409, [MINISTRY]: 409 },
      },
    ],
  },
  {
    route: 'POST /api/v1/cases/:number/differences',
    who: HANDS,
    send: () => ({ items: [{ ...thing, found: 'missing' }] }),
    addresses: cases,
  },
  {
    route: 'POST /api/v1/incidents/:id/settlement',
    who: ['operator'],
    send: () => ({ items: [{ ...thing, settlement: 'as-listed' }] }),
    addresses: [{ what: 'a difference', at: ({ incident }) => ({ id: incident }), lets: { operator: 409 } }],
  },
  {
    route: 'GET /api/v1/items/:kind/:serial',
    who: [...HANDS, 'auditor'],
    addresses: [
      {
        what: 'a token offered to the ministry',
        at: ({ offered }) => ({ kind: 'token', serial: `T-${offered.serial}` }),
        lets: { [CENTRE]: 200, [MINISTRY]: 200, 'mission-officer@london': 200, operator: 200, auditor: 200 },
      },
    ],
  },
  {
    route: 'GET /api/v1/handovers/:id/act.pdf',
    who: [...HANDS, 'auditor'],
    addresses: [
      {
        what: 'from the ministry to its courier',
        at: ({ onTheWay }) => ({ id: onTheWay.handover }),
        lets: { [MINISTRY]: 200, [COURIER]: 200, operator: 200, auditor: 200 },
      },
    ],
  },
  {
    route: 'GET /api/v1/handovers',
    who: HANDS,
    gets: 200,
    only: [{ text: ({ onTheWay }) => onTheWay.handover, to: [MINISTRY, COURIER] }],
  },
  {
    route: 'GET /api/v1/custody',
    who: HANDS,
    gets: 200,
    only: [{ text: ({ onTheWay }) => onTheWay.serial, to: [MINISTRY] }],
  },
];

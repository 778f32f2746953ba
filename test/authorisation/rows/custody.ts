import type { Address, Row } from '../row.ts';

const HANDS = [
  ...(['mission-officer', 'courier', 'ministry-officer', 'centre-officer'] as const),
  ...(['mobile-operator-officer', 'operator'] as const),
] as const;
const [MINISTRY, COURIER, CENTRE] = ['ministry-officer@foreign-affairs', 'courier@7', 'centre-officer@e-imza'] as const;

/** What is offered is its taker's to answer; its giver sees that it is offered. */
const offers = (gets: number): Address[] => [
  { what: 'offered to the ministry', at: ({ offered }) => ({ id: offered.handover }), lets: { [MINISTRY]: gets } },
  { what: 'offered to the courier', at: ({ onTheWay }) => ({ id: onTheWay.handover }), lets: { [COURIER]: gets } },
  { what: 'taken already', at: ({ onTheWay }) => ({ id: onTheWay.taken }), lets: {} },
];

const MAKERS = ['operator', 'centre-officer'] as const;

/** What ASAN’s case lacks is the operator’s to enter; E-imza’s lacks nothing. */
const lacking = (gets: number): Address[] => [
  { what: 'a case that lacks a SIM card', at: ({ asan }) => ({ number: asan.caseNumber }), lets: { operator: gets } },
  { what: 'a case that lacks nothing', at: ({ offered }) => ({ number: offered.caseNumber }), lets: {} },
];

/** Whoever holds a thing finds it damaged or missing; what is on its way is nobody’s to report. */
const held = (gets: number): Address[] => [
  {
    what: 'things in London',
    at: ({ london }) => ({ number: london.caseNumber }),
    lets: { 'mission-officer@london': gets },
  },
  { what: 'things on their way', at: ({ offered }) => ({ number: offered.caseNumber }), lets: {} },
];

const differences = (gets: number): Address[] => [
  { what: 'a difference', at: ({ incident }) => ({ id: incident }), lets: { operator: gets } },
];

/** Things in custody, and bundles of copies. */
export const CUSTODY_ROWS: readonly Row[] = [
  {
    route: 'GET /custody',
    who: HANDS,
    gets: 200,
    only: [
      { text: ({ offered }) => offered.handover, to: [MINISTRY, CENTRE] },
      { text: ({ onTheWay }) => onTheWay.handover, to: [MINISTRY, COURIER] },
    ],
  },
  {
    route: 'POST /custody',
    who: HANDS,
    gets: 422,
    addresses: [
      {
        what: 'taking back what was taken',
        at: () => ({}),
        send: ({ onTheWay }) => ({ deed: 'recall', handover: onTheWay.taken }),
        lets: { [CENTRE]: 422, [MINISTRY]: 422 },
      },
    ],
  },
  { route: 'GET /custody/handovers/:id', who: HANDS, addresses: offers(200) },
  { route: 'POST /custody/handovers/:id', who: HANDS, addresses: offers(422) },
  {
    route: 'GET /custody/handovers/:id/act.pdf',
    who: HANDS,
    addresses: [
      {
        what: 'from the Centre to the ministry',
        at: ({ offered }) => ({ id: offered.handover }),
        lets: { [CENTRE]: 200, [MINISTRY]: 200, operator: 200 },
      },
      {
        what: 'from the ministry to its courier',
        at: ({ onTheWay }) => ({ id: onTheWay.handover }),
        lets: { [MINISTRY]: 200, [COURIER]: 200, operator: 200 },
      },
    ],
  },
  { route: 'GET /custody/cases/:number/items', who: MAKERS, addresses: lacking(200) },
  { route: 'POST /custody/cases/:number/items', who: MAKERS, addresses: lacking(422) },
  { route: 'GET /custody/cases/:number/report', who: HANDS, addresses: held(200) },
  { route: 'POST /custody/cases/:number/report', who: HANDS, addresses: held(422) },
  { route: 'GET /custody/differences/:id', who: ['operator'], addresses: differences(200) },
  { route: 'POST /custody/differences/:id', who: ['operator'], addresses: differences(422) },
  {
    route: 'GET /copies',
    who: ['ministry-officer', 'mission-officer', 'centre-officer', 'mobile-operator-officer'],
    gets: 200,
    only: [
      { text: ({ bundle }) => bundle, to: ['ministry-officer', 'mission-officer@london', 'centre-officer@e-imza'] },
    ],
  },
];

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
  {
    route: 'GET /copies',
    who: ['ministry-officer', 'mission-officer', 'centre-officer', 'mobile-operator-officer'],
    gets: 200,
    only: [
      { text: ({ bundle }) => bundle, to: ['ministry-officer', 'mission-officer@london', 'centre-officer@e-imza'] },
    ],
  },
];

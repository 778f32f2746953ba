import type { Address, Row } from '../row.ts';

const WHO = ['mission-officer'] as const;
const [BERLIN, LONDON] = ['mission-officer@berlin', 'mission-officer@london'] as const;

/** One case at each post, one that has not reached its post yet, and a bundle, which is none of the counter's. */
const cases = (gets: number): Address[] => [
  { what: 'a case at Berlin', at: ({ berlin }) => ({ number: berlin.caseNumber }), lets: { [BERLIN]: gets } },
  { what: 'a case in London', at: ({ london }) => ({ number: london.caseNumber }), lets: { [LONDON]: gets } },
  { what: 'a case not yet decided', at: ({ opinions }) => ({ number: opinions.caseNumber }), lets: {} },
  { what: 'a bundle of copies', at: ({ bundle }) => ({ number: bundle }), lets: {} },
];

/** The case at Berlin whose check awaits a second officer; no other does. */
const second = (gets: number): Address[] => [
  { what: 'a check that awaits him', at: ({ twice }) => ({ number: twice.caseNumber }), lets: { [BERLIN]: gets } },
  { what: 'another post’s case', at: ({ london }) => ({ number: london.caseNumber }), lets: {} },
];

/** What officers of a mission do at their own post. */
export const MISSION_ROWS: readonly Row[] = [
  {
    route: 'GET /mission',
    who: WHO,
    gets: 200,
    only: [
      { text: ({ berlin }) => berlin.caseNumber, to: [BERLIN] },
      { text: ({ offered }) => offered.caseNumber, to: [LONDON] },
    ],
  },
  {
    route: 'GET /mission/slots',
    who: WHO,
    query: 'day=2026-04-07',
    gets: 200,
    only: [{ text: ({ berlin }) => berlin.slot, to: [BERLIN] }],
  },
  {
    route: 'POST /mission/slots',
    who: WHO,
    gets: 422,
    addresses: [
      {
        what: 'a slot of Berlin’s',
        at: () => ({}),
        send: ({ berlin }) => ({ deed: 'close', day: '2026-04-07', slot: berlin.slot }),
        lets: { [BERLIN]: 422 },
      },
    ],
  },
  { route: 'GET /mission/cases/:number', who: WHO, addresses: cases(200) },
  {
    route: 'POST /mission/cases/:number',
    who: WHO,
    send: () => ({ deed: 'sign', certificateContract: '<b>' }),
    addresses: cases(422),
  },
  { route: 'GET /mission/cases/:number/identity', who: WHO, fresh: true, addresses: cases(200) },
  { route: 'POST /mission/cases/:number/identity', who: WHO, fresh: true, addresses: cases(422) },
  { route: 'GET /mission/cases/:number/identity/second', who: WHO, fresh: true, addresses: second(200) },
  { route: 'POST /mission/cases/:number/identity/second', who: WHO, fresh: true, addresses: second(422) },
  { route: 'GET /mission/cases/:number/handing-over', who: WHO, fresh: true, addresses: cases(200) },
  { route: 'POST /mission/cases/:number/handing-over', who: WHO, fresh: true, addresses: cases(422) },
  {
    route: 'GET /mission/cases/:number/documents/:id',
    who: WHO,
    addresses: [
      {
        what: 'a document of Berlin’s case',
        at: ({ berlin }) => ({ number: berlin.caseNumber, id: berlin.document }),
        lets: { [BERLIN]: 200 },
      },
      {
        what: 'a document of another case under its own number',
        at: ({ berlin, opinions }) => ({ number: berlin.caseNumber, id: opinions.document }),
        lets: {},
      },
    ],
  },
  {
    route: 'GET /mission/cases/:number/contract.pdf',
    who: WHO,
    addresses: [
      { what: 'London’s contract', at: ({ london }) => ({ number: london.caseNumber }), lets: { [LONDON]: 200 } },
    ],
  },
];

import type { Address, Row } from '../row.ts';
import { NOWHERE, USED_KEY } from '../world.ts';

const WHO = ['mission-officer'] as const;
const [BERLIN, LONDON] = ['mission-officer@berlin', 'mission-officer@london'] as const;

/** The case in London, whose contract is due: too late for an invitation or a check. */
const inLondon = (gets: number): Address[] => [
  { what: 'a case in London', at: ({ london }) => ({ number: london.caseNumber }), lets: { [LONDON]: gets } },
];

/** The case at Berlin, whose applicant has not come yet: too early for a signature. */
const atBerlin = (gets: number): Address[] => [
  { what: 'a case at Berlin', at: ({ berlin }) => ({ number: berlin.caseNumber }), lets: { [BERLIN]: gets } },
];

const notReached: Address = {
  what: 'a case that has not reached its post',
  at: ({ opinions }) => ({ number: opinions.caseNumber }),
  lets: {},
};

const ownPost = (gets: number, name: Readonly<Record<string, string>> = {}): Address[] => [
  { what: 'Berlin', at: () => ({ mission: 'berlin', ...name }), lets: { [BERLIN]: gets } },
];

const atTheCounter: readonly Row[] = [
  { route: 'POST /api/v1/cases/:number/invitation', who: WHO, addresses: [...inLondon(409), notReached] },
  {
    route: 'POST /api/v1/cases/:number/identity',
    who: WHO,
    fresh: true,
    send: () => ({ came: 'applicant', findings: [], originalsReturned: true }),
    addresses: [...inLondon(409), notReached],
  },
  {
    route: 'POST /api/v1/cases/:number/identity/confirmation',
    who: WHO,
    fresh: true,
    send: () => ({ confirms: true }),
    addresses: [...inLondon(409), notReached],
  },
  { route: 'POST /api/v1/cases/:number/signatures', who: WHO, addresses: [...atBerlin(409), notReached] },
  {
    route: 'POST /api/v1/cases/:number/handing-over',
    who: WHO,
    fresh: true,
    send: () => ({ paperNumber: 'Akt 1' }),
    addresses: [...atBerlin(409), notReached],
  },
  {
    route: 'POST /api/v1/cases/:number/photographs',
    who: WHO,
    send: ({ photograph }) => ({ file: photograph }),
    addresses: [...inLondon(409), notReached],
  },
  {
    route: 'POST /api/v1/appointments/:id/no-show',
    who: WHO,
    addresses: [
      {
        what: 'an appointment at Berlin that is to come',
        at: ({ berlin }) => ({ id: berlin.appointment }),
        lets: { [BERLIN]: 409 },
      },
    ],
  },
  {
    route: 'GET /api/v1/cases/:number/application',
    who: WHO,
    addresses: [...atBerlin(200), ...inLondon(200), notReached],
  },
  {
    route: 'GET /api/v1/cases/:number/uploads/:id',
    who: WHO,
    addresses: [
      {
        what: 'a document of Berlin’s case',
        at: ({ berlin }) => ({ number: berlin.caseNumber, id: berlin.document }),
        lets: { [BERLIN]: 200 },
      },
      {
        what: 'a document of another case under its number',
        at: ({ berlin, opinions }) => ({ number: berlin.caseNumber, id: opinions.document }),
        lets: {},
      },
    ],
  },
  {
    route: 'GET /api/v1/cases/:number/counter',
    who: WHO,
    addresses: [...atBerlin(200), ...inLondon(200), notReached],
  },
  { route: 'GET /api/v1/cases/:number/contract.pdf', who: WHO, addresses: inLondon(200) },
];

/** What officers of a mission do over the JSON API. */
export const API_MISSION_ROWS: readonly Row[] = [
  ...atTheCounter,
  { route: 'POST /api/v1/missions/:mission/slots', who: WHO, addresses: ownPost(400) },
  {
    route: 'POST /api/v1/slots/:id/closure',
    who: WHO,
    addresses: [
      { what: 'a booked slot at Berlin', at: ({ berlin }) => ({ id: berlin.slot }), lets: { [BERLIN]: 409 } },
    ],
  },
  { route: 'POST /api/v1/missions/:mission/closing-days', who: WHO, addresses: ownPost(400) },
  {
    route: 'DELETE /api/v1/missions/:mission/closing-days/:day',
    who: WHO,
    send: () => ({ once: USED_KEY }),
    addresses: ownPost(422, { day: NOWHERE.day }),
  },
  { route: 'GET /api/v1/missions/:mission/appointments', who: WHO, addresses: ownPost(200) },
  { route: 'GET /api/v1/missions/:mission/cases', who: WHO, addresses: ownPost(200) },
];

import type { Address, Row } from '../row.ts';
import { NOWHERE } from '../world.ts';

const WHO = ['operator'] as const;

const waiting = (gets: number): Address[] => [
  { what: 'one that waits', at: ({ proposals }) => ({ id: proposals.waiting }), lets: { operator: gets } },
];

/** One that was withdrawn: nothing can be done to it any more. */
const withdrawn = (gets: number): Address[] => [
  { what: 'one that was withdrawn', at: ({ proposals }) => ({ id: proposals.withdrawn }), lets: { operator: gets } },
];

/** The calendar over the JSON API: for everybody to read, for two operators to change (ADR 39). */
export const API_CALENDAR_ROWS: readonly Row[] = [
  { route: 'GET /api/v1/calendar/decisions', who: 'anyone', gets: 200 },
  { route: 'GET /api/v1/calendar/decisions.csv', who: 'anyone', gets: 200 },
  {
    route: 'GET /api/v1/calendar/years/:year',
    who: 'anyone',
    addresses: [{ what: 'a year', at: () => ({ year: '2026' }), lets: { anyone: 200 } }],
  },
  { route: 'GET /api/v1/calendar/proposals', who: WHO, gets: 200 },
  { route: 'POST /api/v1/calendar/proposals', who: WHO, gets: 400 },
  { route: 'GET /api/v1/calendar/proposals/:id', who: WHO, addresses: [...waiting(200), ...withdrawn(200)] },
  { route: 'GET /api/v1/calendar/proposals/:id/lines', who: WHO, addresses: waiting(200) },
  { route: 'POST /api/v1/calendar/proposals/:id/preview', who: WHO, addresses: withdrawn(409) },
  {
    route: 'POST /api/v1/calendar/proposals/:id/confirmation',
    who: WHO,
    fresh: true,
    // Refused to the first because he proposed it, to the second because it is not the preview he saw.
    send: () => ({ preview: NOWHERE.id }),
    addresses: [...waiting(409), ...withdrawn(409)],
  },
  {
    route: 'POST /api/v1/calendar/proposals/:id/rejection',
    who: WHO,
    send: () => ({ reason: 'none such' }),
    addresses: withdrawn(409),
  },
];

import type { Address, Row } from '../row.ts';
import { NOWHERE } from '../world.ts';

const WHO = ['operator'] as const;

const proposals = (gets: number): Address[] => [
  { what: 'one that waits', at: ({ proposals: { waiting } }) => ({ id: waiting }), lets: { operator: gets } },
];

/** The calendar editor (ADR 39): every decision is every operator's to see, and a second one's to confirm. */
export const CALENDAR_ROWS: readonly Row[] = [
  { route: 'GET /calendar/editor', who: WHO, gets: 200 },
  { route: 'GET /calendar/editor/new', who: WHO, gets: 200 },
  { route: 'POST /calendar/editor/new', who: WHO, gets: 422 },
  { route: 'GET /calendar/editor/take-back', who: WHO, gets: 200 },
  { route: 'POST /calendar/editor/take-back', who: WHO, gets: 422 },
  { route: 'GET /calendar/editor/:id', who: WHO, addresses: proposals(200) },
  // A proposal is ended with a reason alone.
  { route: 'POST /calendar/editor/:id', who: WHO, addresses: proposals(422) },
  { route: 'GET /calendar/editor/:id/confirm', who: WHO, fresh: true, addresses: proposals(200) },
  {
    route: 'POST /calendar/editor/:id/confirm',
    who: WHO,
    fresh: true,
    // Refused to the first because he proposed it, to the second because it is not the preview he saw.
    send: () => ({ preview: NOWHERE.id }),
    addresses: proposals(422),
  },
];

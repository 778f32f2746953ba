import type { Row } from '../row.ts';

/** What everybody may see, and signing in and out. */
export const PUBLIC_ROWS: readonly Row[] = [
  { route: 'GET /', who: 'anyone', gets: 200 },
  { route: 'GET /who', who: 'anyone', gets: 200 },
  { route: 'GET /check', who: 'anyone', gets: 200 },
  { route: 'POST /check', who: 'anyone', gets: 422 },
  { route: 'GET /state', who: 'anyone', gets: 200 },
  { route: 'GET /statistics', who: 'anyone', gets: 200 },
  { route: 'GET /statistics.csv', who: 'anyone', gets: 200 },
  { route: 'GET /sign-in', who: 'anyone', gets: 200 },
  { route: 'GET /sign-in/start', who: 'anyone', gets: 303 },
  { route: 'GET /sign-out', who: 'anyone', gets: 200 },
  { route: 'POST /sign-out', who: 'anyone', gets: 303 },
  { route: 'GET /calendar', who: 'anyone', gets: 200 },
  { route: 'GET /calendar/decisions.csv', who: 'anyone', gets: 200 },
  { route: 'GET /api', who: 'anyone', gets: 200 },
  {
    route: 'GET /api/:area',
    who: 'anyone',
    addresses: [{ what: 'an area', at: () => ({ area: 'custody' }), lets: { anyone: 200 } }],
  },
  { route: 'GET /health', who: 'anyone', gets: 200 },
  { route: 'GET /metrics', who: 'anyone', gets: 200 },
  { route: 'GET /.well-known/mohlet-keys.json', who: 'anyone', gets: 200 },
];

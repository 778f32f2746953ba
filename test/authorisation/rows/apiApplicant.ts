import type { Row } from '../row.ts';
import { USED_KEY } from '../world.ts';

const used = () => ({ once: USED_KEY });

/** The applicant's part of the JSON API: the code says whose case it is, so that no address names it. */
export const API_APPLICANT_ROWS: readonly Row[] = [
  { route: 'POST /api/v1/uploads', who: 'anyone', gets: 400 },
  { route: 'POST /api/v1/applications', who: 'anyone', gets: 400 },
  { route: 'POST /api/v1/text-messages/status', who: 'anyone', gets: 403 },
  { route: 'GET /api/v1/openapi.json', who: 'anyone', gets: 200 },
  { route: 'GET /api/v1/clock', who: 'anyone', gets: 200 },
  {
    route: 'GET /api/v1/application',
    who: 'applicant',
    gets: 200,
    only: [
      { text: ({ opinions }) => opinions.caseNumber, to: ['applicant@opinions'] },
      { text: ({ berlin }) => berlin.caseNumber, to: ['applicant@berlin'] },
    ],
  },
  { route: 'POST /api/v1/application/withdrawal', who: 'applicant', send: used, gets: 422 },
  { route: 'GET /api/v1/application/mending', who: 'applicant', gets: { 'applicant@mending': 200 } },
  { route: 'POST /api/v1/application/mending', who: 'applicant', send: () => ({ fields: 1 }), gets: 400 },
  { route: 'GET /api/v1/application/slots', who: 'applicant', gets: 200 },
  { route: 'POST /api/v1/application/appointment', who: 'applicant', gets: 400 },
  { route: 'POST /api/v1/application/appointment/cancellation', who: 'applicant', send: used, gets: 422 },
  { route: 'GET /api/v1/application/file', who: 'applicant', gets: 200 },
];

import type { Address, Row } from '../row.ts';

const REVIEWER = ['reviewer'] as const;
const OPERATOR = ['operator'] as const;

const files = (gets: number): Address[] => [
  { what: 'a file', at: ({ opinions }) => ({ number: opinions.caseNumber }), lets: { reviewer: gets } },
  { what: 'a bundle of copies', at: ({ bundle }) => ({ number: bundle }), lets: {} },
];

/** What everybody reads, and the draft by its token. */
const open: readonly Row[] = [
  ...['statistics', 'state', 'decision-days'].map((path): Row => ({
    route: `GET /api/v1/${path}`,
    who: 'anyone',
    gets: 200,
  })),
  { route: 'GET /api/v1/eligibility', who: 'anyone', gets: 400 },
  { route: 'POST /api/v1/check', who: 'anyone', gets: 400 },
  { route: 'POST /api/v1/drafts', who: 'anyone', gets: 201 },
  { route: 'POST /api/v1/draft/session', who: 'anyone', gets: 400 },
  { route: 'POST /api/v1/application/sign-in', who: 'anyone', gets: 400 },
  { route: 'POST /api/v1/application/session', who: 'anyone', gets: 400 },
  {
    route: 'GET /api/v1/draft',
    who: 'draft',
    gets: 200,
    only: [
      { text: ({ drafts }) => drafts.first.file, to: ['draft@first'] },
      { text: ({ drafts }) => drafts.second.file, to: ['draft@second'] },
    ],
  },
  {
    route: 'PATCH /api/v1/draft/steps/:step',
    who: 'draft',
    addresses: [{ what: 'a step', at: () => ({ step: 'who' }), lets: { draft: 400 } }],
  },
  { route: 'POST /api/v1/draft/submission', who: 'draft', gets: 422 },
  { route: 'POST /api/v1/draft/files', who: 'draft', gets: 400 },
  {
    route: 'GET /api/v1/draft/files/:id',
    who: 'draft',
    addresses: [
      { what: 'the first’s file', at: ({ drafts }) => ({ id: drafts.first.file }), lets: { 'draft@first': 200 } },
      { what: 'the second’s file', at: ({ drafts }) => ({ id: drafts.second.file }), lets: { 'draft@second': 200 } },
    ],
  },
  {
    route: 'DELETE /api/v1/draft/files/:id',
    who: 'draft',
    // The third does it, once; nothing else needs its file.
    addresses: [
      { what: 'the third’s file', at: ({ drafts }) => ({ id: drafts.third.file }), lets: { 'draft@third': 200 } },
    ],
  },
];

const applicants: readonly Row[] = [
  { route: 'GET /api/v1/application/looks', who: 'applicant', gets: 200 },
  { route: 'GET /api/v1/application/record-of-silence', who: 'applicant', gets: { 'applicant@berlin': 200 } },
  { route: 'GET /api/v1/application/appointment.ics', who: 'applicant', gets: { 'applicant@berlin': 200 } },
];

const reviewers: readonly Row[] = [
  { route: 'GET /api/v1/reviewer/files', who: REVIEWER, gets: 200 },
  { route: 'GET /api/v1/reviewer/late', who: REVIEWER, gets: 200 },
  { route: 'GET /api/v1/reviewer/files/:number', who: REVIEWER, addresses: files(200) },
  {
    route: 'GET /api/v1/reviewer/files/:number/documents/:id',
    who: REVIEWER,
    addresses: [
      {
        what: 'its document',
        at: ({ opinions }) => ({ number: opinions.caseNumber, id: opinions.document }),
        lets: { reviewer: 200 },
      },
      {
        what: 'another’s',
        at: ({ opinions, berlin }) => ({ number: opinions.caseNumber, id: berlin.document }),
        lets: {},
      },
    ],
  },
  // Every reviewer is a declared party to the file: his opinion is refused, and declaring again changes nothing.
  { route: 'POST /api/v1/reviewer/files/:number/nothing-against', who: REVIEWER, addresses: files(409) },
  { route: 'POST /api/v1/reviewer/files/:number/negative', who: REVIEWER, fresh: true, addresses: files(409) },
  {
    route: 'POST /api/v1/reviewer/files/:number/taking',
    who: REVIEWER,
    send: () => ({ to: 'nobody' }),
    addresses: files(409),
  },
  { route: 'POST /api/v1/reviewer/files/:number/declaration', who: REVIEWER, addresses: files(200) },
  { route: 'GET /api/v1/reviewer/absences', who: REVIEWER, gets: 200 },
  { route: 'POST /api/v1/reviewer/absences', who: REVIEWER, gets: 400 },
  { route: 'POST /api/v1/reviewer/absences/end', who: REVIEWER, gets: 400 },
];

const operators: readonly Row[] = [
  ...['desk', 'stuck', 'unreachable', 'outages'].map((path): Row => ({
    route: `GET /api/v1/operator/${path}`,
    who: OPERATOR,
    gets: 200,
  })),
  { route: 'GET /api/v1/operator/users', who: OPERATOR, fresh: true, gets: 200 },
  { route: 'POST /api/v1/operator/users/suspension', who: OPERATOR, fresh: true, gets: 400 },
  { route: 'POST /api/v1/operator/announcements', who: OPERATOR, gets: 400 },
  {
    route: 'DELETE /api/v1/operator/announcements/:id',
    who: OPERATOR,
    addresses: [
      {
        what: 'his own',
        at: ({ announcements }, { name }) => ({ id: announcements[name] ?? announcements['operator-1'] ?? '' }),
        lets: { operator: 200 },
      },
    ],
  },
  {
    route: 'POST /api/v1/cases/:number/retry',
    who: OPERATOR,
    addresses: [{ what: 'a case', at: ({ opinions }) => ({ number: opinions.caseNumber }), lets: { operator: 200 } }],
  },
  {
    route: 'POST /api/v1/cases/:number/centre-settlement',
    who: OPERATOR,
    send: () => ({ centre: 'e-imza', document: 'Akt 1' }),
    addresses: [{ what: 'a case', at: ({ offered }) => ({ number: offered.caseNumber }), lets: { operator: 409 } }],
  },
];

/** The parts of the JSON API that were pages alone. */
export const API_WORK_ROWS: readonly Row[] = [
  ...open,
  ...applicants,
  ...reviewers,
  ...operators,
  { route: 'GET /api/v1/centre/cases', who: ['centre-officer'], gets: 200 },
  { route: 'GET /api/v1/auditor/evidence', who: ['auditor'], gets: 200 },
  { route: 'GET /api/v1/auditor/export', who: ['auditor'], gets: 200 },
  {
    route: 'GET /api/v1/auditor/chains/:chain/verdict',
    who: ['auditor'],
    addresses: [
      { what: 'a chain', at: ({ opinions }) => ({ chain: `case:${opinions.caseNumber}` }), lets: { auditor: 200 } },
    ],
  },
  {
    route: 'GET /api/v1/cases/:number/next-hands',
    who: ['operator', 'centre-officer', 'ministry-officer', 'courier', 'mission-officer', 'mobile-operator-officer'],
    none: 200,
    addresses: [
      {
        what: 'things in London',
        at: ({ london }) => ({ number: london.caseNumber }),
        lets: { 'mission-officer@london': 200 },
      },
    ],
    only: [{ text: () => '"parties":["', to: ['mission-officer@london'] }],
  },
];

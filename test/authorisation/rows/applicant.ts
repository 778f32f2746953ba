import type { Row } from '../row.ts';
import { USED_KEY } from '../world.ts';

const applying: readonly Row[] = [
  { route: 'GET /apply', who: 'anyone', gets: 200 },
  { route: 'POST /apply', who: 'anyone', gets: '303 /apply/code' },
  { route: 'GET /apply/code', who: 'draft', gets: 200 },
  { route: 'GET /apply/return', who: 'anyone', gets: 200 },
  { route: 'POST /apply/return', who: 'anyone', send: () => ({ code: 'no code' }), gets: 422 },
  { route: 'GET /apply/tasks', who: 'draft', gets: 200 },
  {
    route: 'GET /apply/steps/:step',
    who: 'draft',
    addresses: [{ what: 'a step of the form', at: () => ({ step: 'who' }), lets: { draft: 200 } }],
  },
  {
    route: 'POST /apply/steps/:step',
    who: 'draft',
    send: () => ({ applicantKind: 'nobody' }),
    addresses: [{ what: 'a step of the form', at: () => ({ step: 'who' }), lets: { draft: 422 } }],
  },
  { route: 'GET /apply/files', who: 'draft', gets: 200 },
  { route: 'POST /apply/files', who: 'draft', gets: 200 },
  {
    route: 'GET /apply/files/:id',
    who: 'draft',
    addresses: [
      {
        what: 'the first draft’s file',
        at: (world) => ({ id: world.drafts.first.file }),
        lets: { 'draft@first': 200 },
      },
      { what: 'the other’s file', at: (world) => ({ id: world.drafts.second.file }), lets: { 'draft@second': 200 } },
    ],
  },
  { route: 'GET /apply/check', who: 'draft', gets: 200 },
  { route: 'POST /apply/check', who: 'draft', gets: 422 },
  { route: 'GET /apply/confirmation', who: 'anyone', gets: '303 /apply' },
];

/** Applying, and following one's own case: whose it is stands in the session, so that no address names it. */
export const APPLICANT_ROWS: readonly Row[] = [
  ...applying,
  { route: 'GET /case/sign-in', who: 'anyone', gets: 200 },
  { route: 'POST /case/sign-in', who: 'anyone', gets: 422 },
  { route: 'GET /case/sign-in/code', who: 'anyone', gets: '303 /case/sign-in' },
  { route: 'POST /case/sign-in/code', who: 'anyone', gets: '303 /case/sign-in' },
  {
    route: 'GET /case',
    who: 'applicant',
    gets: 200,
    only: [
      { text: ({ opinions }) => opinions.caseNumber, to: ['applicant@opinions'] },
      { text: ({ berlin }) => berlin.caseNumber, to: ['applicant@berlin'] },
    ],
  },
  { route: 'GET /case/withdraw', who: 'applicant', gets: 200 },
  { route: 'POST /case/withdraw', who: 'applicant', send: () => ({ once: USED_KEY }), gets: 422 },
  { route: 'GET /case/appointment', who: 'applicant', gets: { applicant: '303 /case', 'applicant@berlin': 200 } },
  { route: 'POST /case/appointment', who: 'applicant', gets: { applicant: '303 /case', 'applicant@berlin': 422 } },
  { route: 'GET /case/mend', who: 'applicant', gets: { applicant: '303 /case', 'applicant@mending': 200 } },
  { route: 'POST /case/mend', who: 'applicant', gets: { applicant: '303 /case', 'applicant@mending': 422 } },
  { route: 'GET /case/file.zip', who: 'applicant', gets: 200 },
  { route: 'GET /case/appointment.ics', who: 'applicant', gets: { 'applicant@berlin': 200 } },
  { route: 'GET /case/record-of-silence.jws', who: 'applicant', gets: { 'applicant@berlin': 200 } },
];

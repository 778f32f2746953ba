import type { Address, Row } from '../row.ts';

const WHO = ['reviewer'] as const;

/** Every agency is asked about every application (R1598/2.7), about a bundle of copies none. */
const files = (gets: number): Address[] => [
  { what: 'a file', at: ({ opinions }) => ({ number: opinions.caseNumber }), lets: { reviewer: gets } },
  { what: 'a bundle of copies', at: ({ bundle }) => ({ number: bundle }), lets: {} },
];

/** What reviewers of the four agencies do; every one of them is a declared party to the file, so that no opinion counts. */
export const REVIEWER_ROWS: readonly Row[] = [
  { route: 'GET /reviewer', who: WHO, gets: 200 },
  { route: 'GET /reviewer/files/:number', who: WHO, addresses: files(200) },
  {
    route: 'POST /reviewer/files/:number',
    who: WHO,
    send: () => ({ deed: 'hand-on', to: 'nobody' }),
    addresses: [
      ...files(422),
      ...files(422).map((one) => ({ ...one, what: `${one.what}, opinion`, send: () => ({ deed: 'nothing-against' }) })),
    ],
  },
  { route: 'GET /reviewer/files/:number/negative', who: WHO, fresh: true, addresses: files(200) },
  { route: 'POST /reviewer/files/:number/negative', who: WHO, fresh: true, addresses: files(422) },
  {
    route: 'GET /reviewer/files/:number/documents/:id',
    who: WHO,
    addresses: [
      {
        what: 'a document of the file',
        at: ({ opinions }) => ({ number: opinions.caseNumber, id: opinions.document }),
        lets: { reviewer: 200 },
      },
      {
        what: 'a document of another file',
        at: ({ opinions, berlin }) => ({ number: opinions.caseNumber, id: berlin.document }),
        lets: {},
      },
      {
        what: 'a file of somebody’s draft',
        at: ({ opinions, drafts }) => ({ number: opinions.caseNumber, id: drafts.first.file }),
        lets: {},
      },
    ],
  },
  { route: 'GET /reviewer/late', who: WHO, gets: 200 },
  { route: 'GET /reviewer/absence', who: WHO, gets: 200 },
  { route: 'POST /reviewer/absence', who: WHO, gets: 422 },
  { route: 'GET /reviewer/shortcuts', who: WHO, gets: 200 },
];

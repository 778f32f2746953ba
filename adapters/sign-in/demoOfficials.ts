/** An official of a rehearsal, as the demo's sign-on claims of him. */
export type DemoOfficial = {
  sub: string;
  role: string;
  body: string;
  post: string;
  /** Who he is as a person: one of the demo applies himself, and may not judge that application. */
  identity?: { issuingCountry: string; documentNumber: string; birthDate: string; citizenship: string };
};

const DESK = 'duty-desk';
const AGENCIES = ['internal-affairs', 'foreign-affairs', 'state-security', 'foreign-intelligence'] as const;

const missionOfficers = (post: string): DemoOfficial[] =>
  [1, 2].map((nth) => ({ sub: `${post}-officer-${nth}`, role: 'mission-officer', body: 'foreign-affairs', post }));

/** The officials whom a rehearsal's sign-on offers; two of a kind where the procedure asks for a second person. */
export const DEMO_OFFICIALS: readonly DemoOfficial[] = [
  ...AGENCIES.flatMap((body) =>
    [1, 2].map((nth) => ({ sub: `${body}-reviewer-${nth}`, role: 'reviewer', body, post: DESK })),
  ),
  {
    sub: 'internal-affairs-reviewer-3',
    role: 'reviewer',
    body: 'internal-affairs',
    post: DESK,
    identity: { issuingCountry: 'DEU', documentNumber: 'C01X00T47', birthDate: '1980-05-14', citizenship: 'DEU' },
  },
  ...missionOfficers('berlin'),
  ...missionOfficers('london'),
  ...missionOfficers('ankara'),
  ...missionOfficers('tbilisi'),
  ...missionOfficers('washington'),
  ...[1, 2].map((nth) => ({ sub: `operator-${nth}`, role: 'operator', body: 'portal-operator', post: DESK })),
  { sub: 'centre-e-imza-1', role: 'centre-officer', body: 'e-imza', post: DESK },
  { sub: 'centre-asan-1', role: 'centre-officer', body: 'asan', post: DESK },
  { sub: 'foreign-affairs-1', role: 'ministry-officer', body: 'foreign-affairs', post: DESK },
  { sub: 'communications-1', role: 'ministry-officer', body: 'communications', post: DESK },
  { sub: 'courier-7', role: 'courier', body: 'foreign-affairs', post: '7' },
  { sub: 'azercell-1', role: 'mobile-operator-officer', body: 'azercell', post: DESK },
  { sub: 'bakcell-1', role: 'mobile-operator-officer', body: 'bakcell', post: DESK },
  { sub: 'nar-1', role: 'mobile-operator-officer', body: 'nar', post: DESK },
  { sub: 'auditor-1', role: 'auditor', body: 'chamber-of-accounts', post: DESK },
];

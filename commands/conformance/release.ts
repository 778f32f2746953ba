import type { ClauseId } from '../../law/clauses.ts';

/** The clauses that this release carries out: from an application to the certificate in the hand, and the copies home. */
export const RELEASE = [
  'R1598/1.2.1',
  'R1598/1.2.3',
  'R1598/1.2.4',
  'R1598/1.2.6',
  'R1598/1.2.7',
  'R1598/1.2.10',
  'R1598/1.2.11',
  'R1598/1.5',
  'R1598/2.1',
  'R1598/2.3',
  'R1598/2.3.1',
  'R1598/2.3.2',
  'R1598/2.3.3',
  'R1598/2.4',
  'R1598/2.5',
  'R1598/2.6',
  'R1598/2.7',
  'R1598/2.8',
  'R1598/2.8-citizen',
  'R1598/2.8-route',
  'R1598/2.9',
  'R1598/2.10',
  'R1598/2.11',
  'R1598/2.12',
  'R1598/2.13',
  'R1598/2.14',
  'R1598/2.15',
  'R1598/2.16',
  'R1598/2.17',
  'R1598/2.18',
  'R1598/2.19',
  'R1598/2.20',
  'R1598/A',
  'R1598/5.2',
  'R1598/5.4',
  'R1598/5.5',
  'Q191/6.3',
  'Q191/7.2',
  'Q191/7.4',
  'Q191/A1',
  'Q279/1',
  'S1598/2.1',
] as const satisfies readonly ClauseId[];

/** What of these clauses is not in this release, said on the page. */
export const NOT_YET: Partial<Record<(typeof RELEASE)[number], string>> = {
  'R1598/2.3': 'fees (1.6) are none yet',
  'R1598/2.5': "the operator's fee is none yet",
  'R1598/5.2': 'suspension and revocation stand in it with a later release',
};

/** The clauses of the area signature-issuance that this release leaves out, and why. */
export const LEFT_OUT: Partial<Record<ClauseId, string>> = {
  'R1598/1.6': 'no Centre and no mobile operator has set a fee; where one is set it will be paid before registration',
};

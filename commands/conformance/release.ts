import type { ClauseId } from '../../law/clauses.ts';

/** The clauses that this release carries out: from an application to the virtual FIN. */
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
  'R1598/A',
  'Q191/6.3',
  'Q191/7.2',
  'Q191/7.4',
  'Q279/1',
] as const satisfies readonly ClauseId[];

/** What of these clauses is not in this release, said on the page. */
export const NOT_YET: Partial<Record<(typeof RELEASE)[number], string>> = {
  'R1598/2.3': 'fees (1.6) are none yet',
  'R1598/2.5': "the operator's fee is none yet",
  'R1598/2.6': 'the notice goes by e-mail, not by SMS',
};

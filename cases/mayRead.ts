import type { Party } from '../law/signature-issuance/parties.ts';
import { statements, type Tx } from './record/database.ts';
import type { CaseRecord } from './record/record.ts';

/**
 * Whether an office may see a case of a person: a mission, once the Centre's decision has reached it (R1598/2.9); a
 * Centre, once it was asked (2.8-route); with `openOnly`, only while the case is open; with `bundles`, a mission's own
 * bundle of copies too. To everybody else such a case is as unknown as one that does not exist.
 */
export async function mayRead(
  record: CaseRecord,
  party: Party | undefined,
  caseNumber: string,
  only: { openOnly?: boolean; bundles?: boolean } = {},
): Promise<boolean> {
  return hasReached(statements(record.database.ordinary), party, caseNumber, only);
}

/** The same inside a deed: an office does nothing to a case that has not reached it, and is told nothing of its state. */
export async function hasReached(
  tx: Tx,
  party: Party | undefined,
  caseNumber: string,
  { openOnly = false, bundles = false }: { openOnly?: boolean; bundles?: boolean } = {},
): Promise<boolean> {
  if (party === undefined) return false;
  const found = await tx.maybe(
    `SELECT 1 FROM "case" c
      WHERE c.number = $1 AND (NOT $3 OR c.closed_at IS NULL) AND (
        ($4 AND c.procedure = 'contract-copies' AND $2 = 'mission:' || c.mission)
        OR (split_part($2, ':', 1) = 'mission' AND c.mission = split_part($2, ':', 2) AND EXISTS (
          SELECT 1 FROM term t WHERE t.case_number = c.number AND t.clause = 'R1598/2.11'))
        OR (split_part($2, ':', 1) = 'centre' AND EXISTS (
          SELECT 1 FROM centre_request r WHERE r.case_number = c.number AND r.centre = split_part($2, ':', 2))))`,
    [caseNumber, party, openOnly, bundles],
  );
  return found !== null;
}

import type { Tx } from '../record/database.ts';

/** What binds an official (by his subject) to a case, as `mayReview` asks it (ADR 34); null where there is no such case. */
export async function readBinding(
  tx: Tx,
  sub: string,
  caseNumber: string,
): Promise<{ isApplicant: boolean; declaredParty: boolean } | null> {
  return tx.maybe<{ isApplicant: boolean; declaredParty: boolean }>(
    `SELECT coalesce((SELECT o.person_index = c.person_index FROM official o WHERE o.sub = $2), false) AS "isApplicant",
            EXISTS (SELECT 1 FROM party_to_case p WHERE p.case_number = c.number AND p.official = $2) AS "declaredParty"
       FROM "case" c WHERE c.number = $1 AND c.procedure = 'signature-issuance'`,
    [caseNumber, sub],
  );
}

import type { ClauseId } from '../../law/clauses.ts';
import { isGivenBefore, standingOfBundle } from '../../law/signature-issuance/copies.ts';
import { readCopies } from '../contract-copies/readCopies.ts';
import { legOfTerm } from '../contract-copies/legOfTerm.ts';
import type { Tx } from '../record/database.ts';
import type { CaseRow } from '../record/inCase.ts';

/** An open term of somebody who acts, at an instant: whether it has ended and is to be reminded of, compared in SQL. */
export type OpenTerm = {
  clause: ClauseId;
  holder: string;
  started_at: string;
  ends_at: string;
  ended: boolean;
  reminder_due: boolean;
  reminded_at: string | null;
  overdue_at: string | null;
  ms_to_end: number;
  ms_to_reminder: number;
};

const OPEN = `
  SELECT clause, holder, started_at, ends_at, $2::timestamptz >= ends_at AS ended,
         $2::timestamptz >= reminder_at AND $2::timestamptz < ends_at AS reminder_due, reminded_at, overdue_at,
         extract(epoch FROM ends_at - $2::timestamptz)::float8 * 1000 AS ms_to_end,
         extract(epoch FROM reminder_at - $2::timestamptz)::float8 * 1000 AS ms_to_reminder
    FROM term WHERE case_number = $1 AND clause <> 'R1598/2.8' AND closed_at IS NULL ORDER BY ends_at, clause, holder`;

/**
 * The open terms of a case other than the opinions', whose holders have still to act: not those of a bundle's leg that
 * its holder gave out of his hands, or offered, before the end (ADR 28).
 */
export async function openTerms(
  tx: Tx,
  now: string,
  { number, procedure, mission }: Pick<CaseRow, 'number' | 'procedure' | 'mission'>,
): Promise<OpenTerm[]> {
  const terms = await tx.many<OpenTerm>(OPEN, [number, now]);
  if (procedure !== 'contract-copies' || mission === null || terms.length === 0) return terms;
  const { legs } = standingOfBundle(mission, await readCopies(tx, number, mission));
  return terms.filter((term) => {
    const leg = legOfTerm(legs, term);
    return leg === undefined || !isGivenBefore(leg, term.ends_at);
  });
}

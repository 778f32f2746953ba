import type { ClauseId } from '../../law/clauses.ts';
import type { OverdueSeen } from '../../law/signature-issuance/whoSeesOverdue.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { explainTerm, type StoredTerm, TERM_COLUMNS, type TermOfOffice } from './explainTerm.ts';
import { openTerms } from './openTerms.ts';

/** A term past its end that is still open; `overdueAt` is null until the procedure has noted it. */
export type OverdueTerm = TermOfOffice & { caseNumber: string; procedure: string; mission: string | null };

type Row = StoredTerm &
  Omit<OverdueTerm, keyof TermOfOffice> & {
    procedure: 'signature-issuance' | 'contract-copies';
    clause: ClauseId;
    now: string;
  };

const OVERDUE = `
  SELECT t.case_number AS "caseNumber", c.procedure, c.mission, ${TERM_COLUMNS}, n.now
    FROM (SELECT legal_now() AS now OFFSET 0) n, term t JOIN "case" c ON c.number = t.case_number
   WHERE t.clause <> 'R1598/2.8' AND t.closed_at IS NULL AND t.ends_at <= n.now
     AND ($1 OR t.holder = $2 OR starts_with(t.holder, $2 || '/') OR (c.procedure = 'contract-copies' AND c.mission = $3)
          OR ($4 AND (c.procedure = 'contract-copies' OR starts_with(t.holder, 'mission:'))))
   ORDER BY t.ends_at, t.case_number, t.holder LIMIT 500`;

/**
 * The terms of offices past their end and still open that somebody may see, the oldest first, at most 500; not those
 * whose holder gave everything out of his hands in time (ADR 28). What is listed rests on the stored instants, whether or
 * not the procedure has come to note it.
 */
export async function findOverdue(record: CaseRecord, seen: OverdueSeen): Promise<OverdueTerm[]> {
  const tx = statements(record.database.ordinary);
  const rows = await tx.many<Row>(OVERDUE, [
    seen.kind === 'all',
    seen.kind === 'own' ? seen.party : null,
    seen.kind === 'own' ? seen.mission : null,
    seen.kind === 'posts-and-bundles',
  ]);
  const late: OverdueTerm[] = [];
  for (const { now, ...row } of rows) {
    const { caseNumber: number, procedure, mission } = row;
    const asked = row.overdueAt !== null || procedure !== 'contract-copies';
    const open = asked ? [row] : await openTerms(tx, now, { number, procedure, mission });
    if (open.some(({ clause, holder }) => clause === row.clause && holder === row.holder)) late.push(explainTerm(row));
  }
  return late;
}

import { YearNotCovered } from '../../law/calendar/calendar.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import type { CaseRow } from '../record/inCase.ts';
import { type Proof, startTerm } from './startTerm.ts';

/** The proofs of delivery that are kept because their terms could not begin yet. */
const KEPT = `
  SELECT agency, proven_at AS at, proven_how AS how FROM opinion_request
   WHERE case_number = $1 AND proven_at IS NOT NULL AND delivered_at IS NULL ORDER BY agency`;

/**
 * Begins, each from its own proof, the terms that could not begin while the calendar did not reach their ends (ADR 1),
 * as far as it does now. Returns the evidence of it.
 */
export async function beginProven(tx: Tx, now: string, facts: CaseRow): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const { agency, ...proof } of await tx.many<{ agency: Agency } & Proof>(KEPT, [facts.number])) {
    const started = await startTerm(tx, now, facts, agency, proof);
    if (!(started instanceof YearNotCovered)) entries.push(started.entry);
  }
  return entries;
}

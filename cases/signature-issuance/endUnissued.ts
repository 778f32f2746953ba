import type { ClauseId } from '../../law/clauses.ts';
import { bookedOf, cancelBooked } from '../mission/booked.ts';
import { passBall } from '../record/ball.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import type { CaseOutcome, CaseRow } from '../record/inCase.ts';
import type { CaseRecord } from '../record/record.ts';
import { endTerm } from '../record/terms.ts';
import { planUnwinding } from '../unwinding/planUnwinding.ts';
import { recallOffers } from '../unwinding/recallOffers.ts';

/** How an approved case ends without a certificate in the applicant's hand. */
export type EndedUnissued = Extract<CaseOutcome, 'withdrawn' | 'mismatch' | 'centre-refusal' | 'lapsed'>;

/**
 * Ends an approved case without a certificate, inside the deed that decides so: its open terms stop, what the record
 * alone can undo is undone at once, latest first, and what people and other systems must undo is planned (ADR 26).
 * Returns the evidence of each; the caller tells the applicant and wakes the procedure.
 */
export async function endUnissued(
  tx: Tx,
  now: string,
  record: CaseRecord,
  facts: CaseRow,
  end: { outcome: EndedUnissued; clause: ClauseId },
): Promise<Entry[]> {
  const { number, stage } = facts;
  const { outcome, clause } = end;
  await tx.run(`UPDATE "case" SET stage = 'ended', outcome = $2, closed_at = $3 WHERE number = $1`, [
    number,
    outcome,
    now,
  ]);
  await passBall(tx, now, number, null);
  await closeIncidents(tx, now, number, outcome);
  return [
    { what: 'ended-unissued', clause, facts: { outcome, stage } },
    ...(await stopTerms(tx, now, number)),
    ...(await freeSlot(tx, now, record, facts)),
    ...(await recallOffers(tx, now, number, clause)),
    ...(await planUnwinding(tx, now, number, end)),
  ];
}

async function stopTerms(tx: Tx, now: string, caseNumber: string): Promise<Entry[]> {
  const open = await tx.many<{ clause: ClauseId; holder: string }>(
    `SELECT clause, holder FROM term WHERE case_number = $1 AND closed_at IS NULL ORDER BY started_at DESC, holder`,
    [caseNumber],
  );
  const entries: Entry[] = [];
  for (const term of open) {
    const ended = await endTerm(tx, now, { caseNumber, ...term }, { kind: 'stopped' });
    if (ended !== null) entries.push(ended.entry);
  }
  return entries;
}

/** The slot of a booked appointment is free again, and the applicant's own calendar is told. */
async function freeSlot(tx: Tx, now: string, record: CaseRecord, facts: CaseRow): Promise<Entry[]> {
  const booked = await bookedOf(tx, facts.number);
  if (booked === null) return [];
  return [await cancelBooked(tx, now, record, facts, booked, 'case-ended')];
}

/** A thing that is missing or damaged stays on the operator's desk: the case's end does not bring it back. */
async function closeIncidents(tx: Tx, now: string, caseNumber: string, resolution: string): Promise<void> {
  await tx.run(
    `UPDATE incident SET resolved_at = $2, resolution = $3
      WHERE case_number = $1 AND resolved_at IS NULL AND kind <> 'custody-difference'`,
    [caseNumber, now, resolution],
  );
}

import { YearNotCovered } from '../../law/calendar/calendar.ts';
import { type Deadline, deadline, reminderInstant } from '../../law/calendar/workingDays.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { Tx } from '../record/database.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { calendarForNewTerm } from '../record/dated.ts';
import type { Entry } from '../record/evidence.ts';
import type { CaseRow } from '../record/inCase.ts';
import { closeIncident, openIncident } from '../record/incidents.ts';

/** How delivery to an agency is proven (ADR 1). */
export type DeliveredHow = 'acknowledged' | 'inbox-and-mail' | 'by-hand' | 'by-its-opinion';

/** When (ISO) and how delivery to an agency was first proven. */
export type Proof = { at: string; how: DeliveredHow };

/**
 * Delivery is proven: marks the request delivered and starts the agency's term of R1598/2.8, from the proof, with its
 * whole explanation. Returns the evidence of it; the caller has checked that no term runs yet for this agency. Where the
 * end lies in a year the calendar does not cover none begins: the first proof is kept, and the operator sees it.
 */
export async function startTerm(
  tx: Tx,
  now: string,
  facts: CaseRow,
  agency: Agency,
  { at, how }: Proof,
): Promise<{ entry: Entry; endsAt: string } | YearNotCovered> {
  const calendar = await calendarForNewTerm(tx, bakuDay(now));
  const incident = { caseNumber: facts.number, kind: 'calendar-not-published', holder: agency } as const;
  let term: Deadline;
  try {
    term = deadline(calendar, at, facts.limit_working_days);
  } catch (fault) {
    if (!(fault instanceof YearNotCovered)) throw fault;
    await tx.run(`UPDATE opinion_request SET proven_at = $3, proven_how = $4 WHERE case_number = $1 AND agency = $2`, [
      facts.number,
      agency,
      at,
      how,
    ]);
    await openIncident(tx, now, { ...incident, year: fault.year });
    return fault;
  }
  if (at !== now) await closeIncident(tx, now, incident, how);
  await tx.run(
    `WITH delivered AS (
       UPDATE opinion_request SET delivered_at = $3, delivered_how = $4 WHERE case_number = $1 AND agency = $2
     )
     INSERT INTO term (case_number, clause, holder, started_at, start_event, working_days, explanation,
                       calendar_version, provisional, ends_at, reminder_at)
     VALUES ($1, 'R1598/2.8', $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      facts.number,
      agency,
      at,
      how,
      term.workingDays,
      JSON.stringify({ ...term, extensions: [] }),
      term.calendarVersion,
      term.provisional,
      term.endsAt,
      reminderInstant(term),
    ],
  );
  const entry: Entry = {
    what: 'term-started',
    clause: 'R1598/2.8',
    facts: { agency, how, endsAt: term.endsAt, workingDays: term.workingDays, calendarVersion: term.calendarVersion },
  };
  return { entry, endsAt: term.endsAt };
}

import type { Calendar } from '../../law/calendar/calendar.ts';
import { type ExplainedTerm, recomputedTerm } from '../../law/calendar/recomputedTerm.ts';
import { reminderInstant } from '../../law/calendar/workingDays.ts';
import type { ClauseId } from '../../law/clauses.ts';
import type { Extension } from '../../law/signature-issuance/outages.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';

/** A running term as stored; `who` is its holder as the evidence names him. */
export type RunningTerm = {
  caseNumber: string;
  clause: ClauseId;
  holder: string;
  startedAt: string;
  endsAt: string;
  explanation: string;
  who: { agency: string } | { holder: string };
};

/** What recounting changed: the evidence of it, and both ends (ISO, ms, UTC) where the end moved. */
export type Recounted = { entry: Entry; moved: { before: string; endsAt: string } | null };

/**
 * Counts a running term anew under the calendar known at `now` and stores it (ADR 8): both ends stay in its explanation
 * and in the evidence, also where the old one is kept. Null where nothing changes.
 */
export async function recount(
  tx: Tx,
  now: string,
  term: RunningTerm,
  under: { calendar: Calendar; mayShorten: boolean },
): Promise<Recounted | null> {
  const { clause, who, startedAt, endsAt } = term;
  const stored = JSON.parse(term.explanation) as ExplainedTerm<Extension>;
  const outcome = recomputedTerm({ stored, startedAt, endsAt, confirmedAt: now, ...under });
  switch (outcome.kind) {
    case 'unchanged':
      return null;
    case 'kept': {
      await store(tx, term, endsAt, outcome.explanation);
      const { computed, calendarVersion } = outcome;
      const facts = { ...who, kept: endsAt, computed, calendarVersion };
      return { entry: { what: 'term-kept', clause, facts }, moved: null };
    }
    case 'recounted': {
      await store(tx, term, endsAt, outcome.explanation);
      const { calendarVersion, provisional } = outcome.explanation;
      const facts = { ...who, endsAt, calendarVersion, provisional };
      return { entry: { what: 'term-recounted', clause, facts }, moved: null };
    }
    case 'moved': {
      const { from: before, to, calendarVersion } = outcome.move;
      await store(tx, term, to, outcome.explanation);
      const facts = { ...who, before, endsAt: to, calendarVersion };
      return { entry: { what: 'term-recomputed', clause, facts }, moved: { before, endsAt: to } };
    }
  }
}

async function store(tx: Tx, { caseNumber, clause, holder }: RunningTerm, endsAt: string, explanation: ExplainedTerm) {
  const { calendarVersion, provisional } = explanation;
  await tx.run(
    `UPDATE term SET ends_at = $4, explanation = $5, calendar_version = $6, provisional = $7, reminder_at = $8
      WHERE case_number = $1 AND clause = $2 AND holder = $3`,
    [
      caseNumber,
      clause,
      holder,
      endsAt,
      JSON.stringify(explanation),
      calendarVersion,
      provisional,
      reminderInstant(explanation),
    ],
  );
}

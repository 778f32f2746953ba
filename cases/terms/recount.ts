import type { Calendar } from '../../law/calendar/calendar.ts';
import { type ExplainedTerm, recomputedTerm, type RecomputedTerm } from '../../law/calendar/recomputedTerm.ts';
import { reminderInstant } from '../../law/calendar/workingDays.ts';
import type { ClauseId } from '../../law/clauses.ts';
import type { Extension } from '../../law/signature-issuance/outages.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';

/** A running term as stored; `answered`: its agency has given its opinion. */
export type RunningTerm = {
  caseNumber: string;
  clause: ClauseId;
  holder: string;
  startedAt: string;
  endsAt: string;
  explanation: string;
  answered: boolean;
};

/** Under what a term is counted anew: the calendar, when it was confirmed and when it is counted (ISO), and ADR 8's parameter. */
export type Under = { calendar: Calendar; confirmedAt: string; countedAt: string; mayShorten: boolean };

/** What became of a term; `computed` is what the calendar gives, which is not the new end where the old one is kept. */
export type Line = {
  caseNumber: string;
  clause: ClauseId;
  holder: string;
  outcome: 'longer' | 'shorter' | 'kept' | 'recounted';
  oldEnd: string;
  newEnd: string;
  computed: string;
};

/** A term counted anew, to be stored. */
export type Recounted = {
  term: RunningTerm;
  line: Line;
  explanation: ExplainedTerm<Extension>;
  calendarVersion: string;
};

/**
 * Counts a running term anew under a newer calendar (ADR 8), storing nothing: a preview and the deed itself say the same
 * because both ask this. Null where nothing changes.
 */
export function recount(term: RunningTerm, under: Under): Recounted | null {
  const stored = JSON.parse(term.explanation) as ExplainedTerm<Extension>;
  const outcome = recomputedTerm({ ...under, stored, startedAt: term.startedAt, endsAt: term.endsAt });
  if (outcome.kind === 'unchanged') return null;
  return {
    term,
    line: lineOf(term, outcome),
    explanation: outcome.explanation,
    calendarVersion: under.calendar.version,
  };
}

function lineOf(
  { caseNumber, clause, holder, endsAt }: RunningTerm,
  outcome: Exclude<RecomputedTerm<Extension>, { kind: 'unchanged' }>,
): Line {
  const of = { caseNumber, clause, holder, oldEnd: endsAt };
  switch (outcome.kind) {
    case 'kept':
      return { ...of, outcome: 'kept', newEnd: endsAt, computed: outcome.computed };
    case 'recounted':
      return { ...of, outcome: 'recounted', newEnd: endsAt, computed: endsAt };
    case 'moved': {
      const { to } = outcome.move;
      return { ...of, outcome: Date.parse(to) > Date.parse(endsAt) ? 'longer' : 'shorter', newEnd: to, computed: to };
    }
  }
}

/** The evidence of a term counted anew: both ends, also where the old one is kept. */
export function entryOf({ line, explanation, calendarVersion }: Recounted): Entry {
  const { clause, holder, outcome, oldEnd: before, newEnd: endsAt, computed } = line;
  const who = clause === 'R1598/2.8' ? { agency: holder } : { holder };
  switch (outcome) {
    case 'kept':
      return { what: 'term-kept', clause, facts: { ...who, kept: endsAt, computed, calendarVersion } };
    case 'recounted': {
      const { provisional } = explanation;
      return { what: 'term-recounted', clause, facts: { ...who, endsAt, calendarVersion, provisional } };
    }
    case 'longer':
    case 'shorter':
      return { what: 'term-recomputed', clause, facts: { ...who, before, endsAt, calendarVersion } };
  }
}

const STORE = `
  WITH r AS (
    SELECT * FROM unnest($2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::boolean[],
                         $8::timestamptz[], $10::text[], $11::timestamptz[], $12::timestamptz[])
      AS r (clause, holder, ends_at, explanation, calendar_version, provisional, reminder_at, outcome, old_end, computed)
  ), found AS (
    INSERT INTO calendar_line (run, case_number, clause, holder, outcome, old_end, new_end, computed)
    SELECT $9, $1, clause, holder, outcome, old_end, ends_at, computed FROM r
    ON CONFLICT (run, case_number, clause, holder)
    DO UPDATE SET outcome = excluded.outcome, new_end = excluded.new_end, computed = excluded.computed
  )
  UPDATE term t SET ends_at = r.ends_at, explanation = r.explanation, calendar_version = r.calendar_version,
                    provisional = r.provisional, reminder_at = r.reminder_at
    FROM r WHERE t.case_number = $1 AND t.clause = r.clause AND t.holder = r.holder`;

/** Stores the terms of one case that a run counted anew, and what it found; their explanations keep every earlier end. */
export async function storeRecounted(
  tx: Tx,
  run: string,
  caseNumber: string,
  recounted: readonly Recounted[],
): Promise<void> {
  await tx.run(STORE, [
    caseNumber,
    recounted.map(({ line }) => line.clause),
    recounted.map(({ line }) => line.holder),
    recounted.map(({ line }) => line.newEnd),
    recounted.map(({ explanation }) => JSON.stringify(explanation)),
    recounted.map(({ explanation }) => explanation.calendarVersion),
    recounted.map(({ explanation }) => explanation.provisional),
    recounted.map(({ explanation }) => reminderInstant(explanation)),
    run,
    recounted.map(({ line }) => line.outcome),
    recounted.map(({ line }) => line.oldEnd),
    recounted.map(({ line }) => line.computed),
  ]);
}

const LINES = `
  INSERT INTO calendar_line (run, case_number, clause, holder, outcome, old_end, new_end, computed)
  SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[])
  ON CONFLICT (run, case_number, clause, holder)
  DO UPDATE SET outcome = excluded.outcome, new_end = excluded.new_end, computed = excluded.computed`;

/** Writes what a preview found of terms; nothing else is touched. */
export async function writeLines(tx: Tx, run: string, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.run(LINES, [
    run,
    lines.map(({ caseNumber }) => caseNumber),
    lines.map(({ clause }) => clause),
    lines.map(({ holder }) => holder),
    lines.map(({ outcome }) => outcome),
    lines.map(({ oldEnd }) => oldEnd),
    lines.map(({ newEnd }) => newEnd),
    lines.map(({ computed }) => computed),
  ]);
}

import type { ClauseId } from '../../law/clauses.ts';
import { bakuDay, startOfBakuDay } from '../../law/calendar/bakuTime.ts';
import { endAfterMonths } from '../../law/calendar/months.ts';
import { deadline, reminderInstant } from '../../law/calendar/workingDays.ts';
import { legalLimit, legalLimitInMonths } from '../../law/limits.ts';
import type { Tx } from './database.ts';
import { calendarForNewTerm } from './dated.ts';
import type { Entry } from './evidence.ts';

/** A limit that begins to run for somebody: `startEvent` is a code of what began it. */
export type NewTerm = { caseNumber: string; clause: ClauseId; holder: string; startEvent: string };

const INSERT = `
  INSERT INTO term (case_number, clause, holder, started_at, start_event, working_days, months, explanation,
                    calendar_version, provisional, ends_at, reminder_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

/**
 * Begins a limit of working days in Baku (law/limits.ts) at `now`, with every day counted or passed over and why.
 * Returns its evidence and its end (ISO).
 */
export async function beginTerm(tx: Tx, now: string, term: NewTerm): Promise<{ entry: Entry; endsAt: string }> {
  const day = bakuDay(now);
  const counted = deadline(await calendarForNewTerm(tx, day), now, legalLimit(term.clause, day).workingDays);
  const explanation = JSON.stringify({ ...counted, extensions: [] });
  const { workingDays, calendarVersion, provisional, endsAt } = counted;
  const of = [term.caseNumber, term.clause, term.holder, now, term.startEvent];
  await tx.run(INSERT, [
    ...of,
    workingDays,
    null,
    explanation,
    calendarVersion,
    provisional,
    endsAt,
    reminderInstant(counted),
  ]);
  return { entry: started(term, endsAt, { workingDays, calendarVersion }), endsAt };
}

/** Begins a limit of months (law/limits.ts) at `now`; reminded thirty days before its end. Returns its evidence and end. */
export async function beginTermOfMonths(tx: Tx, now: string, term: NewTerm): Promise<{ entry: Entry; endsAt: string }> {
  const { months } = legalLimitInMonths(term.clause, bakuDay(now));
  const endsAt = endAfterMonths(now, months);
  const reminder = Temporal.PlainDate.from(bakuDay(endsAt)).subtract({ days: 30 });
  const explanation = JSON.stringify({ received: now, months, days: [], extensions: [], endsAt });
  const of = [term.caseNumber, term.clause, term.holder, now, term.startEvent];
  const remindAt = startOfBakuDay(reminder.toString());
  await tx.run(INSERT, [...of, 0, months, explanation, 'none', false, endsAt, remindAt]);
  return { entry: started(term, endsAt, { months }), endsAt };
}

function started({ clause, holder, startEvent }: NewTerm, endsAt: string, counted: object): Entry {
  return { what: 'term-started', clause, facts: { holder, how: startEvent, endsAt, ...counted } };
}

/**
 * Ends an open term as done: `done` before its end, `done-late` at it or after, compared in SQL on stored values; or as
 * `stopped`, where what it was for is no longer asked. `at` is when it was done, if not now. Null when no such term runs.
 */
export async function endTerm(
  tx: Tx,
  now: string,
  term: { caseNumber: string; clause: ClauseId; holder: string },
  how: { kind: 'done'; at?: string } | { kind: 'stopped' },
): Promise<{ entry: Entry; late: boolean } | null> {
  const at = how.kind === 'done' ? (how.at ?? now) : now;
  const row = await tx.maybe<{ outcome: 'done' | 'done-late' | 'stopped' }>(
    `WITH closed AS (
       UPDATE term SET closed_at = $4 WHERE case_number = $1 AND clause = $2 AND holder = $3 AND closed_at IS NULL
       RETURNING ends_at
     )
     INSERT INTO term_outcome (case_number, clause, holder, outcome, at)
     SELECT $1, $2, $3, CASE WHEN $6 THEN 'stopped' WHEN $5::timestamptz < ends_at THEN 'done' ELSE 'done-late' END, $4
       FROM closed RETURNING outcome`,
    [term.caseNumber, term.clause, term.holder, now, at, how.kind === 'stopped'],
  );
  if (row === null) return null;
  const { clause, holder } = term;
  return {
    entry: { what: 'term-closed', clause, facts: { holder, outcome: row.outcome } },
    late: row.outcome === 'done-late',
  };
}

import type { ExplainedTerm, MovedEnd } from '../../law/calendar/recomputedTerm.ts';
import type { CountedDay } from '../../law/calendar/workingDays.ts';

/** A term with its explanation, as anybody concerned is shown it; instants are ISO, ms, UTC. */
export type TermOfOffice = {
  clause: string;
  holder: string;
  startedAt: string;
  startEvent: string;
  /** The limit: months where they are given, working days elsewhere. */
  workingDays: number;
  months: number | null;
  /** Every day counted or passed over and why; none where months are counted. */
  days: CountedDay[];
  /** Every move of the end by a newer calendar, oldest first. */
  recomputed: MovedEnd[];
  endsAt: string;
  calendarVersion: string;
  provisional: boolean;
  /** When it was noted as overdue; null where it was not. */
  overdueAt: string | null;
};

/** A term as stored. */
export type StoredTerm = Omit<TermOfOffice, 'days' | 'recomputed'> & { explanation: string };

/** The columns of `StoredTerm`, of a table `term` named t. */
export const TERM_COLUMNS = `
  t.clause, t.holder, t.started_at AS "startedAt", t.start_event AS "startEvent", t.working_days AS "workingDays",
  t.months, t.explanation, t.ends_at AS "endsAt", t.calendar_version AS "calendarVersion", t.provisional,
  t.overdue_at AS "overdueAt"`;

/** A stored term with the days and moves of its explanation. */
export function explainTerm<T extends { explanation: string }>({
  explanation,
  ...term
}: T): Omit<T, 'explanation'> & Pick<TermOfOffice, 'days' | 'recomputed'> {
  const { days, recomputed = [] } = JSON.parse(explanation) as ExplainedTerm;
  return { ...term, days, recomputed };
}

import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { buildCalendar, type Calendar } from '../../law/calendar/calendar.ts';
import type { Decision } from '../../law/calendar/decision.ts';
import { statements } from '../record/database.ts';
import { readDecisions } from '../record/dated.ts';
import type { CaseRecord } from '../record/record.ts';

/** A decision about a day as the installation holds it: when it was entered, and when it was taken back (legal, ISO). */
export type HeldDecision = Decision & {
  id: number;
  takenBack: string | null;
  recordedAt: string;
  proposal: string | null;
  takenBackAt: string | null;
  takenBackBy: string | null;
};

/** Every decision that was ever entered about days of a year (of all years, where none is given), in the order of days. */
export async function readHeldDecisions(record: CaseRecord, year?: number): Promise<HeldDecision[]> {
  return statements(record.database.ordinary).many<HeldDecision>(
    `SELECT id, day, kind, instead, published, taken_back AS "takenBack", recorded_at AS "recordedAt", proposal,
            taken_back_at AS "takenBackAt", taken_back_by AS "takenBackBy"
       FROM calendar_decision
      WHERE $1::integer IS NULL OR extract(year FROM day) = $1 OR extract(year FROM instead) = $1
      ORDER BY day, kind, id`,
    [year ?? null],
  );
}

/** The calendar as known on a day (today where none is given, legal time), and today. */
export async function readCalendar(
  record: CaseRecord,
  knownOn?: string,
): Promise<{ calendar: Calendar; knownOn: string; today: string }> {
  const tx = statements(record.database.ordinary);
  const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
  const today = bakuDay(now);
  const day = knownOn ?? today;
  return { calendar: buildCalendar(await readDecisions(tx), day), knownOn: day, today };
}

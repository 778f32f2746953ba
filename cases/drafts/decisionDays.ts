import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { YearNotCovered } from '../../law/calendar/calendar.ts';
import { type CountedDay, deadline } from '../../law/calendar/workingDays.ts';
import { legalLimit, limitOfCase } from '../../law/limits.ts';
import { complaintAct } from '../../law/signature-issuance/complaint.ts';
import { statements } from '../record/database.ts';
import { calendarKnownOn, parameterInForce } from '../record/dated.ts';
import type { CaseRecord } from '../record/record.ts';

/**
 * When who files now would know (R1598/2.8): the earliest day, where four early answers of nothing against end the
 * procedure (ADR 4), and the latest, where all agencies are told today and stay silent. Days are ISO days in Baku.
 */
export type DecisionDays = {
  today: string;
  workingDays: number;
  when: NamedDays | { kind: 'not-published'; year: number };
  complaint: Record<'az' | 'en' | 'ru', string>;
};

/** The days, where the calendar reaches them. */
export type NamedDays = {
  kind: 'named';
  earliest: string;
  endsAt: string;
  provisional: boolean;
  days: CountedDay[];
};

/** What is told of the service itself, whatever the calendar covers: the rule's limit and the act on complaints. */
export async function readServiceLimit(
  record: CaseRecord,
): Promise<Pick<DecisionDays, 'today' | 'workingDays' | 'complaint'> & { now: string }> {
  const { now, registered } = await statements(record.database.ordinary).one<{
    now: string;
    registered: number | null;
  }>(
    `SELECT legal_now() AS now, (SELECT limit_working_days FROM service WHERE procedure = 'signature-issuance') AS registered`,
  );
  const today = bakuDay(now);
  const { workingDays } = limitOfCase(legalLimit('R1598/2.8', today), registered);
  const complaint = { az: complaintAct(today, 'az'), en: complaintAct(today, 'en'), ru: complaintAct(today, 'ru') };
  return { now, today, workingDays, complaint };
}

/**
 * Reads what is told before filing: the rule's limit, the days it would take from now, and the act on complaints. A year
 * the calendar does not cover is named instead of the days; nobody is kept from filing by it.
 */
export async function readDecisionDays(record: CaseRecord): Promise<DecisionDays> {
  const tx = statements(record.database.ordinary);
  const { now, today, workingDays, complaint } = await readServiceLimit(record);
  const earlyEnd = await parameterInForce(tx, 'early-end', today);
  const calendar = await calendarKnownOn(tx, today);
  try {
    const { endsAt, provisional, days } = deadline(calendar, now, workingDays);
    const earliest = earlyEnd ? today : bakuDay(endsAt);
    return { today, workingDays, when: { kind: 'named', earliest, endsAt, provisional, days }, complaint };
  } catch (fault) {
    if (!(fault instanceof YearNotCovered)) throw fault;
    return { today, workingDays, when: { kind: 'not-published', year: fault.year }, complaint };
  }
}

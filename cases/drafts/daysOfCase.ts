import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { YearNotCovered } from '../../law/calendar/calendar.ts';
import { type CountedDay, deadline } from '../../law/calendar/workingDays.ts';
import { readCase } from '../findCases.ts';
import { statements } from '../record/database.ts';
import { calendarKnownOn } from '../record/dated.ts';
import type { CaseRecord } from '../record/record.ts';

/** Until when a case's agencies may answer (R1598/2.8): as recorded, as it is if they are told today, or said no more. */
export type DaysOfCase =
  | { kind: 'recorded' | 'told-today'; workingDays: number; endsAt: string; provisional: boolean; days: CountedDay[] }
  | { kind: 'not-published'; workingDays: number; year: number }
  | { kind: 'past' };

/**
 * Reads for whoever has just filed when he would know: the term recorded last to end once every agency has been told;
 * before that, on the day of filing, the days from it. Later, and after the opinions, the case's own page says more.
 */
export async function readDaysOfCase(record: CaseRecord, caseNumber: string): Promise<DaysOfCase> {
  const view = await readCase(record, caseNumber);
  if (view?.stage !== 'opinions') return { kind: 'past' };
  const { terms, requests, registeredAt, legalNow, limit } = view;
  const last = terms.toSorted((a, b) => a.endsAt.localeCompare(b.endsAt)).at(-1);
  if (last !== undefined && terms.length === requests.length) {
    const { workingDays, endsAt, provisional, days } = last;
    return { kind: 'recorded', workingDays, endsAt, provisional, days };
  }
  const today = bakuDay(legalNow);
  if (today !== bakuDay(registeredAt)) return { kind: 'past' };
  const calendar = await calendarKnownOn(statements(record.database.ordinary), today);
  const { workingDays } = limit;
  try {
    const { endsAt, provisional, days } = deadline(calendar, registeredAt, workingDays);
    return { kind: 'told-today', workingDays, endsAt, provisional, days };
  } catch (fault) {
    if (fault instanceof YearNotCovered) return { kind: 'not-published', workingDays, year: fault.year };
    throw fault;
  }
}

import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { YearNotCovered } from '../../law/calendar/calendar.ts';
import { deadline } from '../../law/calendar/workingDays.ts';
import { statements } from '../record/database.ts';
import { calendarKnownOn } from '../record/dated.ts';
import type { CaseRecord } from '../record/record.ts';

const LONGEST_WORKING_DAYS = 20;

/** Whether the terms that begin at an instant (ISO) could be counted: the calendar entered so far reaches their ends. */
export async function canBeCounted(record: CaseRecord, at: string): Promise<boolean> {
  const calendar = await calendarKnownOn(statements(record.database.ordinary), bakuDay(at));
  try {
    deadline(calendar, at, LONGEST_WORKING_DAYS);
    return true;
  } catch (fault) {
    if (fault instanceof YearNotCovered) return false;
    throw fault;
  }
}

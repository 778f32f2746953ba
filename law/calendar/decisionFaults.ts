import { buildCalendar, type Calendar } from './calendar.ts';
import { covers, FIRST_YEAR } from './coveredYears.ts';
import { isDay, yearOf } from './days.ts';
import type { Decision } from './decision.ts';

/** What can be wrong with a decision, beside a kind that is none. */
export const DECISION_FAULTS = [
  'not-a-day',
  'swap-needs-instead',
  'only-swap-has-instead',
  'swapped-for-itself',
  'year-out-of-range',
  'published-later',
  'stands-twice',
  'decided-otherwise',
  'year-not-covered',
  'off-already',
  'worked-already',
] as const;

/** One fault of a decision, and the field it stands in. */
export type DecisionFault = { field: 'day' | 'instead' | 'published'; reason: (typeof DECISION_FAULTS)[number] };

/**
 * Everything wrong with a decision as it is taken in on an ISO day (Baku); where no day is given, its publication is not
 * held against one. Its days lie in 2017 or later and at most in the year after it was published, because the Cabinet
 * decides for the next year: one stray year would make every year before it look decided. Empty for a sound decision.
 */
export function decisionFaults(decision: Decision, today?: string): DecisionFault[] {
  const { day, kind, instead, published } = decision;
  const badDays = (['day', 'instead', 'published'] as const).filter((field) => {
    const text = decision[field];
    return text !== null && !isDay(text);
  });
  if (badDays.length > 0) return badDays.map((field) => ({ field, reason: 'not-a-day' }));

  const faults: DecisionFault[] = [];
  if (kind === 'swap' && instead === null) faults.push({ field: 'instead', reason: 'swap-needs-instead' });
  if (kind !== 'swap' && instead !== null) faults.push({ field: 'instead', reason: 'only-swap-has-instead' });
  if (kind === 'swap' && instead === day) faults.push({ field: 'instead', reason: 'swapped-for-itself' });

  const since = [published, today].filter((one) => typeof one === 'string').map(yearOf);
  const inRange = (text: string) => yearOf(text) >= FIRST_YEAR && since.every((year) => yearOf(text) <= year + 1);
  if (!inRange(day)) faults.push({ field: 'day', reason: 'year-out-of-range' });
  if (instead !== null && !inRange(instead)) faults.push({ field: 'instead', reason: 'year-out-of-range' });

  if (published !== null && today !== undefined && published > today)
    faults.push({ field: 'published', reason: 'published-later' });
  return faults;
}

/** A fault of one day of a decision about several: `row` counts from 0; `day` (ISO) is named where the sentence names it. */
export type RowFault = DecisionFault & { row: number; day?: string };

/**
 * Everything wrong with a decision about several days: each by itself, a day named twice (of a day swapped off and swapped
 * in by one decision nobody could say what it is), a swap that the calendar it meets does not bear, and a day of which the calendar holds another decision of the same kind
 * that stands. A day that stands already as it is entered is no fault: a release may have brought it, and the terms that
 * run are still to be counted anew.
 */
export function faultsOfRows(rows: readonly Decision[], standing: readonly Decision[], today: string): RowFault[] {
  // A stray year of one faulty day must neither make other years look decided nor be counted through, day by day.
  const met = rows.filter((one) => one.kind !== 'swap' && decisionFaults(one, today).length === 0);
  let calendar: Calendar | undefined;
  return rows.flatMap((decision, row) => {
    const own: Omit<RowFault, 'row'>[] = decisionFaults(decision, today);
    const isSame = ({ day, kind }: Decision) => day === decision.day && kind === decision.kind;
    const swapped = rows.slice(0, row).flatMap((one) => (one.kind === 'swap' ? [one.day, one.instead] : []));
    const isSwapped = (text: string | null) => decision.kind === 'swap' && text !== null && swapped.includes(text);
    if (rows.findIndex(isSame) < row || isSwapped(decision.day)) own.push({ field: 'day', reason: 'stands-twice' });
    if (isSwapped(decision.instead)) own.push({ field: 'instead', reason: 'stands-twice' });
    const held = standing.find((one) => one.takenBack == null && isSame(one));
    if (held !== undefined && (held.instead !== decision.instead || held.published !== decision.published))
      own.push({ field: 'day', reason: 'decided-otherwise' });
    if (own.length === 0 && held === undefined && decision.published !== null && decision.kind === 'swap')
      own.push(...faultsOfSwap(decision, (calendar ??= buildCalendar([...standing, ...met]))));
    return own.map((fault) => ({ ...fault, row }));
  });
}

/**
 * A swap makes a working day a day off and a day off a working day, as the calendar without it has them; a day of a year
 * not covered is neither.
 */
function faultsOfSwap({ day, instead }: Decision, calendar: Calendar): Omit<RowFault, 'row'>[] {
  if (instead === null) return [];
  const { coveredYears } = calendar;
  const faults: Omit<RowFault, 'row'>[] = [];
  if (!covers(coveredYears, day)) faults.push({ field: 'day', reason: 'year-not-covered', day });
  else if (calendar.whyOff(day) !== null) faults.push({ field: 'day', reason: 'off-already', day });
  if (!covers(coveredYears, instead)) faults.push({ field: 'instead', reason: 'year-not-covered', day: instead });
  else if (calendar.whyOff(instead) === null) faults.push({ field: 'instead', reason: 'worked-already', day: instead });
  return faults;
}

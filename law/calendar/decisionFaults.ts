import { FIRST_YEAR } from './coveredYears.ts';
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

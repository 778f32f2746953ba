import type { Decision } from './decision.ts';

/** A holiday of Labour Code article 105 on which nobody works. The day of mourning and voting days are none. */
export type Holiday =
  | 'new-year'
  | 'womens-day'
  | 'novruz'
  | 'victory-over-fascism'
  | 'republic-day'
  | 'independence-day'
  | 'salvation-day'
  | 'armed-forces-day'
  | 'victory-day'
  | 'flag-day'
  | 'solidarity-day'
  | 'ramazan'
  | 'qurban';

type FixedHoliday = { holiday: Holiday; monthDay: string; from?: number; until?: number };

/** 18 October, 12 and 17 November and 27 September are holidays too, but working days: they are left out on purpose. */
const FIXED: readonly FixedHoliday[] = [
  { holiday: 'new-year', monthDay: '01-01' },
  { holiday: 'new-year', monthDay: '01-02' },
  { holiday: 'womens-day', monthDay: '03-08' },
  { holiday: 'novruz', monthDay: '03-20' },
  { holiday: 'novruz', monthDay: '03-21' },
  { holiday: 'novruz', monthDay: '03-22' },
  { holiday: 'novruz', monthDay: '03-23' },
  { holiday: 'novruz', monthDay: '03-24' },
  { holiday: 'victory-over-fascism', monthDay: '05-09' },
  // 28 May was renamed in October 2021.
  { holiday: 'republic-day', monthDay: '05-28', until: 2021 },
  { holiday: 'independence-day', monthDay: '05-28', from: 2022 },
  { holiday: 'salvation-day', monthDay: '06-15' },
  { holiday: 'armed-forces-day', monthDay: '06-26' },
  { holiday: 'victory-day', monthDay: '11-08', from: 2021 },
  { holiday: 'flag-day', monthDay: '11-09' },
  { holiday: 'solidarity-day', monthDay: '12-31' },
];

/** 20 January, a day off that is no holiday: it moves nothing. */
export const DAY_OF_MOURNING = '01-20';

/** One holiday on one ISO day. Two may share a day, as Novruz and Ramazan did on 20 March 2026. */
export type HolidayOnDay = { day: string; holiday: Holiday };

/** The fixed holidays and Novruz of a year, in order; needs no decision. */
export function fixedHolidays(year: number): HolidayOnDay[] {
  return FIXED.filter(({ from = year, until = year }) => from <= year && year <= until).map(
    ({ holiday, monthDay }) => ({ day: `${year}-${monthDay}`, holiday }),
  );
}

/** The days of Ramazan and Qurban that the decisions name. */
export function decidedHolidays(decisions: readonly Decision[]): HolidayOnDay[] {
  return decisions.flatMap(({ day, kind }) =>
    kind === 'ramazan' || kind === 'qurban' ? [{ day, holiday: kind }] : [],
  );
}

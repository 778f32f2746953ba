import { calendarVersion } from './calendarVersion.ts';
import { isDecided, yearsCovered, YearNotCovered, type CoveredYears } from './coveredYears.ts';
import { dayAfter, isWeekend, yearOf } from './days.ts';
import { decisionsKnown, newsKnown, type Decision } from './decision.ts';
import { DAY_OF_MOURNING, decidedHolidays, fixedHolidays, type Holiday } from './holidays.ts';
import { movedDays, type MovedDayOff } from './movedDays.ts';
import { swappedDays, type Swapped } from './swaps.ts';

export { YearNotCovered } from './coveredYears.ts';
export type { Decision } from './decision.ts';

/** Why nobody works on a day. Of two reasons the holiday is named before the weekend, a swap before all. */
export type DayOff = 'weekend' | 'mourning' | Holiday | 'election' | MovedDayOff | 'swapped-off';

/** Why a day is worked: by rule, or because the Cabinet swapped it in. */
export type WorkedDay = 'working-day' | 'swapped-in';

/**
 * The working days of Azerbaijan as known on one day. All days are ISO days in Baku; a day or year outside
 * `coveredYears` throws YearNotCovered, a day that does not exist RangeError. `nonWorkingDays` gives a year's days off
 * in order, weekends too.
 */
export type Calendar = {
  version: string;
  coveredYears: CoveredYears;
  whyOff(day: string): DayOff | null;
  whyWorked(day: string): WorkedDay | null;
  isProvisional(year: number): boolean;
  nonWorkingDays(year: number): string[];
};

/**
 * The calendar of the decisions known on an ISO day, or of all of them where no day is given (Labour Code article 105).
 * The years covered are those of all decisions; one whose Ramazan or Qurban was not yet known is provisional.
 */
export function buildCalendar(decisions: readonly Decision[], knownOn?: string): Calendar {
  const known = decisionsKnown(decisions, knownOn);
  const coveredYears = yearsCovered(decisions);
  const swapped = swappedDays(known);
  const years = tableOfYears(known, swapped, coveredYears);
  const provisional = new Set([...years.keys()].filter((year) => !isDecided(known, year)));

  const daysOf = (year: number) => {
    const days = years.get(year);
    if (days === undefined) throw new YearNotCovered(year, coveredYears);
    return days;
  };
  const whyOff = (day: string) => {
    const why = daysOf(yearOf(day)).get(day);
    if (why === undefined) throw new RangeError(`not a day: ${day}`);
    return why;
  };
  const nonWorkingDays = (year: number) => [...daysOf(year)].flatMap(([day, why]) => (why === null ? [] : [day]));
  return {
    version: calendarVersion(newsKnown(decisions, knownOn), years, provisional),
    coveredYears,
    whyOff,
    whyWorked: (day) => {
      if (whyOff(day) !== null) return null;
      return swapped.get(day) === 'swapped-in' ? 'swapped-in' : 'working-day';
    },
    isProvisional: (year) => {
      daysOf(year);
      return provisional.has(year);
    },
    nonWorkingDays,
  };
}

type Year = Map<string, DayOff | null>;

function tableOfYears(
  known: readonly Decision[],
  swapped: ReadonlyMap<string, Swapped>,
  { from, to }: CoveredYears,
): Map<number, Year> {
  // 31 December 2016, a Saturday, and 1 January 2017, a Sunday, both move into January 2017: the year before counts.
  const years = Array.from({ length: to - from + 2 }, (_, i) => from - 1 + i);
  const holidays = [...years.flatMap(fixedHolidays), ...decidedHolidays(known)];
  const named = new Map<string, DayOff>(years.map((year) => [`${year}-${DAY_OF_MOURNING}`, 'mourning']));
  for (const { day, kind } of known) if (kind === 'election') named.set(day, kind);
  for (const { day, holiday } of holidays.toReversed()) named.set(day, holiday);
  const moved = movedDays(holidays, (day) => named.has(day));

  const table = new Map<number, Year>();
  for (let day = `${from}-01-01`; yearOf(day) <= to; day = dayAfter(day)) {
    const swap = swapped.get(day);
    const byRule = named.get(day) ?? moved.get(day) ?? (isWeekend(day) ? 'weekend' : null);
    const year = table.get(yearOf(day)) ?? new Map<string, DayOff | null>();
    table.set(yearOf(day), year.set(day, swap === 'swapped-in' ? null : (swap ?? byRule)));
  }
  return table;
}

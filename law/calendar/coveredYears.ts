import { yearOf } from './days.ts';
import type { Decision } from './decision.ts';

/** The first year of the decision rows; R1598 came into force in September 2017. */
export const FIRST_YEAR = 2017;

/** The years a calendar answers for, both included. */
export type CoveredYears = { from: number; to: number };

/** A day lies in a year the decisions do not cover. It is never guessed: whoever asked must refuse. */
export class YearNotCovered extends Error {
  override readonly name = 'YearNotCovered';
  readonly year: number;
  readonly covered: CoveredYears;

  constructor(year: number, covered: CoveredYears) {
    super(`the calendar covers ${covered.from} to ${covered.to}, not ${year}`);
    this.year = year;
    this.covered = covered;
  }
}

/** What a reader is told of a day in such a year. */
export const NOT_PUBLISHED_WORDS = {
  az: 'Rəsmi təqvim hələ dərc olunmayıb (il: {year}), ona görə günləri hələ göstərmək mümkün deyil.',
  en: 'The official calendar of {year} is not published yet, so the days cannot be named yet.',
  ru: 'Официальный календарь на {year} год ещё не опубликован, поэтому дни пока назвать нельзя.',
} as const;

/** Whether decisions name the days of both Ramazan and Qurban in a year; without them it is provisional at best. */
export function isDecided(decisions: readonly Decision[], year: number): boolean {
  return (['ramazan', 'qurban'] as const).every((kind) =>
    decisions.some((decision) => decision.kind === kind && yearOf(decision.day) === year),
  );
}

/** From the first year to the year after the last decided one, which has only its fixed days and is provisional. */
export function yearsCovered(decisions: readonly Decision[]): CoveredYears {
  const years = [...new Set(decisions.map(({ day }) => yearOf(day)))];
  const lastDecided = Math.max(FIRST_YEAR - 1, ...years.filter((year) => isDecided(decisions, year)));
  return { from: FIRST_YEAR, to: lastDecided + 1 };
}

/** Whether an ISO day lies in the years covered. */
export function covers({ from, to }: CoveredYears, day: string): boolean {
  const year = yearOf(day);
  return from <= year && year <= to;
}

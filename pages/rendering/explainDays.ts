import { DAY_WORDS } from '../../law/calendar/words.ts';
import type { CountedDay } from '../../law/calendar/workingDays.ts';
import type { Language } from '../../law/languages.ts';

/** A day of a term for people: ISO day, whether it counts, and why, in words. */
export type ExplainedDay = { date: string; counted: boolean; words: string };

/** Every day of a term with the reason for which it is counted or passed over (D4). */
export function explainDays(days: readonly CountedDay[], language: Language): ExplainedDay[] {
  return days.map(({ date, counted, why }) => ({ date, counted, words: DAY_WORDS[language][why] ?? why }));
}

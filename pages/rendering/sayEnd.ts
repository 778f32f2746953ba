import { bakuDay } from '../../law/calendar/bakuTime.ts';
import type { Language } from '../../law/languages.ts';
import { dayInWords, instantInWords } from './dates.ts';
import type { Say } from './words.ts';

/** When a term ends (ISO), in words: by the day it ends with where that is midnight in Baku, which many take for a day later. */
export function sayEnd(endsAt: string, t: Say, language: Language): string {
  const instant = instantInWords(endsAt, language);
  const lastDay = bakuDay(new Date(Date.parse(endsAt) - 1).toISOString());
  if (lastDay === bakuDay(endsAt)) return t('end.instant', { instant });
  return t('end.ofDay', { day: dayInWords(lastDay, language), instant });
}

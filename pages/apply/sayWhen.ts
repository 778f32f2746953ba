import type { DecisionDays } from '../../cases/drafts/decisionDays.ts';
import { NOT_PUBLISHED_WORDS } from '../../law/calendar/coveredYears.ts';
import type { Language } from '../../law/languages.ts';
import { explainDays } from '../rendering/explainDays.ts';
import { sayEnd } from '../rendering/sayEnd.ts';
import type { Say } from '../rendering/words.ts';

/** When who files would know, as the pages of an application say it: the days, or why none can be named yet. */
export function sayWhen({ when }: DecisionDays, t: Say, language: Language) {
  if (when.kind === 'not-published') {
    return { notPublished: sayNotPublished(when.year, t, language), latest: '', explained: [] };
  }
  const explained = explainDays(when.days, language);
  return { notPublished: '', latest: sayLatest(when, t, language), explained };
}

/** The last day of a decision, and that it may still change where it is counted by a calendar that is not whole yet. */
export function sayLatest(
  { endsAt, provisional }: { endsAt: string; provisional: boolean },
  t: Say,
  language: Language,
): string {
  const end = sayEnd(endsAt, t, language);
  return provisional ? `${end} ${t('start.provisional')}` : end;
}

/** That the calendar of a year is not published, and that an application may be sent all the same. */
export function sayNotPublished(year: number, t: Say, language: Language): string {
  return `${NOT_PUBLISHED_WORDS[language].replace('{year}', String(year))} ${t('start.notPublished')}`;
}

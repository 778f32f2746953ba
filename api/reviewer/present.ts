import type { ReviewedFile } from '../../cases/reviewer/readFile.ts';
import { DAY_WORDS } from '../../law/calendar/words.ts';
import type { Language } from '../../law/languages.ts';

/** A file as a reviewer is shown it: each day of the agency's term with its reason in words, the code beside. */
export function presentFile({ term, ...file }: ReviewedFile, language: Language) {
  const inWords = (day: NonNullable<typeof term>['days'][number]) => ({
    ...day,
    why: DAY_WORDS[language][day.why] ?? day.why,
    code: day.why,
  });
  return { ...file, term: term === null ? null : { ...term, days: term.days.map(inWords) } };
}

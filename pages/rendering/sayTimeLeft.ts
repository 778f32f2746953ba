import type { TimeLeft } from '../../law/signature-issuance/review.ts';
import type { Language } from '../../law/languages.ts';
import { endInWords } from './dates.ts';
import { sayLeft } from './sayLeft.ts';
import type { Say } from './words.ts';

/** The end of a term and what is left of it, such as `4 March 2026, 24:00 (2 working days and 5 h)`. */
export function sayTimeLeft(
  { endsAt, left }: { endsAt: string; left: TimeLeft | undefined },
  t: Say,
  language: Language,
): string {
  const end = endInWords(endsAt, language);
  return left === undefined ? end : `${end} (${sayLeft(left, t).text})`;
}

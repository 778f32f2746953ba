import type { TimeLeft } from '../../law/signature-issuance/review.ts';
import type { Language } from '../../law/languages.ts';
import { instantInWords } from './dates.ts';
import type { Say } from './words.ts';

/** The end of a term and what is left of it, such as `5 March 2026, 00:00 (working days left: 2)`. */
export function sayTimeLeft(
  { endsAt, left }: { endsAt: string; left: TimeLeft | undefined },
  t: Say,
  language: Language,
): string {
  const end = instantInWords(endsAt, language);
  if (left === undefined) return end;
  if (left.kind === 'ended') return `${end} (${t('common.left.ended')})`;
  const { workingDays, hours, lastDay } = left;
  return `${end} (${lastDay ? t('common.left.today', { hours }) : t('common.left.days', { days: workingDays })})`;
}

import type { TimeLeft } from '../../law/signature-issuance/review.ts';
import type { Say } from './words.ts';

/** What is left of a term, in words, and the colour of its badge: amber on the last day. */
export function sayLeft(left: TimeLeft | null, t: Say): { text: string; colour: string } {
  if (left === null) return { text: t('left.notBegun'), colour: 'grey' };
  if (left.kind === 'ended') return { text: t('left.ended'), colour: 'grey' };
  const { workingDays, hours, lastDay } = left;
  const text = lastDay
    ? t(hours === 0 ? 'left.soon' : 'left.today', { hours })
    : t('left.days', { days: workingDays, hours });
  return { text, colour: lastDay ? 'orange' : 'green' };
}

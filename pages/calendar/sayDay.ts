import type { DecisionKind } from '../../law/calendar/decision.ts';
import type { Visit } from '../page.ts';
import { dayInWords } from '../rendering/dates.ts';

/** What a decision says of a day, as a sentence. */
export function sayDay(
  { t, language }: Pick<Visit, 't' | 'language'>,
  { day, kind, instead }: { day: string; kind: DecisionKind; instead: string | null },
): string {
  const inWords = (one: string) => dayInWords(one, language);
  if (kind === 'swap' && instead !== null) return t('day.swap', { off: inWords(day), worked: inWords(instead) });
  return t(`day.${kind}`, { day: inWords(day) });
}

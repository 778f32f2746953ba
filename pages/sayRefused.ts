import type { ClauseId } from '../law/clauses.ts';
import type { FormError, Visit } from './page.ts';
import { sayItem } from './sayItem.ts';

type Words = Readonly<Record<string, Readonly<Record<'az' | 'en' | 'ru', string>>>>;

/** A deed's outcome that was no success, as a sentence on the page; null where it was one, `missing` where it is not his. */
export function sayRefused(
  outcome:
    | { kind: string }
    | { kind: 'refused'; clause: ClauseId; reason: string; items?: readonly { item: string; reason: string }[] }
    | null,
  done: readonly string[],
  words: Words,
  { t, language }: Visit,
): FormError[] | 'missing' | null {
  if (outcome === null || outcome.kind === 'not-yours' || outcome.kind === 'not-found') return 'missing';
  if (done.includes(outcome.kind)) return null;
  if (outcome.kind === 'in-flight') return [{ field: '', text: t('common.inFlight') }];
  if (outcome.kind === 'other-body') return [{ field: '', text: t('common.keyUsed') }];
  if (!('reason' in outcome)) return [{ field: '', text: t('fault.form.what') }];
  const inWords = (code: string) => words[code]?.[language] ?? code;
  const items = (outcome.items ?? []).map(({ item, reason }) => `${sayItem(item, language)}: ${inWords(reason)}`);
  const text = [inWords(outcome.reason), ...items, t('common.clause', { clause: outcome.clause })].join(' ');
  return [{ field: '', text }];
}

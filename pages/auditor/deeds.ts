import type { Language } from '../../law/languages.ts';
import { type Say, WORDS } from '../rendering/words.ts';

const OF_DEED = 'deed.';

/** Every deed that has words, as the evidence names it. */
export const DEEDS: readonly string[] = Object.keys(WORDS.get('auditor')?.en ?? {})
  .filter((key) => key.startsWith(OF_DEED))
  .map((key) => key.slice(OF_DEED.length));

/** A deed in words with the evidence's own name of it beside them; one that has no words (any more) is its name alone. */
export function sayDeed(what: string, t: Say): string {
  return DEEDS.includes(what) ? `${t(OF_DEED + what)} (${what})` : what;
}

/** Deeds to choose from, in the order of the reader's alphabet; also the one that is looked for, if it has no words. */
export function deedsToChoose(chosen: string, t: Say, language: Language) {
  const unknown = chosen === '' || DEEDS.includes(chosen) ? [] : [{ value: chosen, text: chosen }];
  const { compare } = new Intl.Collator(language);
  const known = DEEDS.map((value) => ({ value, text: t(OF_DEED + value) })).sort((a, b) => compare(a.text, b.text));
  return [{ value: '', text: t('search.anyDeed') }, ...unknown, ...known];
}

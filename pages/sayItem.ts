import { isDay } from '../law/calendar/days.ts';
import type { Language } from '../law/languages.ts';
import { ITEM_KINDS } from '../law/signature-issuance/custody.ts';
import { KIND_WORDS } from '../law/signature-issuance/documentWords.ts';
import { dayInWords } from './rendering/dates.ts';
import { sayIn } from './rendering/words.ts';

/** What a refusal names, as the deeds name it (a day, a document, a thing by kind and serial), in words; else as it is. */
export function sayItem(item: string, language: Language): string {
  if (isDay(item)) return dayInWords(item, language);
  if (Object.hasOwn(KIND_WORDS, item)) return KIND_WORDS[item as keyof typeof KIND_WORDS][language];
  const [first, ...rest] = item.split('/');
  const kind = ITEM_KINDS.find((known) => known === first);
  return kind === undefined ? item : `${sayIn('custody', language)(`kind.${kind}`)} ${rest.join('/')}`.trim();
}

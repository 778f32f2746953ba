import { describeItem, type Item } from '../../law/signature-issuance/completeness.ts';
import type { Language } from '../../law/languages.ts';

/** A finding as a sentence: the field, what is wrong, how to mend it. */
export function sayFinding(item: Item, language: Language): string {
  const { label, reason, mend } = describeItem(item, language);
  return `${label}: ${reason} ${mend}`;
}

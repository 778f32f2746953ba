import { bakuDay } from '../../law/calendar/bakuTime.ts';
import type { Draft } from '../../cases/drafts/editDraft.ts';
import { describeItem, type Item, missingItems } from '../../law/signature-issuance/completeness.ts';
import type { Language } from '../../law/languages.ts';
import { type StepName, stepOfField } from './steps.ts';

/** What a draft still lacks or contradicts (R1598/2.6), each with the step that mends it. */
export function findingsOf(
  { application, files, startedAt }: Draft,
  now = startedAt,
): (Item & { step: StepName | 'files' })[] {
  const today = bakuDay(now);
  return missingItems(application, { today, documents: files }).map((item) => ({
    ...item,
    step: stepOfField(item.field),
  }));
}

/** A finding as a sentence: the field, what is wrong, how to mend it. */
export function sayFinding(item: Item, language: Language): string {
  const { label, reason, mend } = describeItem(item, language);
  return `${label}: ${reason} ${mend}`;
}

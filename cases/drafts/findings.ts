import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { type Item, missingItems } from '../../law/signature-issuance/completeness.ts';
import type { Draft } from './editDraft.ts';
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

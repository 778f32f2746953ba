import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { type Item, missingItems } from '../../law/signature-issuance/completeness.ts';
import type { Draft } from './editDraft.ts';
import { type StepName, stepOfField } from './steps.ts';

/**
 * What a draft still lacks or contradicts (R1598/2.6), each with the step that mends it: judged by the day it is read, as
 * its registration would judge it, for a paper may be issued or expire while a draft is kept.
 */
export function findingsOf({ application, files, now }: Draft): (Item & { step: StepName | 'files' })[] {
  return missingItems(application, { today: bakuDay(now), documents: files }).map((item) => ({
    ...item,
    step: stepOfField(item.field),
  }));
}

import type { Stage } from '../law/signature-issuance/stages.ts';
import { askRecord, type Wakes } from './askRecord.ts';
import { beginAnewIfLong } from './beginAnew.ts';

/**
 * Waits while a case stands in a stage that people carry out: their deeds move it and wake the workflow, which only asks
 * the record, at the hours the record names, to remind and to note what is overdue.
 */
export async function whileIn(stage: Stage, caseNumber: string, wakes: Wakes): Promise<void> {
  for (;;) {
    wakes.forget();
    const standing = await askRecord('watchTerms', caseNumber);
    if (standing.stage !== stage) return;
    await wakes.sleep(standing.milliseconds);
    await beginAnewIfLong(caseNumber);
  }
}

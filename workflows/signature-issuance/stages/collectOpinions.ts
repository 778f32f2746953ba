import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import { calls } from '../../activities.ts';
import { askRecord } from '../../askRecord.ts';
import type { SignatureIssuanceInput } from '../messages.ts';

/**
 * R1598/2.7, 2.8: the application goes to all four agencies in parallel; each has its term from proven delivery, and
 * the record says when none of them gave a negative opinion. The workflow only waits.
 */
export async function collectOpinions(
  caseNumber: string,
  sleepUntilWoken: (milliseconds: number) => Promise<void>,
): Promise<'approved' | 'negative-opinion' | 'withdrawn'> {
  for (;;) {
    const opinions = await askRecord('closeTerms', caseNumber);
    switch (opinions.kind) {
      case 'decided':
        return opinions.outcome;
      case 'deliver':
        await Promise.all(opinions.agencies.map((agency) => calls.requestOpinion(caseNumber, agency)));
        break;
      case 'wait':
        await sleepUntilWoken(opinions.milliseconds);
        break;
    }
    if (workflowInfo().continueAsNewSuggested)
      await continueAsNew<(input: SignatureIssuanceInput) => Promise<void>>({ caseNumber });
  }
}

import { continueAsNew, workflowInfo } from '@temporalio/workflow';

/**
 * Begins the same procedure anew, with the case number alone, once Temporal suggests it: a wait of months must not grow
 * a history without end. The record knows which stage is open.
 */
export async function beginAnewIfLong(caseNumber: string): Promise<void> {
  if (workflowInfo().continueAsNewSuggested)
    await continueAsNew<(input: { caseNumber: string }) => Promise<void>>({ caseNumber });
}

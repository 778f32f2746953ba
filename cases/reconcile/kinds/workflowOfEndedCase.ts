import type { Comparison } from '../difference.ts';
import { openWithoutNeed } from './openWithoutNeed.ts';
import { wakeCase } from './wakeCase.ts';

/** A workflow that still waits although its case has ended and nothing is left to be undone: woken, it ends. */
export const workflowOfEndedCase: Comparison = {
  kind: 'workflow-of-ended-case',
  find: async (look) =>
    (await openWithoutNeed(look, 'ended')).map(({ id, startedAt }) => ({
      about: id,
      caseNumber: id,
      facts: { startedAt },
    })),
  mend: wakeCase,
};

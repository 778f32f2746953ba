import type { Comparison } from '../difference.ts';
import { openWithoutNeed } from './openWithoutNeed.ts';

/** A workflow whose case the record does not know: somebody else's, or the record lost it in a restore. */
export const workflowWithoutCase: Comparison = {
  kind: 'workflow-without-case',
  find: async (look) =>
    (await openWithoutNeed(look, 'no-case')).map(({ id, startedAt }) => ({
      about: id,
      caseNumber: null,
      facts: { startedAt },
    })),
};

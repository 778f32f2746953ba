import type { Comparison } from '../difference.ts';
import { unattended } from './unattended.ts';
import { wakeCase } from './wakeCase.ts';

/** A workflow that ended while its case is open: it was stopped by hand, or the record is of an earlier hour than Temporal. */
export const workflowEndedBeforeCase: Comparison = {
  kind: 'workflow-ended-before-case',
  find: (look) => unattended(look, 'ended'),
  mend: wakeCase,
};

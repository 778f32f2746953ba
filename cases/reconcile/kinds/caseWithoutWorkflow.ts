import type { Comparison } from '../difference.ts';
import { unattended } from './unattended.ts';
import { wakeCase } from './wakeCase.ts';

/** A case that needs a workflow and has none, as after Temporal lost its data. */
export const caseWithoutWorkflow: Comparison = {
  kind: 'case-without-workflow',
  find: (look) => unattended(look, 'none'),
  mend: wakeCase,
};

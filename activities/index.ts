import type { EntryExitRegister, FileStore, OpinionAgencies, Signer } from '../adapters/ports.ts';
import type { CaseRecord } from '../cases/record/record.ts';
import { agencyActivities } from './agencies.ts';
import { deedActivities } from './deeds.ts';
import { virtualFinActivities } from './virtualFin.ts';

/** What the activities are made with. */
export type ActivityNeeds = {
  record: CaseRecord;
  agencies: OpinionAgencies;
  entryExit: EntryExitRegister;
  files: FileStore;
  signer: Signer;
  /** The worker's own machine clock (ISO), which must agree with PostgreSQL's before a term is closed. */
  machineNow: () => string;
};

/** Everything a workflow may have done: each one effect that may fail and be tried again. */
export function createActivities(needs: ActivityNeeds) {
  return { ...deedActivities(needs), ...agencyActivities(needs), ...virtualFinActivities(needs) };
}

export type Activities = ReturnType<typeof createActivities>;

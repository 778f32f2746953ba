import type { EntryExitRegister, FileStore, OpinionAgencies, Signer } from '../adapters/ports.ts';
import type { CaseRecord } from '../cases/record/record.ts';

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

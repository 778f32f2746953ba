import type {
  CertificationCentres,
  Contracts,
  Engine,
  EntryExitRegister,
  FileStore,
  OpinionAgencies,
  Signer,
  TextMessageList,
} from '../adapters/ports.ts';
import type { CaseRecord } from '../cases/record/record.ts';

/** What the activities are made with. */
export type ActivityNeeds = {
  record: CaseRecord;
  agencies: OpinionAgencies;
  centres: CertificationCentres;
  contracts: Contracts;
  entryExit: EntryExitRegister;
  files: FileStore;
  signer: Signer;
  /** What the reconciler holds the record against: the open workflows, and the provider's list where there is one. */
  engine: Engine;
  messages?: TextMessageList | undefined;
  /** The worker's own machine clock (ISO), which must agree with PostgreSQL's before a term is closed. */
  machineNow: () => string;
};

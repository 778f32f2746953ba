import type { RowFault } from '../../../proof/chain.ts';
import type { CustodyFault } from '../../../proof/evidencePackCustody.ts';
import type { PackFault, PackProof } from '../../../proof/evidencePackProof.ts';

/** What checking a pack's file came to; `repacked` where every member holds but the ZIP around them was changed. */
export type PackOutcome = PackProof['kind'] | 'repacked' | 'too-large' | 'not-a-zip';

/** What `verify` says of an evidence pack in one language; instants come written already. */
export type PackWords = {
  outcomes: Record<PackOutcome, string>;
  readers: Readonly<Record<string, string>>;
  about: (caseNumber: string, reader: string, at: string) => string;
  proven: string;
  notProven: string;
  files: (count: number) => string;
  rows: (count: number) => string;
  checkpointShown: (n: number, seq: number) => string;
  checkpointStated: (n: number, seq: number) => string;
  silence: string;
  custody: (items: number, acts: number) => string;
  registered: (count: number) => string;
  withheldRows: (count: number) => string;
  newerRows: (count: number) => string;
  noCheckpoint: string;
  compareCheckpoint: (n: number, digest: string) => string;
  silenceWithheld: string;
  openActs: (count: number) => string;
  noBytes: (count: number) => string;
  notRegistered: string;
  afterwards: (at: string) => string;
  truth: string;
  memberFaults: Record<PackFault['fault'], string>;
  unreadable: string;
  container: string;
  directory: string;
  row: (row: number) => string;
  rowFaults: Record<RowFault | 'unreadable', string>;
  custodyFaults: Record<CustodyFault['fault'], string>;
  custodyUnreadable: string;
  notTheHead: string;
  checkpointWrong: (n: number) => string;
  silenceWrong: string;
  documentWrong: (id: string) => string;
};

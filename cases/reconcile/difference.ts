import type { Engine, Signer, TextMessageList } from '../../adapters/ports.ts';
import type { CaseRecord } from '../record/record.ts';

/** What may stand otherwise in one place than in another; ADR 31 says which of them the reconciler mends. */
export const DIFFERENCE_KINDS = [
  'case-without-workflow',
  'workflow-ended-before-case',
  'workflow-of-ended-case',
  'workflow-without-case',
  'term-not-closed',
  'wake-not-relayed',
  'document-unsigned',
  'custody-against-case',
  'custody-chain-broken',
  'unwinding-missing',
  'register-differs',
  'notice-result-unknown',
  'message-unaccounted',
  'chain-head-differs',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** A difference: `about` is the id of what differs; `facts` are codes, ids and instants, never personal data. */
export type Found = {
  about: string;
  caseNumber: string | null;
  facts: Readonly<Record<string, string | number | null>>;
};

/** What the reconciler holds against the record. `messages` is there where a provider of text messages is. */
export type ReconcileNeeds = {
  record: CaseRecord;
  engine: Engine;
  signer: Signer;
  /** The machine clock (ISO) of whoever reconciles, which must agree with PostgreSQL's before a term is closed. */
  machineNow: () => string;
  messages?: TextMessageList | undefined;
};

/** One look: the needs, and the open workflows as they were listed once for all comparisons (id to start, ISO). */
export type Look = ReconcileNeeds & { open: ReadonlyMap<string, string> };

/**
 * One kind of difference. `find` lists at most `MOST_OF_A_KIND`, null where the other side could not be asked. `mend`,
 * where there is one, does an ordinary deed and answers how as a code; null where nothing was mended.
 */
export type Comparison = {
  kind: DifferenceKind;
  find(look: Look): Promise<readonly Found[] | null>;
  mend?(needs: ReconcileNeeds, found: Found): Promise<string | null>;
};

/** How many of a kind one pass lists: the next pass goes on where this one stopped. */
export const MOST_OF_A_KIND = 500;

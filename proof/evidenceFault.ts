import type { RowFault } from './chain.ts';
import type { CheckpointFault } from './checkpointTrail.ts';

/** Who says that a row must stand: the chain's own head, or the checkpoint of a number. */
export type Witness = 'chain-head' | number;

/**
 * What in the evidence does not hold: a row, a row that is gone, a tail that is cut, a whole case or chain that is
 * gone, a head that does not agree with its chain, a checkpoint, or one that a head remembers and nobody has.
 */
export type EvidenceFault =
  | { kind: 'row'; chain: string; seq: number; fault: RowFault }
  | { kind: 'row-missing'; chain: string; seq: number }
  | { kind: 'row-not-as-checkpointed'; chain: string; seq: number; n: number }
  | { kind: 'tail-cut'; chain: string; seq: number; last: number; by: Witness }
  | { kind: 'chain-missing'; chain: string; by: Witness }
  | { kind: 'case-missing'; chain: string }
  | { kind: 'case-without-chain'; chain: string }
  | { kind: 'head-disagrees'; chain: string }
  | { kind: 'checkpoint'; n: number; fault: CheckpointFault }
  | { kind: 'checkpoint-vanished'; chain: string; seq: number };

/** What checking all evidence came to; `uncovered` counts rows newer than the last checkpoint. */
export type EvidenceOutcome =
  { kind: 'ok'; rows: number; checkpoints: number; uncovered: number } | { kind: 'fault'; fault: EvidenceFault };

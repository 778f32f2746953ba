import { CHECKPOINT_TYP, type Checkpoint, checkpointDigest, readCheckpoint } from './checkpoint.ts';
import { verifyJws } from './jws.ts';
import type { Nature, TrustedKeys } from './trust.ts';

/** A checkpoint as its row holds it; `at` is an ISO instant (ms, Z). */
export type StoredCheckpoint = { n: number; at: string; jws: string };

/** Whose checkpoints they must be. */
export type Installation = { id: string; nature: Nature };

/** What is wrong with a checkpoint. */
export type CheckpointFault =
  | 'missing-inside'
  | 'missing-outside'
  | 'different-outside'
  | 'altered'
  | 'unknown-key'
  | 'key-not-valid-then'
  | 'malformed'
  | 'not-its-own-text'
  | 'wrong-previous'
  | 'of-another-installation';

/** A checkpoint that holds, with what it names; or the first that does not. */
export type JudgedCheckpoint =
  { kind: 'sound'; checkpoint: Checkpoint } | { kind: 'fault'; n: number; fault: CheckpointFault };

/**
 * Judges a stored checkpoint by the one before (null for the first): its number follows, its signature holds under a
 * trusted key, its text speaks of its own columns and of this installation, and it names the text before it.
 */
export async function judgeCheckpoint(
  stored: StoredCheckpoint,
  before: StoredCheckpoint | null,
  installation: Installation,
  trust: TrustedKeys,
): Promise<JudgedCheckpoint> {
  const expected = (before?.n ?? 0) + 1;
  const fault = (kind: CheckpointFault, n = stored.n) => ({ kind: 'fault', n, fault: kind }) as const;
  if (stored.n !== expected) return fault('missing-inside', expected);
  const read = await readSignedCheckpoint(stored, trust);
  if (read.kind === 'fault') return read;
  const { checkpoint, keyNature } = read;
  const { id, nature } = installation;
  const foreignKey = keyNature !== undefined && keyNature !== nature;
  if (checkpoint.installation !== id || checkpoint.nature !== nature || foreignKey)
    return fault('of-another-installation');
  if (checkpoint.previous !== (before === null ? null : checkpointDigest(before.jws))) return fault('wrong-previous');
  return { kind: 'sound', checkpoint };
}

/**
 * Reads one checkpoint without those before it: its signature holds under a trusted key, and its text speaks of its own
 * columns; `keyNature` is what the key was made for, where it says so.
 */
export async function readSignedCheckpoint(
  { n, at, jws }: StoredCheckpoint,
  trust: TrustedKeys,
): Promise<
  | { kind: 'sound'; checkpoint: Checkpoint; keyNature: Nature | undefined }
  | { kind: 'fault'; n: number; fault: CheckpointFault }
> {
  const fault = (kind: CheckpointFault) => ({ kind: 'fault', n, fault: kind }) as const;
  const verified = await verifyJws(jws, trust, CHECKPOINT_TYP, at);
  if (verified.kind !== 'ok') return fault(verified.kind);
  const checkpoint = readCheckpoint(verified.text);
  if (checkpoint === null) return fault('malformed');
  if (checkpoint.n !== n || checkpoint.at !== at) return fault('not-its-own-text');
  return { kind: 'sound', checkpoint, keyNature: verified.key.nature };
}

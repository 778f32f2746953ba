import { createHash } from 'node:crypto';
import { canonicalText, readCanonical } from './canonical.ts';
import type { ChainHead } from './chain.ts';
import { isHash, isInstant, isRecord, isSequence } from './shapes.ts';
import type { Nature } from './trust.ts';

/** The `typ` of a signed checkpoint. */
export const CHECKPOINT_TYP = 'mohlet-checkpoint+jws';

/**
 * The heads that changed since the checkpoint before, which `previous` names by its digest (null for the first).
 * `at` is machine time (ISO, ms, Z).
 */
export type Checkpoint = {
  n: number;
  at: string;
  installation: string;
  nature: Nature;
  previous: string | null;
  heads: readonly ChainHead[];
};

/** The exact text that is signed: canonical JSON (RFC 8785) of these members and of nothing else. */
export function checkpointPayload({ n, at, installation, nature, previous, heads }: Checkpoint): string {
  const named = heads.map(({ chain, seq, hash }) => ({ chain, seq, hash }));
  return canonicalText({ n, at, installation, nature, previous, heads: named });
}

/** How the next checkpoint names this one: sha256 (hex) over the text of the JWS. */
export function checkpointDigest(jws: string): string {
  return createHash('sha256').update(jws, 'utf8').digest('hex');
}

/** Reads a checkpoint's text; null where it is not canonical or not of this shape. */
export function readCheckpoint(text: string): Checkpoint | null {
  const value = readCanonical(text)?.value;
  if (!isRecord(value)) return null;
  const { n, at, installation, nature, previous, heads } = value;
  if (!isSequence(n) || !isInstant(at) || typeof installation !== 'string') return null;
  if (nature !== 'production' && nature !== 'rehearsal') return null;
  if (previous !== null && !isHash(previous)) return null;
  if (!Array.isArray(heads) || !heads.every(isHead)) return null;
  return { n, at, installation, nature, previous, heads };
}

function isHead(value: unknown): value is ChainHead {
  return isRecord(value) && typeof value.chain === 'string' && isSequence(value.seq) && isHash(value.hash);
}

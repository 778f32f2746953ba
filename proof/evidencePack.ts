import { createHash } from 'node:crypto';
import { canonicalText, readCanonical } from './canonical.ts';
import { isHash, isInstant, isRecord, isSequence } from './shapes.ts';
import type { Nature } from './trust.ts';

/** The `typ` of a signed manifest of an evidence pack. */
export const PACK_TYP = 'mohlet-evidence-pack+jws';

/** The members that stand beside the listed ones: the manifest, and the same text signed. */
export const MANIFEST = 'manifest.json';
export const SIGNED_MANIFEST = 'manifest.jws';

/** A member of a pack: its name (a path with forward slashes) and its bytes. */
export type Member = { name: string; bytes: Uint8Array };

/** A member as the manifest lists it. */
export type ListedFile = { name: string; sha256: string; bytes: number };

/**
 * What a pack says it is. `madeAt` is the legal instant at which the case was read, `for` the capacity of the reader it
 * was made for; `chain` is the case's evidence up to its head, and `checkpoint` the one that covers row `seq` of it
 * (`digest` as the next checkpoint names it), null before the first.
 */
export type PackManifest = {
  kind: 'evidence-pack';
  version: 1;
  installation: string;
  nature: Nature;
  caseNumber: string;
  madeAt: string;
  for: string;
  chain: { rows: number; withheld: number; hash: string };
  checkpoint: { n: number; digest: string; seq: number; hash: string } | null;
  files: ListedFile[];
};

/** The exact text of a manifest that is signed: canonical JSON (RFC 8785). */
export function manifestText(manifest: PackManifest): string {
  return canonicalText(manifest);
}

/** Reads a manifest's text; null where it is not canonical or not of this shape. */
export function readManifest(text: string): PackManifest | null {
  const value = readCanonical(text)?.value;
  if (!isRecord(value) || value.kind !== 'evidence-pack' || value.version !== 1) return null;
  const { installation, nature, caseNumber, madeAt, chain, checkpoint, files } = value;
  if (nature !== 'production' && nature !== 'rehearsal') return null;
  if (![installation, caseNumber, value.for].every((text) => typeof text === 'string') || !isInstant(madeAt))
    return null;
  if (!isRecord(chain) || !isSequence(chain.rows) || !isHash(chain.hash)) return null;
  if (!Number.isSafeInteger(chain.withheld) || !(checkpoint === null || isCovering(checkpoint))) return null;
  if (!Array.isArray(files) || !files.every(isListed)) return null;
  return value as PackManifest;
}

/** A member as the manifest is to list it. */
export function listed({ name, bytes }: Member): ListedFile {
  return { name, sha256: sha256(bytes), bytes: bytes.length };
}

/** The sha256 of bytes, in lower-case hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function isCovering(value: unknown): boolean {
  return isRecord(value) && isSequence(value.n) && isHash(value.digest) && isSequence(value.seq) && isHash(value.hash);
}

function isListed(value: unknown): value is ListedFile {
  return isRecord(value) && typeof value.name === 'string' && isHash(value.sha256) && Number.isSafeInteger(value.bytes);
}

import { readFile } from 'node:fs/promises';
import { readTrust, type TrustedKeys } from '../proof/trust.ts';

/** The trusted keys of a file; null where it cannot be read or holds anything else. */
export async function readTrustFile(path: string): Promise<TrustedKeys | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const read = readTrust(text);
  return read.kind === 'read' ? read.trust : null;
}

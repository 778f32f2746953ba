import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { packZip } from '../../../api/evidence-pack/packZip.ts';
import type { Member } from '../../../proof/evidencePack.ts';

/**
 * A ZIP as it was read: its members in order; `unreadable` are those whose bytes could not be had; `differsIn` names the
 * member (or, null, the ZIP's own directory) in which the file first differs from how such a pack is always made, and is
 * absent where it is exactly that.
 */
export type ReadZip =
  | { kind: 'read'; members: Member[]; unreadable: string[]; differsIn?: string | null }
  | { kind: 'not-a-zip' }
  | { kind: 'too-large' };

/**
 * No pack comes near these; a file made to fill memory or disk is refused before it is unpacked. A pack stores its members
 * as they are, and pictures hardly shrink: what unpacks to many times itself (`times`), beyond a little, was never one.
 */
export const ZIP_LIMITS = {
  ...{ file: 64_000_000, members: 2_000, member: 32_000_000, together: 64_000_000 },
  ...{ times: 4, little: 8_000_000 },
};

/** Reads a ZIP from memory, offline and within `ZIP_LIMITS`; nothing is written anywhere. */
export async function readZip(bytes: Buffer): Promise<ReadZip> {
  if (bytes.length > ZIP_LIMITS.file) return { kind: 'too-large' };
  const zip = await open(bytes);
  if (zip === null) return { kind: 'not-a-zip' };
  if (zip.entryCount > ZIP_LIMITS.members) return { kind: 'too-large' };
  const members: Member[] = [];
  const unreadable: string[] = [];
  const most = Math.min(ZIP_LIMITS.together, Math.max(ZIP_LIMITS.little, ZIP_LIMITS.times * bytes.length));
  let together = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName: name, uncompressedSize } = entry;
      together += uncompressedSize;
      if (uncompressedSize > ZIP_LIMITS.member || together > most) return { kind: 'too-large' };
      const content = await contentOf(zip, entry);
      if (content === null) unreadable.push(name);
      else members.push({ name, bytes: content });
    }
  } catch {
    // A directory that breaks off: what was read stands, what it no longer lists will be missing.
    unreadable.push('');
  }
  if (unreadable.length > 0) return { kind: 'read', members, unreadable };
  const differsIn = await differenceIn(bytes, members);
  return { kind: 'read', members, unreadable, ...(differsIn !== undefined && { differsIn }) };
}

async function open(bytes: Buffer): Promise<ZipFile | null> {
  try {
    return await fromBufferPromise(bytes, { strictFileNames: true, validateEntrySizes: true });
  } catch {
    return null;
  }
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer | null> {
  try {
    return await buffer(await zip.openReadStreamPromise(entry));
  } catch {
    return null;
  }
}

/** Makes the pack anew from its members and looks for the first byte that differs; undefined where none does. */
async function differenceIn(bytes: Buffer, members: readonly Member[]): Promise<string | null | undefined> {
  const anew = await buffer(packZip(members));
  if (anew.equals(bytes)) return undefined;
  let at = 0;
  while (at < anew.length && anew[at] === bytes[at]) at += 1;
  let end = 0;
  for (const { name, bytes: content } of members) {
    end += LOCAL_HEADER + Buffer.byteLength(name) + content.length;
    if (at < end) return name;
  }
  return null;
}

/** The fixed part of a local file header (APPNOTE 4.3.7). */
const LOCAL_HEADER = 30;

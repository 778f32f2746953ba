import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Member } from '../../proof/evidencePack.ts';

/**
 * The members as one ZIP, stored and not compressed, in their order and with one fixed date: the same members always
 * give the same bytes, on every machine, so a verifier can make the file anew and see a change of any byte of it.
 */
export function packZip(members: readonly Member[]): Readable {
  const zip = new ZipFile();
  // The format's first day, at noon wherever this runs: it has no time zone.
  const mtime = new Date(1980, 0, 1, 12);
  for (const { name, bytes } of members)
    zip.addBuffer(Buffer.from(bytes), name, { mtime, mode: 0o100444, compress: false, forceDosTimestamp: true });
  zip.end();
  return zip.outputStream as Readable;
}

import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const line = z.strictObject({ n: z.int().positive(), jws: z.string() });

/** One checkpoint as the file outside holds it, `unreadable` for a line that is none; `start` is its first byte. */
type OutsideLine = { start: number } & ({ kind: 'checkpoint'; n: number; jws: string } | { kind: 'unreadable' });

/** The lines of the file outside, one after the other; null at its end. */
export type CheckpointLines = {
  /** The file's length in bytes when it was opened. */
  size: number;
  next(waitMs?: number): Promise<OutsideLine | null>;
  close(): Promise<void>;
};

const CHUNK = 65_536;
const POLL_MS = 100;

/**
 * Opens the file of checkpoints; one that is not there is empty. `next` may wait for a line that is just being written:
 * a checkpoint is committed inside before it is written outside. A last line without its end is one that a crash cut
 * off, and does not count.
 */
export async function openCheckpointLines(path: string): Promise<CheckpointLines> {
  const file = await open(path, 'r').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null;
    throw fault;
  });
  let pending = Buffer.alloc(0);
  let start = 0;

  const readMore = async (): Promise<boolean> => {
    if (file === null) return false;
    const chunk = Buffer.alloc(CHUNK);
    const { bytesRead } = await file.read(chunk, 0, CHUNK, start + pending.length);
    pending = Buffer.concat([pending, chunk.subarray(0, bytesRead)]);
    return bytesRead > 0;
  };
  return {
    size: file === null ? 0 : (await file.stat()).size,
    async next(waitMs = 0) {
      for (let waited = 0; ;) {
        const end = pending.indexOf(0x0a);
        if (end >= 0) {
          const read = { start, ...asCheckpoint(pending.subarray(0, end).toString('utf8')) };
          pending = pending.subarray(end + 1);
          start += end + 1;
          return read;
        }
        if (await readMore()) continue;
        if (waited >= waitMs) return null;
        await sleep(POLL_MS);
        waited += POLL_MS;
      }
    },
    close: async () => file?.close(),
  };
}

function asCheckpoint(text: string): { kind: 'checkpoint'; n: number; jws: string } | { kind: 'unreadable' } {
  try {
    return { kind: 'checkpoint', ...line.parse(JSON.parse(text)) };
  } catch {
    return { kind: 'unreadable' };
  }
}

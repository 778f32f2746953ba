import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, statfs, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from '../ports.ts';

// Letters, digits, hyphen and underscore: UUIDs and base64url, and no way to name another folder.
const ID = /^[A-Za-z0-9_-]{8,128}$/;

/**
 * Keeps files in a folder of one's own, two levels deep, readable by this user alone. A `put` that has resolved outlives
 * a power cut; one that was cut short leaves the file as it was, and at most a remnant under `.partial`, which may be
 * deleted while nothing is written. An id of another shape than a UUID or base64url of 8 to 128 characters throws.
 */
export function diskStore(folder: string): FileStore {
  return {
    async put(id, bytes) {
      const path = pathOf(folder, id);
      await makeFolders(folder, dirname(path));
      const partial = join(folder, '.partial', randomUUID());
      try {
        await writeDurably(partial, bytes);
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
    },
    async get(id) {
      return absentIsNull(() => readFile(pathOf(folder, id)));
    },
    async freeShare() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { bavail, blocks } = await statfs(folder);
      return bavail / blocks;
    },
    async remove(id) {
      const path = pathOf(folder, id);
      const removed = await absentIsNull(async () => {
        await unlink(path);
        return true;
      });
      if (removed !== null) await syncFolder(dirname(path));
    },
  };
}

// The folders come from a hash, so that ids which begin alike spread, and ids that differ by case alone stay apart on a disk that ignores case.
function pathOf(folder: string, id: string): string {
  if (!ID.test(id)) throw new Error('not the id of a file');
  const hash = createHash('sha256').update(id).digest('hex');
  return join(folder, hash.slice(0, 2), hash.slice(2, 4), id);
}

async function makeFolders(folder: string, leaf: string): Promise<void> {
  await mkdir(join(folder, '.partial'), { recursive: true, mode: 0o700 });
  const created = await mkdir(leaf, { recursive: true, mode: 0o700 });
  if (created === undefined) return;
  for (const made of [dirname(leaf), folder]) await syncFolder(made);
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function absentIsNull<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

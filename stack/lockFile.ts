import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { isAlive, startOf } from './processes.ts';

/**
 * Takes a lock that at most one living process holds: a file with the process id and its start. One left by a process
 * that is gone is taken over. Answers how to release it, or `null` when a living process holds it.
 */
export async function takeLock(path: string): Promise<(() => Promise<void>) | null> {
  const mine = JSON.stringify({ pid: process.pid, started: await startOf(process.pid) });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, mine, { mode: 0o600 });
  try {
    for (let tries = 0; tries < 3; tries++) {
      if (await linked(draft, path)) return () => release(path, mine);
      const theirs = await readFile(path, 'utf8').catch(() => undefined);
      if (theirs === undefined) continue;
      if (await isHeld(theirs)) return null;
      await removeStale(path, theirs);
    }
    return null;
  } finally {
    await rm(draft, { force: true });
  }
}

/** A link, unlike a write, appears with its whole content and fails when there is one already. */
async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  }
}

/** The start tells the holder from a later process with the same id. */
async function isHeld(text: string): Promise<boolean> {
  try {
    const { pid, started } = JSON.parse(text) as { pid: number; started: string };
    return (await isAlive(pid)) && (await startOf(pid)) === started;
  } catch {
    return false;
  }
}

/** Another starter may have taken the stale lock over since it was read: then what was moved away is put back. */
async function removeStale(path: string, read: string): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  await rename(path, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => read);
  if (moved !== read) await linked(aside, path);
  await rm(aside, { force: true });
}

async function release(path: string, mine: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => '')) === mine) await rm(path, { force: true });
}

import { chmod, mkdir, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { takeLock } from './lockFile.ts';
import { stopOrphan } from './postgresData.ts';
import { StartRefused } from './startRefused.ts';
import { stopTemporalLeftBehind } from './temporal.ts';
import { writable } from './writable.ts';

export { StartRefused };

/** An opened data folder: `complete` marks the first start as done, `close` lets the folder go. */
export type DataFolder = { home: string; complete(): Promise<void>; close(): Promise<void> };

/** Grows when older code can no longer read the folder. */
const FORMAT = 1;
const MARKER = 'mohlet.json';
const LOCK = 'mohlet.lock';
/** Not data: programs fetched, and the log that is opened before the folder is. */
const NOT_DATA = ['bin', 'mohlet.log'];

const marker = z.object({ format: z.int().positive(), createdAt: z.string(), complete: z.boolean() });
type Marker = z.infer<typeof marker>;

/**
 * Opens (at need makes) the folder that holds all data of an embedded installation, for this process alone. What a
 * first start left that never completed is made anew, and said. Throws StartRefused with one sentence when the folder
 * is in use, foreign, of a newer format, not to be written, or its disk is full.
 */
export async function openDataFolder(
  home: string,
  {
    say = () => undefined,
    minimumFreeBytes = 500_000_000,
  }: { say?: (line: string) => void; minimumFreeBytes?: number } = {},
): Promise<DataFolder> {
  const release = await writable(home, async () => {
    await mkdir(home, { recursive: true });
    return takeLock(join(home, LOCK));
  });
  if (release === null) throw new StartRefused(`Mohlet is already running on ${home}: stop it or use another folder.`);
  try {
    const found = await readMarker(home);
    if (found === undefined) await refuseForeign(home);
    await refuseFullDisk(home, minimumFreeBytes);
    if (found?.complete === false) await removeHalfMade(home, say);
    const current = found?.complete ? found : { format: FORMAT, createdAt: new Date().toISOString(), complete: false };
    // PostgreSQL's own user passes through; nobody else may list what lies here.
    await chmod(home, 0o711);
    await writable(home, () => writeMarker(home, current));
    return { home, complete: () => writeMarker(home, { ...current, complete: true }), close: release };
  } catch (fault) {
    await release();
    throw fault;
  }
}

async function readMarker(home: string): Promise<Marker | undefined> {
  const text = await readFile(join(home, MARKER), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const read = z.string().transform(parseJson).pipe(marker).safeParse(text);
  if (!read.success) throw new StartRefused(`${join(home, MARKER)} is damaged: restore it or use another folder.`);
  if (read.data.format > FORMAT) {
    throw new StartRefused(
      `${home} holds data of a newer version of Mohlet: start that version or use another folder.`,
    );
  }
  return read.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function writeMarker(home: string, content: Marker): Promise<void> {
  const draft = join(home, `${MARKER}.new`);
  await writeFile(draft, JSON.stringify(content), { flush: true });
  await rename(draft, join(home, MARKER));
}

async function dataIn(home: string): Promise<string[]> {
  return (await readdir(home)).filter((name) => !name.startsWith('mohlet.') && !NOT_DATA.includes(name));
}

async function refuseForeign(home: string): Promise<void> {
  const [name] = await dataIn(home);
  if (name === undefined) return;
  throw new StartRefused(`${home} holds files that are not Mohlet's (${name}): choose an empty folder (MOHLET_HOME).`);
}

async function refuseFullDisk(home: string, minimum: number): Promise<void> {
  const { bavail, bsize } = await statfs(home);
  const free = bavail * bsize;
  if (free >= minimum) return;
  const [has, needs] = [free, minimum].map((bytes) => Math.floor(bytes / 1_000_000));
  throw new StartRefused(`The disk of ${home} is full: ${has} MB are free and ${needs} MB are needed. Make room.`);
}

/** Servers of that start may still run on the files, so they are stopped before the files go. */
async function removeHalfMade(home: string, say: (line: string) => void): Promise<void> {
  const names = await dataIn(home);
  say(`The first start in ${home} never completed: what it left is removed and made anew.`);
  for (const name of names) {
    await stopOrphan(join(home, name), say);
    if (name.endsWith('.pid')) await stopTemporalLeftBehind(join(home, name.slice(0, -'.pid'.length)), say);
  }
  for (const name of names) await rm(join(home, name), { recursive: true, force: true });
}

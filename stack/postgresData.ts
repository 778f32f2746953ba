import { access, chown, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { spawnProgram, type Log } from './child.ts';
import { postgresEnvironment, type OsUser, type PostgresBinaries } from './postgresBinaries.ts';
import { endStranded } from './processes.ts';
import { StartRefused } from './startRefused.ts';

/**
 * Makes a PostgreSQL data directory (UTF-8, SCRAM passwords, superuser `postgres`) unless one is there. Throws a
 * sentence when the folder holds something else. Made beside its place and renamed: a kill in between leaves nothing
 * that looks like a database.
 */
export async function makeDataDirectory(
  directory: string,
  password: string,
  binaries: PostgresBinaries,
  user?: OsUser,
) {
  if (await exists(join(directory, 'PG_VERSION'))) return;
  const found = await readdir(directory).catch(() => []);
  if (found.length > 0)
    throw new StartRefused(`${directory} holds files that are no PostgreSQL data: give another folder.`);
  const making = `${directory}.making`;
  const passwordFile = `${making}.password`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user !== undefined) for (const path of [making, passwordFile]) await chown(path, user.uid, user.gid);
  try {
    await initdb(making, passwordFile, binaries, user);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rmdir(directory).catch(() => undefined);
  await rename(making, directory);
}

async function initdb(directory: string, passwordFile: string, binaries: PostgresBinaries, user?: OsUser) {
  const words: string[] = [];
  const part = await spawnProgram({
    name: 'initdb',
    command: binaries.initdb,
    args: [
      `--pgdata=${directory}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    env: postgresEnvironment(),
    log: (line) => words.push(line),
    ...user,
  });
  if ((await part.exited) === 0) return;
  throw new StartRefused(`PostgreSQL could not make its data directory: ${words.slice(-3).join(' ')}`);
}

/**
 * Stops a server that still runs on this data directory, in order (fast shutdown; after ten seconds the immediate one,
 * which loses no commit), and removes a pid file that no server of this directory owns any more.
 */
export async function stopOrphan(directory: string, log: Log): Promise<void> {
  const pidFile = join(directory, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  await endStranded(pid, `-D ${directory} `, ['SIGINT', 'SIGQUIT'], log);
  // PostgreSQL would take a stranger with the recycled process id for a server of its own.
  await rm(pidFile, { force: true });
}

/** Throws a sentence when the operating system's user `postgres` may not search a folder above one of the paths. */
export async function assertReachable(paths: readonly string[], user: OsUser): Promise<void> {
  for (const path of paths) {
    for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
      const { mode, uid, gid } = await stat(folder);
      const searchable = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001;
      if (searchable) continue;
      throw new StartRefused(
        `PostgreSQL does not run as root and its user "postgres" cannot enter ${folder}: allow that (chmod o+x), use another folder, or start Mohlet as an ordinary user.`,
      );
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

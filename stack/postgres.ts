import { mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { spawnProgram, type Log, type Part } from './child.ts';
import { assertPortFree } from './ports.ts';
import { postgresBinaries, postgresEnvironment, postgresUser } from './postgresBinaries.ts';
import { assertReachable, makeDataDirectory, stopOrphan } from './postgresData.ts';
import { StartRefused } from './startRefused.ts';

export type Postgres = { port: number; adminUrl: string; pid: number; stop(): Promise<void> };

export type PostgresOptions = {
  dataDirectory: string;
  port: number;
  password: string;
  log: Log;
  /** Further settings, `name=value`; they win over the ones below. */
  settings?: string[];
};

/** An answered commit is on disk; rows quoted by the server's error texts (details, statements) stay out of its log. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=120',
  'fsync=on',
  'full_page_writes=on',
  'synchronous_commit=on',
  'timezone=UTC',
  'log_timezone=UTC',
  'lc_messages=C',
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
];

/**
 * Brings up PostgreSQL on 127.0.0.1 with the given data directory (made when there is none) and waits until it answers.
 * A server still running there because its parent was killed is stopped in order first, so the caller must hold the
 * data folder's lock. Throws a sentence with the server's last words when it does not come up.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { port, password, log } = options;
  const binaries = await postgresBinaries();
  const user = await postgresUser();
  await mkdir(dirname(options.dataDirectory), { recursive: true });
  const parent = await realpath(dirname(options.dataDirectory));
  const directory = join(parent, basename(options.dataDirectory));
  if (user !== undefined) await assertReachable([parent, binaries.postgres], user);
  await makeDataDirectory(directory, password, binaries, user);
  await stopOrphan(directory, log);
  await assertPortFree(port, 'PostgreSQL');

  const settings = [...SETTINGS, ...(options.settings ?? [])].flatMap((setting) => ['-c', setting]);
  const adminUrl = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  const start = () =>
    bringUp(binaries.postgres, ['-D', directory, '-p', String(port), ...settings], adminUrl, log, user);
  const part = await untilMemoryIsLetGo(start);
  return { port, adminUrl, pid: part.pid, stop: () => part.stop() };
}

class DidNotStart extends StartRefused {}

/** After kill -9 of the server its sessions live on for a moment, and the next server rightly refuses to start. */
async function untilMemoryIsLetGo(start: () => Promise<Part>): Promise<Part> {
  for (let tries = 1; ; tries++) {
    try {
      return await start();
    } catch (fault) {
      const held = fault instanceof DidNotStart && fault.message.includes('still in use');
      if (!held || tries === 40) throw fault;
      await sleep(250);
    }
  }
}

async function bringUp(command: string, args: string[], url: string, log: Log, user?: { uid: number; gid: number }) {
  const lastWords: string[] = [];
  const keep = (line: string) => {
    log(line);
    lastWords.push(line);
    if (lastWords.length > 4) lastWords.shift();
  };
  // SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one: neither loses a commit.
  const part = await spawnProgram({
    name: 'PostgreSQL',
    command,
    args,
    env: postgresEnvironment(),
    log: keep,
    firstSignal: 'SIGINT',
    lastSignal: 'SIGQUIT',
    patienceMs: 10_000,
    ...user,
  });
  const ended = part.exited.then(() => {
    throw new DidNotStart(`PostgreSQL did not start: ${lastWords.join(' | ')}`);
  });
  const over = new AbortController();
  try {
    await Promise.race([answers(url, over.signal), ended]);
    return part;
  } catch (fault) {
    over.abort();
    await part.stop();
    throw fault;
  }
}

/** Waits up to a minute (recovery after a crash takes its time). A wrong password is known at once. */
async function answers(url: string, over: AbortSignal): Promise<void> {
  for (let tries = 1; !over.aborted; tries++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (fault) {
      const code = (fault as { code?: string }).code;
      if (code === '28P01')
        throw new StartRefused('The stored password does not open this PostgreSQL.', { cause: fault });
      if (tries === 600) throw new DidNotStart('PostgreSQL did not answer within a minute.', { cause: fault });
      await sleep(100);
    }
  }
}

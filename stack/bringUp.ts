import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { publishedKeys, fileSigner } from '../adapters/signing/fileSigner.ts';
import { seed } from '../prisma/seed.ts';
import { type Part, spawnPart } from './child.ts';
import { openDataFolder } from './dataFolder.ts';
import { environmentOf, makeKeys, type Ports, portsFrom } from './installation.ts';
import { createDatabaseAndRoles, migrate } from './migrate.ts';
import { assertPortFree, assertPortsFit } from './ports.ts';
import { startPostgres } from './postgres.ts';
import { findTemporal, startTemporal } from './temporal.ts';

const ROOT = join(import.meta.dirname, '..');

/** What to bring up, and how. `only` leaves parts out (tests start theirs one by one). */
export type Wanted = {
  home: string;
  port: number;
  clockStart?: string;
  extraEnv?: Readonly<Record<string, string>>;
  parts?: readonly ('simulators' | 'api' | 'worker')[];
  /** Where fetched binaries are kept; the installation's own folder when absent. */
  cache?: string;
  say: (line: string) => void;
  log: (line: string) => void;
};

/** A running embedded installation. */
export type Stack = {
  env: Record<string, string>;
  ports: Ports;
  adminUrl: string;
  pids: { postgres: number; temporal: number };
  startPart(name: 'simulators' | 'api' | 'worker', extraEnv?: Readonly<Record<string, string>>): Promise<Part>;
  /** Starts PostgreSQL again on its data, stopping it in order where it still runs; `meanwhile` finds it stopped. */
  restartPostgres(meanwhile?: () => Promise<void>): Promise<void>;
  /** The same for Temporal; with `wipe` all its data are deleted first. */
  restartTemporal(how?: { wipe?: boolean; meanwhile?: () => Promise<void> }): Promise<void>;
  parts: Map<string, Part>;
  stop(): Promise<void>;
};

const FILES = { simulators: 'commands/simulators.ts', api: 'api/main.ts', worker: 'workers/main.ts' } as const;

/**
 * Brings up a whole rehearsal installation on 127.0.0.1 from its data folder: PostgreSQL, Temporal, migrations, the
 * outside parties' simulators, worker, API; one line a part. Throws StartRefused or PortInUse with one clear sentence.
 */
export async function bringUp(wanted: Wanted): Promise<Stack> {
  const home = resolve(wanted.home);
  const { say, log } = wanted;
  const ports = portsFrom(wanted.port);
  assertPortsFit(Object.values(ports).flat());
  const folder = await openDataFolder(home, { say });
  const stops: (() => Promise<void>)[] = [() => folder.close()];
  const stop = async () => {
    for (const close of stops.splice(0).reverse()) await close();
  };
  try {
    const passwords = await makeKeys(home);
    const aboutPostgres = {
      dataDirectory: join(home, 'postgres'),
      port: ports.postgres,
      password: passwords.postgres,
      log,
    };
    let postgres = await startPostgres(aboutPostgres);
    stops.push(() => postgres.stop());
    say(`PostgreSQL   up      127.0.0.1:${ports.postgres}`);

    const databases = await createDatabaseAndRoles(postgres.adminUrl, { database: 'mohlet', passwords });
    const { applied } = await migrate(databases.ownerUrl);
    const { born } = await seed(databases.ownerUrl, {
      nature: 'rehearsal',
      ...(wanted.clockStart !== undefined && { clockStart: wanted.clockStart }),
    });
    say(`Migrations   done    ${applied.length} applied${born ? ', a rehearsal installation is born' : ''}`);

    const aboutTemporal = {
      binary: await findTemporal(wanted.cache ?? join(home, 'bin'), say),
      databaseFile: join(home, 'temporal.db'),
      port: ports.temporal,
      uiPort: ports.temporalUi,
      metricsPort: ports.temporalMetrics,
      log,
    };
    let temporal = await startTemporal(aboutTemporal);
    stops.push(() => temporal.stop());
    say(`Temporal     up      ${temporal.address} 127.0.0.1:${ports.temporalUi}`);

    const env = { ...(await environmentOf(home, ports, databases)), ...wanted.extraEnv };
    await saveEnvironment(home, env);
    await saveTrust(home, env['MOHLET_SIGNING_FOLDER'] ?? '');
    const parts = new Map<string, Part>();
    stops.push(async () => void (await Promise.all([...parts.values()].map((part) => part.stop()))));
    const startPart: Stack['startPart'] = async (name, extraEnv) => {
      const part = await startOurs(name, { ...env, ...extraEnv }, log);
      parts.set(`${name} ${part.pid}`, part);
      return part;
    };
    for (const name of wanted.parts ?? (['simulators', 'api', 'worker'] as const)) {
      for (const port of portsOf(name, ports)) await assertPortFree(port, name);
      await startPart(name);
      say(
        `${name.padEnd(12)} up      ${portsOf(name, ports)
          .map((port) => `127.0.0.1:${port}`)
          .join(' ')}`,
      );
    }
    await folder.complete();
    const pids = { postgres: postgres.pid, temporal: temporal.pid };
    return {
      env,
      ports,
      adminUrl: postgres.adminUrl,
      pids,
      startPart,
      restartPostgres: async (meanwhile) => {
        await postgres.stop();
        await meanwhile?.();
        postgres = await startPostgres(aboutPostgres);
        pids.postgres = postgres.pid;
      },
      restartTemporal: async ({ wipe = false, meanwhile } = {}) => {
        await temporal.stop();
        await meanwhile?.();
        if (wipe)
          for (const end of ['', '-shm', '-wal']) await rm(`${aboutTemporal.databaseFile}${end}`, { force: true });
        temporal = await startTemporal(aboutTemporal);
        pids.temporal = temporal.pid;
      },
      parts,
      stop,
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

function portsOf(name: keyof typeof FILES, ports: Ports): number[] {
  if (name === 'simulators')
    return [
      ...ports.agencies,
      ...ports.centres,
      ports.entryExit,
      ports.smtp,
      ports.mailbox,
      ports.textMessages,
      ports.signIn,
    ];
  if (name === 'worker') return [ports.bounces];
  return name === 'api' ? [ports.api, ports.provider] : [];
}

/** Starts one of our processes and waits until it says that it is ready, or throws the sentence it left. */
async function startOurs(
  name: keyof typeof FILES,
  env: Record<string, string>,
  log: (line: string) => void,
): Promise<Part> {
  const lines: string[] = [];
  let ready = () => undefined as void;
  const isReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE } = process.env;
  const inherited = { PATH, HOME, ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }) };
  const part = await spawnPart(name, [join(ROOT, FILES[name])], { ...inherited, ...env }, (line) => {
    if (lines.length < 50) lines.push(line);
    if (line.includes('"msg":"ready"')) ready();
    log(line);
  });
  const ended = part.exited.then((code) => {
    throw new Error(lines.find((line) => !line.startsWith('{')) ?? `${name} ended with exit code ${code}`);
  });
  await Promise.race([isReady, ended]);
  ended.catch(() => undefined);
  return part;
}

/** Keeps the configuration for parts and commands that are run apart: `node --env-file=<this file> workers/main.ts`. */
async function saveEnvironment(home: string, env: Record<string, string>): Promise<void> {
  const lines = Object.entries(env).map(([name, value]) => `${name}='${value}'\n`);
  await writeFile(join(home, 'embedded-keys', 'installation.env'), lines.join(''), { mode: 0o600 });
}

/** Saves, at the first start, the published keys by which documents are checked offline; later keys are added. */
async function saveTrust(home: string, signingFolder: string): Promise<void> {
  await fileSigner(signingFolder);
  const file = join(home, 'trust', 'keys.json');
  const published = JSON.stringify(await publishedKeys(signingFolder), null, 2);
  if ((await readFile(file, 'utf8').catch(() => '')) === published) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, published);
}

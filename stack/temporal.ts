import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { spawnProgram, type Log } from './child.ts';
import { assertPortFree, freePort } from './ports.ts';
import { endStranded } from './processes.ts';
import { StartRefused } from './startRefused.ts';

export { findTemporal, findTestServer } from './temporalBinaries.ts';

export type TemporalServer = { address: string; pid: number; stop(): Promise<void> };

export type TemporalOptions = {
  binary: string;
  databaseFile: string;
  port: number;
  /** Without it there is no web page. */
  uiPort?: number;
  metricsPort?: number;
  log: Log;
};

/**
 * Brings up Temporal's development server on 127.0.0.1, its cases in `databaseFile`, and waits until the namespace
 * `default` answers. One that a killed start left on the same file is stopped first. Throws PortInUse or StartRefused.
 */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const { binary, port, log } = options;
  const databaseFile = resolve(options.databaseFile);
  const pidFile = `${databaseFile}.pid`;
  await mkdir(dirname(databaseFile), { recursive: true });
  await stopTemporalLeftBehind(databaseFile, log);
  await assertPortFree(port, 'Temporal');
  const lastWords: string[] = [];
  const part = await spawnProgram({
    name: 'Temporal',
    command: binary,
    args: await argumentsOf(databaseFile, options),
    env: process.env,
    patienceMs: 8_000,
    log: (line) => {
      log(line);
      lastWords.push(line);
      if (lastWords.length > 3) lastWords.shift();
    },
  });
  await writeFile(pidFile, String(part.pid));
  const address = `127.0.0.1:${port}`;
  const over = new AbortController();
  const ended = part.exited.then(() => {
    throw new StartRefused(`Temporal did not start: ${lastWords.join(' | ')}`);
  });
  const stop = async () => {
    await part.stop();
    await rm(pidFile, { force: true });
  };
  try {
    await Promise.race([answers(address, over.signal), ended]);
    return { address, pid: part.pid, stop };
  } catch (fault) {
    over.abort();
    await stop();
    throw fault;
  }
}

async function argumentsOf(databaseFile: string, { port, uiPort, metricsPort }: TemporalOptions): Promise<string[]> {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--db-filename', databaseFile],
    ...['--metrics-port', String(metricsPort ?? (await freePort())), '--log-format', 'json'],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort), '--ui-disable-news-fetch']),
  ];
}

/** Stops the server that a killed start left running on `databaseFile`, if there is one. */
export async function stopTemporalLeftBehind(databaseFile: string, log: Log): Promise<void> {
  const file = resolve(databaseFile);
  const pid = Number(await readFile(`${file}.pid`, 'utf8').catch(() => '0'));
  if (pid > 0) await endStranded(pid, `--db-filename ${file} `, ['SIGTERM', 'SIGKILL'], log);
  await rm(`${file}.pid`, { force: true });
}

async function answers(address: string, over: AbortSignal): Promise<void> {
  for (let tries = 1; !over.aborted; tries++) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: 2_000 });
      try {
        await connection.workflowService.describeNamespace({ namespace: 'default' });
      } finally {
        await connection.close();
      }
      return;
    } catch (fault) {
      if (tries === 150) throw new StartRefused('Temporal did not answer within half a minute.', { cause: fault });
      await sleep(200);
    }
  }
}

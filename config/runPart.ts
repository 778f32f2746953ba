import type { Server } from 'node:net';
import type { Logger } from 'pino';
import { BadConfiguration } from './env.ts';

const PATIENCE_MS = 12_000;

/** How a part is stopped: servers it listens with, and what is to be closed. */
export type Stop = {
  listen(server: Server, port: number, host: string): Promise<void>;
  closeServers(): Promise<void>;
  /** What to do when the part is told to stop. */
  when(close: () => Promise<void>): void;
};

/** Thrown at start; its message is the one sentence a person needs. */
export class CannotStart extends Error {}

/**
 * Runs one part of the program as a process: what cannot start says one clear sentence and exits 1; SIGTERM or SIGINT
 * stop it gracefully, within 12 s at the latest.
 */
export async function runPart(name: string, start: (stop: Stop) => Promise<Logger>): Promise<void> {
  const servers: Server[] = [];
  let close = (): Promise<void> => Promise.resolve();
  const stop: Stop = {
    when: (what) => {
      close = what;
    },
    listen: (server, port, host) =>
      new Promise((resolve, reject) => {
        servers.push(server);
        server.once('error', (fault: NodeJS.ErrnoException) =>
          reject(fault.code === 'EADDRINUSE' ? new CannotStart(portSentence(name, port)) : fault),
        );
        server.listen(port, host, resolve);
      }),
    closeServers: async () => {
      await Promise.all(servers.map(closeServer));
    },
  };
  let log: Logger;
  try {
    log = await start(stop);
  } catch (fault) {
    const said = fault instanceof BadConfiguration || fault instanceof CannotStart;
    process.stderr.write(said ? `${fault.message}\n` : `Mohlet's ${name} cannot start: ${reasonOf(fault)}\n`);
    process.exit(1);
  }
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('uncaughtException', (fault) => {
    log.fatal({ fault: reasonOf(fault) }, 'the process cannot go on');
    process.exit(1);
  });
  log.info('ready');
  process.send?.('ready');
}

function portSentence(name: string, port: number): string {
  return `Mohlet's ${name} cannot start: port ${port} is in use by another program. Stop it, or choose another port (MOHLET_PORT).`;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server)
      (server as unknown as { closeIdleConnections(): void }).closeIdleConnections();
  });
}

/** A fault's class and code: its text may carry what must not be shown. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'an unknown fault';
  const { code } = fault as { code?: string };
  return code === undefined ? `${fault.name}: ${fault.message.split('\n')[0] ?? ''}` : `${fault.name} ${code}`;
}

import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartRefused } from './startRefused.ts';

/** Thrown when something else listens where a part of Mohlet should; the message is the one sentence to show. */
export class PortInUse extends Error {}

const LARGEST = 65_535;
const HOST = '127.0.0.1';

// Below those that the operating system gives to whoever calls out, which it could give away again before it is used.
const [LOWEST_FREE, HIGHEST_FREE] = [10_000, 20_000];
const TRIES = 100;

/** A port of 127.0.0.1 that nothing listens on now. */
export async function freePort(): Promise<number> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await listenOnce(randomInt(LOWEST_FREE, HIGHEST_FREE));
    } catch (fault) {
      if (tried === TRIES) throw fault;
    }
  }
}

const [LOWEST_BLOCK, BLOCKS, BLOCK] = [20_000, 500, 20];

/** A row of ports from `first` on, held against whoever else asks for one here until it is released. */
export type HeldBlock = { first: number; release(): Promise<void> };

/**
 * Holds a row of ports for an installation that chooses its own, none of which is listened on now. Its parts come up one
 * after another, seconds after the choice: so rows do not overlap, and the last port of a row is listened on while it is held.
 */
export async function holdBlock(): Promise<HeldBlock> {
  for (let tried = 1; ; tried += 1) {
    const first = LOWEST_BLOCK + BLOCK * randomInt(BLOCKS);
    const last = first + BLOCK - 1;
    const guard = createServer().unref();
    try {
      guard.listen(last, HOST);
      await once(guard, 'listening');
      for (let port = first; port < last; port += 1) await listenOnce(port);
      return { first, release: () => new Promise((resolve) => guard.close(() => resolve())) };
    } catch (fault) {
      guard.close();
      if (tried === TRIES) throw fault;
    }
  }
}

/** Throws StartRefused where an installation's ports, counted on from the first of them, are not all ports that exist. */
export function assertPortsFit(ports: readonly number[]): void {
  const first = Math.min(...ports);
  const last = Math.max(...ports);
  if (first >= 1 && last <= LARGEST) return;
  throw new StartRefused(
    `The ports counted on from MOHLET_PORT do not fit (${first} to ${last}): choose one from 1 to ${LARGEST - (last - first)}.`,
  );
}

/** Throws PortInUse when `port` of 127.0.0.1 is taken; `what` names the part that wants it, for the reader. */
export async function assertPortFree(port: number, what: string): Promise<void> {
  try {
    await listenOnce(port);
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    const reason = code === 'EACCES' ? 'may not be used by this user' : 'is in use by another program';
    throw new PortInUse(`Port ${port} (${what}) ${reason}: stop that program or choose another port.`, {
      cause: fault,
    });
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, HOST, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

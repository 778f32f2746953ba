import { createServer } from 'node:net';

/** Thrown when something else listens where a part of Mohlet should; the message is the one sentence to show. */
export class PortInUse extends Error {}

const HOST = '127.0.0.1';

/** A port of 127.0.0.1 that nothing listens on now, chosen by the operating system. */
export async function freePort(): Promise<number> {
  return listenOnce(0);
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

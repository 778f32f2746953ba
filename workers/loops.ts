import pg from 'pg';
import type { Logger } from 'pino';

/** Something done again and again; `now` asks for the next round at once. */
export type Loop = { now(): void; stop(): Promise<void> };

/**
 * Does something every so often (machine milliseconds), one round at a time, and at once again while there is work (a
 * round returns how much it did). A round that fails is logged by its code and tried again, waiting longer up to 10 s.
 */
export function every(name: string, milliseconds: number, log: Logger, round: () => Promise<number>): Loop {
  let stopped = false;
  let asked = false;
  let wakeUp = () => undefined as void;
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    let failures = 0;
    while (!stopped) {
      asked = false;
      try {
        const did = await round();
        failures = 0;
        if (did === 0 && !asked && !stopped) await pause(milliseconds);
      } catch (fault) {
        failures += 1;
        const { code, name: kind } = fault as { code?: unknown; name?: string };
        log.warn({ loop: name, failures, kind, code }, 'a round failed and will be tried again');
        if (!stopped) await pause(Math.min(10_000, 250 * 2 ** Math.min(failures, 6)));
      }
    }
  };
  const running = run();
  return {
    now: () => {
      asked = true;
      wakeUp();
    },
    stop: async () => {
      stopped = true;
      wakeUp();
      await running;
    },
  };
}

/** Listens for the database's own word (LISTEN) on channels; a lost connection is made anew, for the loops poll besides. */
export async function onNotify(
  url: string,
  channels: Readonly<Record<string, () => void>>,
): Promise<{ stop(): Promise<void> }> {
  let stopped = false;
  let client: pg.Client | undefined;
  const connect = async (): Promise<void> => {
    const made = new pg.Client({ connectionString: url, keepAlive: true });
    made.on('notification', ({ channel }) => channels[channel]?.());
    made.on('error', () => again());
    made.on('end', () => again());
    await made.connect();
    for (const channel of Object.keys(channels)) await made.query(`LISTEN ${channel}`);
    client = made;
  };
  const again = () => {
    if (stopped || client === undefined) return;
    client = undefined;
    const retry = () => {
      if (!stopped) connect().catch(() => setTimeout(retry, 1_000).unref());
    };
    setTimeout(retry, 1_000).unref();
  };
  await connect();
  return {
    stop: async () => {
      stopped = true;
      await client?.end();
    },
  };
}

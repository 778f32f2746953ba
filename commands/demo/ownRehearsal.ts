import { randomInt } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../../demo/world.ts';
import { bringUp } from '../../stack/bringUp.ts';
import { portsFrom } from '../../stack/installation.ts';
import { assertPortFree, PortInUse } from '../../stack/ports.ts';
import { worldOf } from './rehearsal.ts';

const CLOCK_START = '2026-03-13T09:00:00+04:00';
const TRIES = 50;

/**
 * Brings up a rehearsal of its own in a temporary folder, its clock before Novruz 2026; `end` stops it and removes all
 * of it. Fetched programs are taken from and kept in `cache`; the log goes to the file `log`.
 */
export async function ownRehearsal(wanted: {
  cache: string;
  log: string;
  say: (line: string) => void;
}): Promise<{ world: World; end: () => Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'mohlet-demo-'));
  const log = createWriteStream(wanted.log, { mode: 0o600 });
  const remove = async () => {
    log.end();
    await rm(home, { recursive: true, force: true });
  };
  try {
    await chmod(home, 0o755);
    const stack = await bringUp({
      home,
      port: await freeBlock(),
      clockStart: CLOCK_START,
      cache: wanted.cache,
      say: wanted.say,
      log: (line) => log.write(`${line}\n`),
    });
    const end = async () => {
      await stack.stop();
      await remove();
    };
    return { world: await worldOf(stack.ports, home), end };
  } catch (fault) {
    await remove();
    throw fault;
  }
}

/** The first of a row of ports that are all free now. */
async function freeBlock(): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const port = randomInt(20_000, 30_000);
    const { agencies, ...others } = portsFrom(port);
    try {
      for (const one of [...agencies, ...Object.values(others)]) await assertPortFree(one, 'demo');
      return port;
    } catch (fault) {
      if (!(fault instanceof PortInUse) || tries === TRIES) throw fault;
    }
  }
}

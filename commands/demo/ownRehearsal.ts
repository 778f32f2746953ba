import { createWriteStream } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../../demo/world.ts';
import { bringUp, type Stack } from '../../stack/bringUp.ts';
import { holdBlock } from '../../stack/ports.ts';
import { worldOf } from './rehearsal.ts';

const CLOCK_START = '2026-03-13T09:00:00+04:00';

/** `begin` brings the rehearsal up; `end` stops it and removes all of it, at any time and as often as it is called. */
export type OwnRehearsal = { begin(): Promise<World>; end(): Promise<void> };

/**
 * A rehearsal of its own in a temporary folder, its clock before Novruz 2026. Fetched programs are taken from and kept
 * in `cache`; the log goes to the file `log`. `begin` throws a sentence when it cannot come up.
 */
export function ownRehearsal(wanted: { cache: string; log: string; say: (line: string) => void }): OwnRehearsal {
  let coming: Promise<{ home: string; stack: Stack | null }> | null = null;
  let fault: unknown = null;
  let ending: Promise<void> | null = null;

  const bring = async () => {
    const home = await mkdtemp(join(tmpdir(), 'mohlet-demo-'));
    try {
      await chmod(home, 0o755);
      const file = createWriteStream(wanted.log, { mode: 0o600 });
      const { cache, say } = wanted;
      const log = (line: string) => void file.write(`${line}\n`);
      return {
        home,
        stack: await bringUp({ home, port: (await holdBlock()).first, clockStart: CLOCK_START, cache, say, log }),
      };
    } catch (thrown) {
      fault = thrown;
      return { home, stack: null };
    }
  };
  const takeDown = async () => {
    if (coming === null) return;
    const { home, stack } = await coming;
    await stack?.stop();
    await rm(home, { recursive: true, force: true });
  };
  return {
    async begin() {
      const { home, stack } = await (coming ??= bring());
      if (stack === null) throw fault;
      return worldOf(stack.ports, home);
    },
    end: () => (ending ??= takeDown()),
  };
}

import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 600_000;

/** Asks `look` again and again until it says true; throws, naming what was waited for, when that takes ten minutes (machine time). */
export async function waitUntil(what: string, look: () => Promise<boolean>, everyMs = 200): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
    await sleep(everyMs);
  }
}

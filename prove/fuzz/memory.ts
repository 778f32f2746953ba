import { setTimeout as pause } from 'node:timers/promises';

const IDLE_MS = 10_000;
const MEBIBYTE = 1_048_576;

/** The API process's resident memory in MiB after ten idle seconds, as it tells itself by its metrics. */
export async function residentMemory(url: string): Promise<number> {
  await pause(IDLE_MS);
  const text = await (await fetch(`${url}/metrics`)).text();
  const bytes = Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1]);
  if (!(bytes > 0)) throw new Error('the API tells no memory');
  return Math.round(bytes / MEBIBYTE);
}

/** The growth that is still called flat: the allocator and the compiler keep what the busiest second needed. */
const MOST_GROWTH = 0.25;

/**
 * Whether memory is flat: what leaks grows with every call, so the mean of the last three measurements must not lie more
 * than a quarter above that of the three before them; the first ones warm up.
 */
export function isFlat(measured: readonly number[]): boolean {
  const [before, after] = [mean(measured.slice(-6, -3)), mean(measured.slice(-3))];
  return after <= before * (1 + MOST_GROWTH);
}

function mean(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
}

import { readFile } from 'node:fs/promises';

/** Memory a process held in bytes: when watching began, at its highest, and when it ended. */
export type Memory = { before: number; peak: number; after: number };

/** Watches the resident memory of a process every 20 ms (proc(5)) until it is told to end. */
export async function watchMemory(pid: number): Promise<{ end(): Promise<Memory> }> {
  const read = async (field: string) => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1_024;
  };
  const before = await read('VmRSS');
  let peak = before;
  const timer = setInterval(() => {
    void read('VmRSS').then(
      (now) => (peak = Math.max(peak, now)),
      () => undefined,
    );
  }, 20);
  return {
    end: async () => {
      clearInterval(timer);
      const after = await read('VmRSS');
      return { before, peak: Math.max(peak, after), after };
    },
  };
}

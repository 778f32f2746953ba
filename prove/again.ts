import { setTimeout as delay } from 'node:timers/promises';

/** Tries until it succeeds, machine time, every 200 ms; throws the last fault after `withinMs`. */
export async function again<T>(withinMs: number, act: () => Promise<T>): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    try {
      return await act();
    } catch (fault) {
      if (Date.now() > end) throw fault;
      await delay(200);
    }
  }
}

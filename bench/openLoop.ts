import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does something `count` times at a fixed rate whether or not what came before has ended, and returns how long each
 * took, in milliseconds from the instant it was due: a stall is counted for everybody who had to wait behind it.
 */
export async function openLoop(
  count: number,
  perSecond: number,
  act: (at: number) => Promise<void>,
): Promise<number[]> {
  const begin = performance.now();
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const due = begin + (at * 1_000) / perSecond;
      await sleep(Math.max(0, due - performance.now()));
      await act(at);
      return performance.now() - due;
    }),
  );
}

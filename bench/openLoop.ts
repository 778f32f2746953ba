import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { chanceFrom } from '../prove/tamper/chance.ts';

/** When each of some acts is due, in milliseconds from the beginning. */
export type Arrivals = (count: number, perSecond: number) => number[];

/** One after the other with the same gap. */
export const evenly: Arrivals = (count, perSecond) =>
  Array.from({ length: count }, (_, at) => (at * 1_000) / perSecond);

/** As people come who know nothing of one another (a Poisson process), the same in every run of a seed. */
export function atRandom(seed: number): Arrivals {
  const chance = chanceFrom(seed);
  const FINE = 1_000_000;
  return (count, perSecond) => {
    let due = 0;
    return Array.from(
      { length: count },
      () => (due -= (Math.log((chance.below(FINE) + 1) / FINE) * 1_000) / perSecond),
    );
  };
}

/**
 * Does something `count` times at a rate whether or not what came before has ended, and returns how long each took, in
 * milliseconds from the instant it was due: a stall is counted for everybody who had to wait behind it.
 */
export async function openLoop(
  count: number,
  perSecond: number,
  act: (at: number) => Promise<void>,
  arrivals: Arrivals = evenly,
): Promise<number[]> {
  const begin = performance.now();
  return Promise.all(
    arrivals(count, perSecond).map(async (at, nth) => {
      const due = begin + at;
      await sleep(Math.max(0, due - performance.now()));
      await act(nth);
      return performance.now() - due;
    }),
  );
}

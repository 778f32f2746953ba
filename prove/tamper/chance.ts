/** Draws that a seed repeats: whole numbers below a bound, and members of a list. */
export type Chance = { below(bound: number): number; pick<T>(list: readonly T[]): T };

/** A repeatable source of chance from a 32-bit seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const below = (bound: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
  return {
    below,
    pick: (list) => {
      const at = below(list.length);
      const picked = list[at];
      if (picked === undefined && !(at in list)) throw new RangeError('nothing to pick from');
      return picked as (typeof list)[number];
    },
  };
}

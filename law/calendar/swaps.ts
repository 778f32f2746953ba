import type { Decision } from './decision.ts';

/** What a swap made of a day, against every other rule. */
export type Swapped = 'swapped-off' | 'swapped-in';

/**
 * What the Cabinet's swaps make of single days, by ISO day. The decisions come in the order in which they became known:
 * of two about the same day the later one rules.
 */
export function swappedDays(decisions: readonly Decision[]): Map<string, Swapped> {
  const swapped = new Map<string, Swapped>();
  for (const { day, kind, instead } of decisions) {
    if (kind !== 'swap' || instead === null) continue;
    swapped.set(day, 'swapped-off');
    swapped.set(instead, 'swapped-in');
  }
  return swapped;
}

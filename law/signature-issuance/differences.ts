import type { ItemState } from './custody.ts';

/** How the portal operator settles a difference found at a hand-over (ADR 22). */
export const SETTLEMENTS = ['as-listed', 'to-be-replaced', 'to-go-back'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** Why a thing cannot be settled so; the area's words explain each. */
export type SettlementFault = 'missing-cannot-go-back' | 'copy-does-not-go-back';

/**
 * How a thing is after a difference about it was settled: found after all as listed it is sound and goes on; one that is
 * to be replaced is asked for no more; a damaged one goes back to its maker as it is. A signed second copy has no way
 * back (R1598/2.16).
 */
export function settled(
  item: { state: ItemState; isSecondCopy: boolean },
  settlement: Settlement,
): { kind: 'settled'; state: ItemState } | { kind: 'impossible'; reason: SettlementFault } {
  switch (settlement) {
    case 'as-listed':
      return { kind: 'settled', state: 'sound' };
    case 'to-be-replaced':
      return { kind: 'settled', state: 'replaced' };
    case 'to-go-back':
      if (item.isSecondCopy) return { kind: 'impossible', reason: 'copy-does-not-go-back' };
      return item.state === 'damaged'
        ? { kind: 'settled', state: 'damaged' }
        : { kind: 'impossible', reason: 'missing-cannot-go-back' };
  }
}

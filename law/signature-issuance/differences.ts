import type { ItemKind, ItemState } from './custody.ts';

/** How the portal operator settles a difference (ADR 22). */
export const SETTLEMENTS = ['as-listed', 'to-be-replaced', 'to-go-back'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** Why a thing cannot be settled so; the area's words explain each. */
export type SettlementFault = 'missing-cannot-go-back' | 'copy-does-not-go-back' | 'keeps-its-number';

/** A thing that differs; in a case that ended without a certificate nothing takes its place any more. */
export type DifferingItem = { kind: ItemKind; state: ItemState; isSecondCopy: boolean; endedUnissued: boolean };

const ONE_OF_ITS_NUMBER: readonly ItemKind[] = ['certificate', 'certificate-contract'];

/**
 * How a thing is after a difference about it was settled: found after all as listed it is sound and goes on; one that is
 * to be replaced is asked for no more; a damaged one goes back to its maker as it is. There is one certificate a decision
 * and one contract with it (2.9): a print of them is made again under its number, which is as listed, or goes back. A
 * signed second copy has no way back (R1598/2.16).
 */
export function settled(
  item: DifferingItem,
  settlement: Settlement,
): { kind: 'settled'; state: ItemState } | { kind: 'impossible'; reason: SettlementFault } {
  switch (settlement) {
    case 'as-listed':
      return { kind: 'settled', state: 'sound' };
    case 'to-be-replaced':
      return isOneOfItsNumber(item.kind) && !item.isSecondCopy && !item.endedUnissued
        ? { kind: 'impossible', reason: 'keeps-its-number' }
        : { kind: 'settled', state: 'replaced' };
    case 'to-go-back':
      if (item.isSecondCopy) return { kind: 'impossible', reason: 'copy-does-not-go-back' };
      return item.state === 'damaged'
        ? { kind: 'settled', state: 'damaged' }
        : { kind: 'impossible', reason: 'missing-cannot-go-back' };
  }
}

/** Whether a kind of thing exists once, so that no other of another number takes its place (R1598/2.9, ADR 22). */
export function isOneOfItsNumber(kind: ItemKind): boolean {
  return ONE_OF_ITS_NUMBER.includes(kind);
}

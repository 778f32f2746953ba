import type { ClauseId } from '../clauses.ts';
import type { ItemKind, ItemState } from './custody.ts';
import { isOneOfItsNumber } from './differences.ts';
import type { Centre, Party } from './parties.ts';

/** A thing a certificate needs at the mission, and who makes it. */
export type NeededItem = { kind: ItemKind; copy: 1 | 2; maker: Party };

/** A thing of a case that is known already. */
export type KnownItem = { kind: ItemKind; copy: number; state: ItemState; holder: string; maker: string };

/** Why a thing cannot be entered; the area's words explain each. */
export type EntryFault = 'not-yours-to-make' | 'there-already' | 'keeps-its-number';

const STAGES: readonly string[] = ['invitation', 'identity', 'contract'];

/**
 * What goes to the mission for a certificate (R1598/2.10): for E-imza certificate and token from its Centre; for ASAN
 * imza the certificate from its Centre, and the SIM card with the mobile operator's contract in two copies from the
 * portal operator.
 */
export function itemsNeeded(centre: Centre): NeededItem[] {
  const maker: Party = `centre:${centre}`;
  if (centre === 'e-imza')
    return [
      { kind: 'certificate', copy: 1, maker },
      { kind: 'token', copy: 1, maker },
    ];
  return [
    { kind: 'certificate', copy: 1, maker },
    { kind: 'sim', copy: 1, maker: 'portal-operator' },
    { kind: 'sim-contract', copy: 1, maker: 'portal-operator' },
    { kind: 'sim-contract', copy: 2, maker: 'portal-operator' },
  ];
}

/** Whether things may be entered in a case at a stage: from the Centre's decision until the hand-over (R1598/2.9, 2.10). */
export function isAwaitingItems(stage: string): boolean {
  return STAGES.includes(stage);
}

/**
 * Why a party may not enter a thing, or null where it may: it must be one the certificate needs, of this maker, and
 * lacking. A thing lacks where there is none, or only ones that were replaced, or that came back to their maker damaged;
 * the certificate never, which came with the decision and is one (R1598/2.9).
 */
export function faultOfEntry(
  item: { kind: ItemKind; copy: number },
  maker: Party,
  centre: Centre,
  known: readonly KnownItem[],
): { clause: ClauseId; reason: EntryFault } | null {
  const same = (other: { kind: ItemKind; copy: number }) => other.kind === item.kind && other.copy === item.copy;
  if (!itemsNeeded(centre).some((needed) => same(needed) && needed.maker === maker))
    return { clause: 'R1598/2.10', reason: 'not-yours-to-make' };
  if (isOneOfItsNumber(item.kind)) return { clause: 'R1598/2.10', reason: 'keeps-its-number' };
  return known.some((one) => same(one) && one.state !== 'replaced' && !isSpent(one))
    ? { clause: 'R1598/2.10', reason: 'there-already' }
    : null;
}

/** Whether a thing came back to its maker damaged, so that a new one takes its place. */
export function isSpent({ state, holder, maker }: KnownItem): boolean {
  return state === 'damaged' && holder === maker;
}

import type { ClauseId } from '../clauses.ts';
import { forwarderOf, type CopyPart } from './copies.ts';
import { MISSION_IDS } from './missions.ts';
import { CENTRES, MOBILE_OPERATORS, type Party, sortOf } from './parties.ts';

/** What is handed over under an act (R1598/2.10, 2.14-2.16). */
export const ITEM_KINDS = ['token', 'sim', 'certificate', 'certificate-contract', 'sim-contract'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** How a thing is: `missing` is with nobody, though its giver answers for it; a `replaced` one is asked for no more. */
export type ItemState = 'sound' | 'damaged' | 'missing' | 'replaced';

/** A thing as the law of hand-overs looks at it; `maker` entered it, and a copy in a bundle has its part and end. */
export type HandedItem = {
  kind: ItemKind;
  state: ItemState;
  maker: Party;
  bundled: { part: CopyPart; destination: Party } | null;
};

/** Where a hand-over is to happen: the case's own mission, and whether the case has ended without a certificate. */
export type HandoverPlace = { mission: string; endedUnissued: boolean };

/** Why a thing may not be handed to somebody; the area's words explain each. */
export type HandoverFault =
  'not-the-next-hands' | 'not-the-way-back' | 'missing-is-not-handed' | 'stays-at-the-mission' | 'copy-goes-elsewhere';

export type HandoverVerdict =
  { kind: 'allowed'; clause: ClauseId } | { kind: 'refused'; clause: ClauseId; reason: HandoverFault };

const FOREIGN_AFFAIRS = 'ministry:foreign-affairs';

/** Whether a text names a party that may take something over: a known mission, Centre, operator or ministry, a courier. */
export function isTaker(text: string): text is Party {
  const sort = sortOf(text);
  const post = text.slice(sort.length + 1);
  switch (sort) {
    case 'mission':
      return MISSION_IDS.some((id) => id === post);
    case 'centre':
      return CENTRES.some((centre) => centre === post);
    case 'mobile-operator':
      return MOBILE_OPERATORS.some((operator) => operator === post);
    case 'courier':
      return /^courier:[a-z0-9-]{1,60}$/.test(text);
    default:
      return ['ministry:foreign-affairs', 'ministry:communications', 'portal-operator', 'applicant'].includes(text);
  }
}

/**
 * Whether a thing may go from one party's hands to another's, and by which clause (ADR 21): to the mission by way of the
 * Ministry of Foreign Affairs and its courier (R1598/2.10) and from there to the applicant (2.15); a signed second copy
 * to where it belongs (2.16-2.18); what was damaged or replaced, and everything of a case that ended without a
 * certificate, the same way back to whoever made it.
 */
export function mayHandOver(item: HandedItem, from: Party, to: Party, place: HandoverPlace): HandoverVerdict {
  if (item.state === 'missing') return refused('R1598/2.10', 'missing-is-not-handed');
  if (item.bundled !== null) return copyOnward(item.bundled, from, to, place.mission);
  if (place.endedUnissued || item.state !== 'sound') return back(item.maker, from, to, place.mission);
  return forward(item, from, to, place.mission);
}

function forward({ maker }: HandedItem, from: Party, to: Party, own: string): HandoverVerdict {
  const mission: Party = `mission:${own}`;
  if (from === mission && to === 'applicant') return allowed('R1598/2.15');
  if (from === mission) return refused('R1598/2.15', 'stays-at-the-mission');
  const next =
    (from === maker && to === FOREIGN_AFFAIRS) ||
    (from === FOREIGN_AFFAIRS && (sortOf(to) === 'courier' || to === mission)) ||
    (sortOf(from) === 'courier' && (to === mission || to === FOREIGN_AFFAIRS));
  return next ? allowed('R1598/2.10') : refused('R1598/2.10', 'not-the-next-hands');
}

function back(maker: Party, from: Party, to: Party, own: string): HandoverVerdict {
  const step =
    (from === `mission:${own}` && from !== maker && (sortOf(to) === 'courier' || to === FOREIGN_AFFAIRS)) ||
    (sortOf(from) === 'courier' && to === FOREIGN_AFFAIRS) ||
    (from === FOREIGN_AFFAIRS && to === maker);
  return step ? allowed('R1598/2.10') : refused('R1598/2.10', 'not-the-way-back');
}

function copyOnward(
  { part, destination }: { part: CopyPart; destination: Party },
  from: Party,
  to: Party,
  own: string,
): HandoverVerdict {
  const forwarder = forwarderOf(part);
  if (from === `mission:${own}`)
    return sortOf(to) === 'courier' || to === FOREIGN_AFFAIRS
      ? allowed('R1598/2.16')
      : refused('R1598/2.16', 'copy-goes-elsewhere');
  if (sortOf(from) === 'courier')
    return to === FOREIGN_AFFAIRS ? allowed('R1598/2.16') : refused('R1598/2.16', 'copy-goes-elsewhere');
  if (from === FOREIGN_AFFAIRS)
    return to === forwarder ? allowed('R1598/2.17') : refused('R1598/2.17', 'copy-goes-elsewhere');
  return from === forwarder && to === destination
    ? allowed('R1598/2.18')
    : refused('R1598/2.18', 'copy-goes-elsewhere');
}

function allowed(clause: ClauseId): HandoverVerdict {
  return { kind: 'allowed', clause };
}

function refused(clause: ClauseId, reason: HandoverFault): HandoverVerdict {
  return { kind: 'refused', clause, reason };
}

import type { ClauseId } from '../clauses.ts';
import type { Centre, Party } from './parties.ts';

/** The two parts of a bundle, which the Ministry of Foreign Affairs passes on apart (R1598/2.17). */
export type CopyPart = Centre;

/** To whom the Ministry of Foreign Affairs passes a part (R1598/2.17): he sends it on to its destination (2.18). */
export function forwarderOf(part: CopyPart): Party {
  return part === 'e-imza' ? 'ministry:communications' : 'portal-operator';
}

/**
 * A second copy and the hands it went through since it last lay at the mission, the mission's first: each since when
 * (ISO), and when its giver had offered it. `offeredAt` is an offer of it that stands unanswered.
 */
export type Copy = {
  part: CopyPart;
  destination: Party;
  /** Replaced by another paper: nothing more is asked of it. */
  replaced: boolean;
  path: readonly { holder: Party; since: string; offeredAt: string | null }[];
  offeredAt: string | null;
};

/**
 * What one holder has to do with the copies that reached him at one instant: `open` while one of them has not reached
 * the next hands, and then done at `doneAt`, when its holder had last offered one of them (ADR 28).
 */
export type Leg = {
  clause: Extract<ClauseId, 'R1598/2.16' | 'R1598/2.17' | 'R1598/2.18'>;
  /** The term's holder, with the part where one holder has two legs: `ministry:foreign-affairs/asan`. */
  holder: string;
  /** When its copies came; null for the mission's, whose term opens with the first of them. */
  cameAt: string | null;
  open: boolean;
  doneAt: string | null;
  copies: readonly Copy[];
};

export type BundleStanding = {
  stage: 'collecting' | 'ministry' | 'delivery' | 'ended';
  /** Who holds the copy that is farthest from its destination; null when all have arrived. */
  waitsFor: Party | null;
  legs: Leg[];
};

const FOREIGN_AFFAIRS = 'ministry:foreign-affairs';
const STAGES = ['collecting', 'ministry', 'delivery', 'ended'] as const;

/**
 * How a bundle stands (R1598/2.16-2.18), in the order of its legs: the mission's, then for each part the ministry's and
 * the forwarder's, one for each instant at which copies came, so that what is missing stays with whoever has it and
 * makes nobody else late. The stage is that of the copy that is farthest behind.
 */
export function standingOfBundle(mission: string, copies: readonly Copy[]): BundleStanding {
  const asked = copies.filter(({ replaced }) => !replaced);
  const behind = asked.toSorted((a, b) => reached(a) - reached(b))[0];
  const at = behind === undefined ? 3 : reached(behind);
  const parts = (['e-imza', 'asan'] as const).filter((part) => asked.some((copy) => copy.part === part));
  return {
    stage: STAGES[at] ?? 'ended',
    waitsFor: behind === undefined || at === 3 ? null : holderOf(behind),
    legs: [
      leg(0, 'R1598/2.16', `mission:${mission}`, null, asked),
      ...parts.flatMap((part) => legsFrom(1, 'R1598/2.17', `${FOREIGN_AFFAIRS}/${part}`, ofPart(asked, part))),
      ...parts.flatMap((part) => legsFrom(2, 'R1598/2.18', forwarderOf(part), ofPart(asked, part))),
    ],
  };
}

/** The party that holds a term: the word before its part and its number. */
export function partyOfHolder(holder: string): Party {
  return (holder.split('/', 1)[0] ?? holder) as Party;
}

/** Whether everything of a leg was offered to the next hands before an instant (ISO, ms, UTC): its holder is not late. */
export function isGivenBefore(leg: Leg, instant: string): boolean {
  return leg.copies.every((copy) => {
    const given = givenAt(copy, partyOfHolder(leg.holder));
    return given !== null && given < instant;
  });
}

function ofPart(copies: readonly Copy[], part: CopyPart): Copy[] {
  return copies.filter((copy) => copy.part === part);
}

/** How far a copy has come: 0 at the mission, 1 at the ministry, 2 with its forwarder, 3 where it belongs. */
function reached({ part, destination, path }: Copy): 0 | 1 | 2 | 3 {
  const had = (party: Party) => path.some(({ holder }) => holder === party);
  if (had(destination)) return 3;
  if (had(forwarderOf(part))) return 2;
  return had(FOREIGN_AFFAIRS) ? 1 : 0;
}

function holderOf({ path }: Copy): Party | null {
  return path.at(-1)?.holder ?? null;
}

/** When a party offered a copy to the next hands, also where they have not answered; null while it has not. */
function givenAt({ path, offeredAt }: Copy, party: Party): string | null {
  const at = path.findIndex(({ holder }) => holder === party);
  if (at === -1) return null;
  return at === path.length - 1 ? offeredAt : (path[at + 1]?.offeredAt ?? null);
}

function legsFrom(place: 1 | 2, clause: Leg['clause'], holder: string, copies: readonly Copy[]): Leg[] {
  const party = partyOfHolder(holder);
  const cameAt = (copy: Copy) => copy.path.find((step) => step.holder === party)?.since;
  const instants = new Set(copies.flatMap((copy) => cameAt(copy) ?? []));
  return [...instants].sort().map((instant) =>
    leg(
      place,
      clause,
      holder,
      instant,
      copies.filter((copy) => cameAt(copy) === instant),
    ),
  );
}

function leg(place: 0 | 1 | 2, clause: Leg['clause'], holder: string, cameAt: string | null, copies: Copy[]): Leg {
  const given = copies.flatMap((copy) => givenAt(copy, partyOfHolder(holder)) ?? []).sort();
  const open = copies.some((copy) => reached(copy) <= place);
  return { clause, holder, cameAt, open, doneAt: open ? null : (given.at(-1) ?? null), copies };
}

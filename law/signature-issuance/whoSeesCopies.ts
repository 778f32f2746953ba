import type { CopyPart } from './copies.ts';
import { CENTRES, type Party, sortOf } from './parties.ts';

/** Which copies an office sees: all, those of one mission, of one part, or those that go to itself. */
export type CopiesSeen =
  | { kind: 'all' }
  | { kind: 'of-mission'; mission: string }
  | { kind: 'of-part'; part: CopyPart }
  | { kind: 'to'; destination: Party };

/**
 * Who sees what of the bundles (R1598/2.16-2.18): the Ministry of Foreign Affairs and the portal operator, who answer for
 * the way, and an auditor (no party) see all; a mission its own; the ministry of communications the E-imza part; a Centre
 * and a mobile operator what goes to them. Null: nothing.
 */
export function copiesSeenBy(party: Party | undefined): CopiesSeen | null {
  if (party === undefined || party === 'ministry:foreign-affairs' || party === 'portal-operator')
    return { kind: 'all' };
  if (party === 'ministry:communications') return { kind: 'of-part', part: 'e-imza' };
  switch (sortOf(party)) {
    case 'mission':
      return { kind: 'of-mission', mission: party.slice('mission:'.length) };
    case 'centre':
    case 'mobile-operator':
      return { kind: 'to', destination: party };
    default:
      return null;
  }
}

/** The part of a bundle that a term is about: of R1598/2.17 and 2.18 its holder says which; the mission's is about both. */
export function partsOfHolder(holder: string): readonly CopyPart[] {
  if (holder.startsWith('portal-operator')) return ['asan'];
  if (holder.startsWith('ministry:communications')) return ['e-imza'];
  const named = CENTRES.filter((part) => holder.split('/')[1] === part);
  return named.length > 0 ? named : CENTRES;
}

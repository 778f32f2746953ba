import { type Party, sortOf } from './parties.ts';

/** Which overdue terms an office sees: all, those of the posts and of every bundle, or its own (a mission's with its bundles'). */
export type OverdueSeen =
  { kind: 'all' } | { kind: 'posts-and-bundles' } | { kind: 'own'; party: Party; mission: string | null };

/**
 * Who sees which overdue terms (R1598/2.11, 2.16-2.18, 5.4): the portal operator and an auditor (no party) all; the
 * Ministry of Foreign Affairs those of its posts and of every bundle; a mission, a ministry and a Centre their own.
 */
export function overdueSeenBy(party: Party | undefined): OverdueSeen {
  if (party === undefined || party === 'portal-operator') return { kind: 'all' };
  if (party === 'ministry:foreign-affairs') return { kind: 'posts-and-bundles' };
  return { kind: 'own', party, mission: sortOf(party) === 'mission' ? party.slice('mission:'.length) : null };
}

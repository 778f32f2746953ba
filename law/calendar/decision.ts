import { yearOf } from './days.ts';

/** What the Cabinet, or the act that calls an election, says of a single day. */
export const DECISION_KINDS = ['ramazan', 'qurban', 'election', 'swap'] as const;

export type DecisionKind = (typeof DECISION_KINDS)[number];

/**
 * One decision; all days are ISO. By a `swap`, `day` becomes a day off and `instead` a working day; in the other kinds
 * `instead` is null. `published` is null where the day of publication is not known.
 */
export type Decision = { day: string; kind: DecisionKind; instead: string | null; published: string | null };

/** The ISO day since which a decision counts as known: where no publication is recorded, 31 December of the year before. */
export function knownSince(decision: Decision): string {
  return decision.published ?? `${yearOf(decision.day) - 1}-12-31`;
}

/**
 * The decisions known on an ISO day (all of them, where none is given), in the order in which they became known; the
 * order they are handed in says nothing, for a database and a file list them differently.
 */
export function decisionsKnown(decisions: readonly Decision[], knownOn?: string): Decision[] {
  const sortKey = (row: Decision) => [knownSince(row), row.day, row.kind, row.instead].join(' ');
  return decisions
    .filter((decision) => knownOn === undefined || knownSince(decision) <= knownOn)
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

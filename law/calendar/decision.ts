import { yearOf } from './days.ts';

/** What the Cabinet, or the act that calls an election, says of a single day. */
export const DECISION_KINDS = ['ramazan', 'qurban', 'election', 'swap'] as const;

export type DecisionKind = (typeof DECISION_KINDS)[number];

/**
 * One decision; all days are ISO. By a `swap`, `day` becomes a day off and `instead` a working day; in the other kinds
 * `instead` is null. `published` is null where the day of publication is not known. `takenBack` is the day since which a
 * further decision is known to have taken it back (ADR 39); without it the decision stands.
 */
export type Decision = {
  day: string;
  kind: DecisionKind;
  instead: string | null;
  published: string | null;
  takenBack?: string | null;
};

/** The ISO day since which a decision counts as known: where no publication is recorded, 31 December of the year before. */
export function knownSince(decision: Decision): string {
  return decision.published ?? `${yearOf(decision.day) - 1}-12-31`;
}

/**
 * The decisions known on an ISO day (all of them, where none is given) and not known to be taken back, in the order in
 * which they became known; the order they are handed in says nothing, for a database and a file list them differently.
 */
export function decisionsKnown(decisions: readonly Decision[], knownOn?: string): Decision[] {
  const sortKey = (row: Decision) => [knownSince(row), row.day, row.kind, row.instead].join(' ');
  return decisions
    .filter((decision) => knownOn === undefined || knownSince(decision) <= knownOn)
    .filter((decision) => !isTakenBack(decision, knownOn))
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/** Every day on which the calendar changed, as known on an ISO day: what was decided, and what was taken back. */
export function newsKnown(decisions: readonly Decision[], knownOn?: string): string[] {
  return decisions
    .flatMap((decision) => [knownSince(decision), ...(decision.takenBack == null ? [] : [decision.takenBack])])
    .filter((day) => knownOn === undefined || day <= knownOn)
    .sort();
}

function isTakenBack({ takenBack }: Decision, knownOn: string | undefined): boolean {
  return takenBack != null && (knownOn === undefined || takenBack <= knownOn);
}

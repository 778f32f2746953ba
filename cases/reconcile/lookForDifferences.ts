import { COMPARISONS } from './comparisons.ts';
import { DIFFERENCE_KINDS, type DifferenceKind, type Found, type Look, type ReconcileNeeds } from './difference.ts';

/** What one look found of each kind; null where the other side could not be asked. */
export type Findings = ReadonlyMap<DifferenceKind, readonly Found[] | null>;

/** Makes every comparison once; nothing is written. Throws while the database or the engine does not answer. */
export async function lookForDifferences(needs: ReconcileNeeds): Promise<Findings> {
  const open = new Map<string, string>();
  for await (const { id, startedAt } of needs.engine.openWorkflows()) open.set(id, startedAt);
  const look: Look = { ...needs, open };
  const findings = new Map<DifferenceKind, readonly Found[] | null>();
  for (const kind of DIFFERENCE_KINDS) findings.set(kind, await COMPARISONS[kind].find(look));
  return findings;
}

/** A finding as one word, by which a second look knows it again. */
export function keyOf(kind: DifferenceKind, { about }: Pick<Found, 'about'>): string {
  return `${kind} ${about}`;
}

/** What a look found, as words that the next look knows again. */
export function keysOf(findings: Findings): string[] {
  return [...findings].flatMap(([kind, found]) => (found ?? []).map((one) => keyOf(kind, one)));
}

import type { Leg } from '../../law/signature-issuance/copies.ts';

/** The leg that a term is of, by its clause, its holder (numbered or not) and the instant at which its copies came. */
export function legOfTerm(
  legs: readonly Leg[],
  { clause, holder, started_at }: { clause: string; holder: string; started_at: string },
): Leg | undefined {
  return legs.find(
    (leg) =>
      clause === leg.clause &&
      (holder === leg.holder || holder.startsWith(`${leg.holder}/`)) &&
      (leg.cameAt === null || started_at === leg.cameAt),
  );
}

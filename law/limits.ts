import type { ClauseId } from './clauses.ts';

/** A time limit the law sets, as a dated row: in force from an ISO day (Baku) until a later row of the same clause. */
export type Limit = { clause: ClauseId; workingDays: number; inForceFrom: string };

const LIMITS: readonly Limit[] = [{ clause: 'R1598/2.8', workingDays: 3, inForceFrom: '2017-09-12' }];

/** The law's limit of a clause on an ISO day (Baku); throws where no row was in force, for a limit is never guessed. */
export function legalLimit(clause: ClauseId, day: string): Limit {
  const row = LIMITS.filter((limit) => limit.clause === clause && limit.inForceFrom <= day).at(-1);
  if (row === undefined) throw new Error(`no time limit of ${clause} was in force on ${day}`);
  return row;
}

/**
 * The limit a case runs under, in working days, and where it comes from: a registered limit may be shorter than the
 * law's, never longer (Q129/1-37).
 */
export function limitOfCase(law: Limit, registered: number | null): { workingDays: number; source: string } {
  if (registered !== null && registered < law.workingDays)
    return { workingDays: registered, source: 'service-registry' };
  return { workingDays: law.workingDays, source: law.clause };
}

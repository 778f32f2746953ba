import type { ClauseId } from './clauses.ts';

/** A time limit the law sets, as a dated row: in force from an ISO day (Baku) until a later row of the same clause. */
export type Limit = { clause: ClauseId; workingDays: number; inForceFrom: string };

/** A limit the law sets in months. */
export type LimitInMonths = { clause: ClauseId; months: number; inForceFrom: string };

const SINCE = '2017-09-12';

const LIMITS: readonly Limit[] = [
  { clause: 'R1598/2.8', workingDays: 3, inForceFrom: SINCE },
  { clause: 'R1598/2.11', workingDays: 1, inForceFrom: SINCE },
  { clause: 'R1598/2.17', workingDays: 1, inForceFrom: SINCE },
  { clause: 'R1598/2.18', workingDays: 3, inForceFrom: SINCE },
  { clause: 'R1598/5.4', workingDays: 1, inForceFrom: SINCE },
];

// "At least twice a year" (R1598/2.16) and "three years" (2.19), read in months: ADR 20.
const LIMITS_IN_MONTHS: readonly LimitInMonths[] = [
  { clause: 'R1598/2.16', months: 6, inForceFrom: SINCE },
  { clause: 'R1598/2.19', months: 36, inForceFrom: SINCE },
];

/** The law's limit of a clause on an ISO day (Baku); throws where no row was in force, for a limit is never guessed. */
export function legalLimit(clause: ClauseId, day: string): Limit {
  return inForce(LIMITS, clause, day);
}

/** The law's limit of a clause that counts months, on an ISO day (Baku); throws where no row was in force. */
export function legalLimitInMonths(clause: ClauseId, day: string): LimitInMonths {
  return inForce(LIMITS_IN_MONTHS, clause, day);
}

function inForce<L extends { clause: ClauseId; inForceFrom: string }>(
  rows: readonly L[],
  clause: ClauseId,
  day: string,
): L {
  const row = rows.filter((limit) => limit.clause === clause && limit.inForceFrom <= day).at(-1);
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

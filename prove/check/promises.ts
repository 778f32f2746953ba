import type { Tx } from '../../cases/record/database.ts';
import type { Acknowledged } from '../kill/load.ts';
import type { Failure } from '../check.ts';

/** Holds what applicants were answered against the database: every case they were given is there, and no other. */
export async function checkPromises(owner: Tx, { registered, withdrawn, changed }: Acknowledged): Promise<Failure[]> {
  const cases = await owner.many<{ number: string; outcome: string | null }>(`SELECT number, outcome FROM "case"`);
  const outcomes = new Map(cases.map(({ number, outcome }) => [number, outcome]));
  const told = new Set(registered.map(({ caseNumber }) => caseNumber));
  const fail = (what: string) => (caseNumber: string) => ({ caseNumber, what });
  return [
    ...[...told].filter((number) => !outcomes.has(number)).map(fail('a registered case is in the database')),
    ...[...outcomes.keys()].filter((number) => !told.has(number)).map(fail('a case in the database was acknowledged')),
    ...(told.size === registered.length ? [] : ['']).map(fail('two applications are two cases')),
    ...withdrawn.filter((number) => outcomes.get(number) !== 'withdrawn').map(fail('a withdrawn case is withdrawn')),
    ...changed.map(fail('a repeat gets the first answer')),
  ];
}

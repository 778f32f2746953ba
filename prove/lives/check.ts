import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../cases/record/database.ts';
import type { Seal } from '../../cases/record/seal.ts';
import { unseal } from '../../cases/record/seal.ts';
import type { Failure } from '../check.ts';
import { readToldByParties } from './check/journals.ts';
import { readRows } from './check/rows.ts';
import { LIFE_RULES } from './check/rules.ts';
import type { End } from './model.ts';

/** A life as the check knows it: its case, whose it is, the FIN of his card, and how it must have ended. */
export type Lived = { caseNumber: string; person: number; cardFin: string | null; end: End };

/** Where to look: the database as its owner, the key to what is sealed in it, and the folder of the parties' journals. */
export type Looked = { owner: Tx; seal: Pick<Seal, 'openKey'>; home: string };

/**
 * Holds the lives against the database and the parties' own journals, never against what the engine says of itself:
 * every end is the model's, no person has two FINs and no FIN two persons, and every rule of custody holds.
 */
export async function checkLives({ owner, seal, home }: Looked, lived: readonly Lived[]): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const { what, broken } of LIFE_RULES) {
    const rows = await owner.many<Record<string, string>>(broken);
    failures.push(...rows.map((row) => ({ caseNumber: Object.values(row)[0] ?? '', what })));
  }
  const found = await readRows(
    owner,
    lived.map(({ caseNumber }) => caseNumber),
  );
  const told = readToldByParties(home);
  const fins = await readFins(owner, seal);
  const cards = new Set(lived.flatMap(({ cardFin }) => cardFin ?? []));
  const persons = new Map<number, string>();
  for (const { caseNumber, person: who, cardFin, end } of lived) {
    const fail = (what: string) => failures.push({ caseNumber, what });
    const row = found.get(caseNumber);
    if (row === undefined) {
      fail('is not in the record');
      continue;
    }
    const { person, serial, ...rows } = row;
    const parties = told(caseNumber);
    const is = { ...rows, revoked: parties.revoked.length > 0 };
    for (const what of Object.keys(end) as (keyof End)[])
      if (!isDeepStrictEqual(sorted(is[what]), sorted(end[what])))
        fail(`${what} is ${JSON.stringify(is[what])} and must be ${JSON.stringify(end[what])}`);

    if (serial !== null && !parties.serials.includes(serial)) fail('no Centre made its certificate');
    if (serial !== null && is.revoked && !parties.revoked.includes(serial)) fail('another certificate was revoked');
    const isDrawn = cardFin === null;
    if (parties.cancelled !== (end.cancelled && isDrawn ? 1 : 0)) fail(`was cancelled ${parties.cancelled} times`);
    if (person === null) continue;
    const fin = fins.get(person);
    if (!isDrawn && fin !== cardFin) fail('a citizen has another FIN than that of the card');
    if (isDrawn && (fin === undefined || cards.has(fin))) fail("a citizen's FIN was drawn");
    if ((persons.get(who) ?? person) !== person) fail('one person has two FINs');
    if ([...persons].some(([other, theirs]) => other !== who && theirs === person)) fail('two persons have one FIN');
    persons.set(who, person);
  }
  if (new Set(fins.values()).size !== fins.size)
    failures.push({ caseNumber: '', what: 'one FIN was given to two persons' });
  return failures;
}

async function readFins(owner: Tx, seal: Looked['seal']): Promise<Map<string, string>> {
  const rows = await owner.many<{ id: string; sealed_key: Buffer; sealed_fin: Buffer }>(
    `SELECT id, sealed_key, sealed_fin FROM person`,
  );
  return new Map(rows.map((row) => [row.id, unseal(seal.openKey(row.sealed_key), row.sealed_fin).toString()]));
}

function sorted(value: End[keyof End]): unknown {
  return Array.isArray(value) ? value.toSorted() : value;
}

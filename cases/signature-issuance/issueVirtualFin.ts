import { randomUUID } from 'node:crypto';
import { inCase, NOTHING_DONE } from '../record/inCase.ts';
import { closeIncident } from '../record/incidents.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';
import { seal } from '../record/seal.ts';

/**
 * What became of giving the FIN. `fin-belongs-to-another`: draw another one, or for a citizen, call the operator; `ended`:
 * the case was withdrawn before it got one, and needs none any more.
 */
export type FinOutcome =
  | { kind: 'given'; at: string; again: boolean }
  | { kind: 'fin-belongs-to-another' }
  | { kind: 'not-approved' }
  | { kind: 'ended' };

/**
 * Gives the virtual FIN to the person of an approved case, once (R1598/2.8): a person who has one keeps it (R1598/1.2.7),
 * another gets `found`, read from the identity card (R1598/2.8-citizen) or drawn. Asked again it answers what was done.
 */
export async function issueVirtualFin(
  record: CaseRecord,
  caseNumber: string,
  found: { fin: string; source: 'identity-card' | 'drawn' } | null,
): Promise<FinOutcome | null> {
  return inCase<FinOutcome>(
    record,
    caseNumber,
    THE_PROCEDURE,
    async (tx, now, facts) => {
      const given = await tx.maybe<{ given_at: string }>(`SELECT given_at FROM virtual_fin WHERE case_number = $1`, [
        caseNumber,
      ]);
      if (given !== null)
        return { outcome: { kind: 'given', at: given.given_at, again: true }, evidence: NOTHING_DONE };
      if (facts.stage === 'ended') return { outcome: { kind: 'ended' }, evidence: NOTHING_DONE };
      if (facts.stage !== 'virtual-fin') return { outcome: { kind: 'not-approved' }, evidence: NOTHING_DONE };

      // Two cases of one person (for two certificates) must not give two FINs side by side.
      await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended($1, 2))`, [facts.person_index]);
      // A citizen is known by the FIN of the identity card too: a renewed card or a passport makes nobody a new person.
      const card = found?.source === 'identity-card' ? record.seal.index('fin', found.fin) : null;
      const person = await tx.maybe<{ id: string; source: string }>(
        `SELECT id, source FROM person
          WHERE person_index = $1 OR (fin_index = $2 AND source = 'identity-card')
          ORDER BY (person_index = $1) DESC LIMIT 1`,
        [facts.person_index, card],
      );
      let id = person?.id;
      if (id === undefined) {
        if (found === null) throw new Error('a first FIN must be found before it is given');
        const made = newPerson(record, facts.person_index, found, now);
        const inserted = await tx.run(
          `INSERT INTO person (id, person_index, fin_index, sealed_key, sealed_fin, source, given_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (fin_index) DO NOTHING`,
          made.row,
        );
        if (inserted === 0)
          return { outcome: { kind: 'fin-belongs-to-another' }, evidence: [{ what: 'fin-not-free' }] };
        id = made.id;
      }
      await tx.run(`INSERT INTO virtual_fin (case_number, person_id, given_at) VALUES ($1, $2, $3)`, [
        caseNumber,
        id,
        now,
      ]);
      await tx.run(`UPDATE "case" SET stage = 'centre' WHERE number = $1`, [caseNumber]);
      await closeIncident(tx, now, { caseNumber, kind: 'register-not-reached' }, 'fin-given');
      await closeIncident(tx, now, { caseNumber, kind: 'register-has-no-fin' }, 'fin-given');
      return {
        outcome: { kind: 'given', at: now, again: false },
        evidence: [
          {
            what: 'virtual-fin-given',
            clause: facts.citizen ? 'R1598/2.8-citizen' : 'R1598/2.8',
            facts: { person: id, source: person?.source ?? found?.source, usedAgain: person !== null },
          },
        ],
      };
    },
    { at: 'fin' },
  );
}

function newPerson(
  record: CaseRecord,
  personIndex: string,
  found: { fin: string; source: string },
  now: string,
): { id: string; row: unknown[] } {
  const id = randomUUID();
  const key = record.seal.newKey();
  return {
    id,
    row: [
      id,
      personIndex,
      record.seal.index('fin', found.fin),
      key.sealed,
      seal(key.plain, found.fin),
      found.source,
      now,
    ],
  };
}

import { randomUUID } from 'node:crypto';
import type { Tx } from '../../cases/record/database.ts';

/** Ends a case as withdrawn without a word to its workflow: nothing is left to be undone. */
export async function endQuietly(owner: Tx, caseNumber: string): Promise<void> {
  await owner.run(
    `UPDATE "case" SET stage = 'ended', outcome = 'withdrawn', decided_at = legal_now(), closed_at = legal_now()
      WHERE number = $1`,
    [caseNumber],
  );
  await owner.run(
    `WITH closed AS (UPDATE term SET closed_at = legal_now() WHERE case_number = $1 AND closed_at IS NULL
                     RETURNING case_number, clause, holder)
     INSERT INTO term_outcome (case_number, clause, holder, outcome, at)
     SELECT case_number, clause, holder, 'stopped', legal_now() FROM closed`,
    [caseNumber],
  );
}

/** Enters a thing that nobody holds yet; its id. */
export async function thing(owner: Tx, caseNumber: string, kind: string): Promise<string> {
  const id = randomUUID();
  await owner.run(
    `INSERT INTO custody_item (id, case_number, kind, serial, entered_at, entered_by)
     VALUES ($1::uuid, $2, $3, $1::text, legal_now() - interval '5 hours', 'seeded')`,
    [id, caseNumber, kind],
  );
  return id;
}

/** Whose hands a thing went through, in hours from now; null: still. */
export async function holdings(
  owner: Tx,
  item: string,
  hands: readonly { holder: string; hours: readonly [number, number | null] }[],
): Promise<void> {
  for (const [at, { holder, hours }] of hands.entries())
    await owner.run(
      `INSERT INTO custody_holding (item_id, n, holder, since, until)
       SELECT $1, $2, $3, legal_now() + $4 * interval '1 hour', legal_now() + $5::float8 * interval '1 hour'`,
      [item, at + 1, holder, ...hours],
    );
  // The hours of two hands are the same instant only where they are said to be.
  await owner.run(
    `UPDATE custody_holding later SET since = earlier.until FROM custody_holding earlier
      WHERE later.item_id = $1 AND earlier.item_id = $1 AND later.n = earlier.n + 1
        AND later.since - earlier.until BETWEEN interval '-1 minute' AND interval '1 minute'`,
    [item],
  );
}

/** An entry of the register of a certificate that nobody handed over; its Centre and serial number. */
export async function registerEntry(owner: Tx, caseNumber: string): Promise<string> {
  const [person, serial] = [randomUUID(), randomUUID()];
  await owner.run(
    `INSERT INTO person (id, person_index, fin_index, sealed_key, sealed_fin, source, given_at)
     SELECT $1, person_index, $2, '', '', 'drawn', legal_now() FROM "case" WHERE number = $3`,
    [person, randomUUID(), caseNumber],
  );
  await owner.run(`INSERT INTO virtual_fin (case_number, person_id, given_at) VALUES ($1, $2, legal_now())`, [
    caseNumber,
    person,
  ]);
  await owner.run(
    `UPDATE "case" SET stage = 'register', outcome = 'approved', decided_at = legal_now() WHERE number = $1`,
    [caseNumber],
  );
  await owner.run(
    `INSERT INTO certificate (centre, serial, case_number, fingerprint, issued_at, valid_until, received_at, sealed_certificate)
     VALUES ('e-imza', $1, $2, 'seeded', legal_now(), legal_now() + interval '3 years', legal_now(), '')`,
    [serial, caseNumber],
  );
  await owner.run(
    `INSERT INTO certificate_register (centre, serial, case_number, person_id, valid_from, valid_until, entered_at, entered_by)
     VALUES ('e-imza', $1, $2, $3, legal_now(), legal_now() + interval '3 years', legal_now(), 'seeded')`,
    [serial, caseNumber, person],
  );
  return `e-imza ${serial}`;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { readDecisions } from '../law/calendar/readDecisions.ts';
import { SEED_PARAMETERS } from '../law/parameters.ts';

const DECISIONS = join(import.meta.dirname, 'calendar-decisions.csv');

/** How an installation is born: its nature for ever, and for a rehearsal the legal instant (ISO) its clock starts from. */
export type Birth = { nature: 'production' | 'rehearsal'; clockStart?: string };

/**
 * Brings a migrated database to life, as its owner, once: the installation row, the calendar's decisions, the dated
 * parameters, and for a rehearsal the registered service. Run again it adds only rows that are not there, and never changes the nature;
 * throws when asked for another nature than the one it was born with.
 */
export async function seed(ownerUrl: string, birth: Birth): Promise<{ born: boolean }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(77002)');
    const { rows } = await client.query<{ nature: string }>('SELECT nature FROM installation');
    const nature = rows[0]?.nature;
    if (nature !== undefined && nature !== birth.nature)
      throw new Error(`this database was born as ${nature} and cannot become ${birth.nature}`);
    if (nature === undefined) await bear(client, birth);
    for (const { day, kind, instead, published } of readDecisions(readFileSync(DECISIONS, 'utf8')))
      await client.query(
        // One that was taken back since is not brought again.
        `INSERT INTO calendar_decision (day, kind, instead, published, recorded_at)
         SELECT $1::date, $2::text, $3::date, $4::date, machine_now()
          WHERE NOT EXISTS (SELECT 1 FROM calendar_decision WHERE day = $1::date AND kind = $2::text
                               AND instead IS NOT DISTINCT FROM $3::date AND published IS NOT DISTINCT FROM $4::date)
         ON CONFLICT (day, kind) WHERE taken_back IS NULL DO NOTHING`,
        [day, kind, instead, published],
      );
    for (const { name, inForceFrom, value, ground } of SEED_PARAMETERS)
      await client.query(
        `INSERT INTO parameter (name, in_force_from, value, ground) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
        [name, inForceFrom, value, ground],
      );
    // A production's owner enters the number that the registry gave (Q279/1): without it no application is taken.
    if (birth.nature === 'rehearsal')
      await client.query(
        `INSERT INTO service (number, procedure, registered_at)
         VALUES ('DXER-0001', 'signature-issuance', machine_now()) ON CONFLICT DO NOTHING`,
      );
    await client.query('COMMIT');
    return { born: nature === undefined };
  } finally {
    await client.end();
  }
}

async function bear(client: pg.Client, { nature, clockStart }: Birth): Promise<void> {
  await client.query(`INSERT INTO installation (id, nature, born_at) VALUES ($1, $2, machine_now())`, [
    randomUUID(),
    nature,
  ]);
  if (nature === 'rehearsal' && clockStart !== undefined)
    await client.query(
      `UPDATE legal_clock SET offset_ms = ceil(extract(epoch FROM $1::timestamptz - machine_now()) * 1000)`,
      [clockStart],
    );
}

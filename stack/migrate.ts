import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { StartRefused } from './startRefused.ts';

const MIGRATIONS = join(import.meta.dirname, '..', 'prisma', 'migrations');

/** The number Prisma's own `migrate deploy` locks by, so that it and we never run side by side. */
const PRISMA_LOCK = 72_707_369;

const TABLE = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** The database was made by a later version of this code; the message is the sentence to show. */
export class SchemaNewerThanCode extends StartRefused {}

/** A recorded migration was changed afterwards, or one was begun and never finished; the message says which. */
export class MigrationRefused extends StartRefused {}

type Migration = { name: string; sql: string; checksum: string };
type Row = { migration_name: string; checksum: string; finished: boolean };

/**
 * Applies what is missing of the migrations folder, in order, each in one transaction, under an advisory lock, as the
 * database's owner; recorded where `prisma migrate deploy` records. Throws SchemaNewerThanCode or MigrationRefused
 * before anything is touched.
 */
export async function migrate(
  ownerUrl: string,
  folder = MIGRATIONS,
): Promise<{ applied: string[]; alreadyThere: number }> {
  const migrations = await readMigrations(folder);
  return withClient(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(TABLE);
    const rows = await readRows(client);
    assertKnown(rows, migrations);
    const there = new Set(rows.map((row) => row.migration_name));
    const missing = migrations.filter(({ name }) => !there.has(name));
    for (const migration of missing) await apply(client, migration);
    return { applied: missing.map(({ name }) => name), alreadyThere: there.size };
  });
}

/**
 * How the database stands to this code: `behind` when a migration is missing (or all), `newer` when it holds one that
 * this code does not know. Reads only; the app's role may ask.
 */
export async function schemaState(url: string, folder = MIGRATIONS): Promise<'current' | 'behind' | 'newer'> {
  const names = (await readMigrations(folder)).map(({ name }) => name);
  return withClient(url, async (client) => {
    const found = await client.query<{ there: boolean }>(
      `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there`,
    );
    const rows = found.rows[0]?.there ? await readRows(client) : [];
    const there = new Set(rows.filter(({ finished }) => finished).map((row) => row.migration_name));
    if (rows.some((row) => !names.includes(row.migration_name))) return 'newer';
    return names.every((name) => there.has(name)) ? 'current' : 'behind';
  });
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function readRows(client: pg.Client): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

function assertKnown(rows: readonly Row[], migrations: readonly Migration[]): void {
  for (const row of rows) {
    const known = migrations.find(({ name }) => name === row.migration_name);
    if (known === undefined) {
      throw new SchemaNewerThanCode(
        `The database holds data of a newer version of Mohlet (migration ${row.migration_name}): start that version instead.`,
      );
    }
    if (!row.finished) {
      throw new MigrationRefused(`Migration ${known.name} was begun and not finished: see \`prisma migrate resolve\`.`);
    }
    if (row.checksum !== known.checksum) {
      throw new MigrationRefused(
        `Migration ${known.name} is not the one that was applied: its file has changed since.`,
      );
    }
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (fault) {
    await client.query('ROLLBACK');
    throw new MigrationRefused(`Migration ${name} failed and was undone: ${(fault as Error).message}`, {
      cause: fault,
    });
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export { createDatabaseAndRoles } from './createDatabaseAndRoles.ts';

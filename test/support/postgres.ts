import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { seed } from '../../prisma/seed.ts';
import { createDatabaseAndRoles, migrate } from '../../stack/migrate.ts';
import { freePort } from '../../stack/ports.ts';
import { startPostgres } from '../../stack/postgres.ts';

/** The clock of a fresh test database starts here: the Monday before Novruz 2026, 09:00 in Baku. */
export const CLOCK_START = '2026-03-16T09:00:00+04:00';

const TEMPLATE = 'mohlet_template';
const PASSWORDS = { owner: 'owner', app: 'app', reader: 'reader' };

/** A PostgreSQL for tests with a migrated and seeded template database; `durable` where what a commit costs is measured. */
export async function startTestPostgres({ durable = false } = {}): Promise<{
  adminUrl: string;
  stop(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'mohlet-pg-'));
  // PostgreSQL does not run as root: its own user must be able to enter.
  await chmod(folder, 0o755);
  const postgres = await startPostgres({
    dataDirectory: join(folder, 'data'),
    port: await freePort(),
    password: 'postgres',
    log: () => undefined,
    settings: [...(durable ? [] : ['fsync=off', 'full_page_writes=off']), 'max_connections=200'],
  });
  const { ownerUrl } = await createDatabaseAndRoles(postgres.adminUrl, { database: TEMPLATE, passwords: PASSWORDS });
  await migrate(ownerUrl);
  await seed(ownerUrl, { nature: 'rehearsal', clockStart: CLOCK_START });
  return {
    adminUrl: postgres.adminUrl,
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** A fresh database from the template, in the run's PostgreSQL or (a single file run by hand) one of its own. */
export async function freshDatabase(): Promise<{
  ownerUrl: string;
  appUrl: string;
  readerUrl: string;
  drop(): Promise<void>;
}> {
  const given = process.env['MOHLET_TEST_ADMIN_URL'];
  const own = given === undefined ? await startTestPostgres() : null;
  const adminUrl = given ?? own?.adminUrl ?? '';
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER mohlet_owner`);
  const urlOf = (role: keyof typeof PASSWORDS) => {
    const url = new URL(adminUrl);
    url.username = `mohlet_${role}`;
    url.password = PASSWORDS[role];
    url.pathname = `/${name}`;
    return url.href;
  };
  return {
    ownerUrl: urlOf('owner'),
    appUrl: urlOf('app'),
    readerUrl: urlOf('reader'),
    drop: async () => {
      await asAdmin(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
      await own?.stop();
    },
  };
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

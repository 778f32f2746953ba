import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { seed } from '../../prisma/seed.ts';
import { createDatabaseAndRoles, migrate } from '../../stack/migrate.ts';
import { startTestPostgres } from './postgres.ts';

/** A fresh database that was born as a production installation, with its roles' URLs. */
export async function productionDatabase(): Promise<{ ownerUrl: string; appUrl: string; drop(): Promise<void> }> {
  const given = process.env['MOHLET_TEST_ADMIN_URL'];
  const own = given === undefined ? await startTestPostgres() : null;
  const adminUrl = given ?? own?.adminUrl ?? '';
  const database = `test_production_${randomBytes(6).toString('hex')}`;
  const passwords = { owner: 'owner', app: 'app', reader: 'reader' };
  const { ownerUrl, appUrl } = await createDatabaseAndRoles(adminUrl, { database, passwords });
  await migrate(ownerUrl);
  await seed(ownerUrl, { nature: 'production' });
  return {
    ownerUrl,
    appUrl,
    drop: async () => {
      const client = new pg.Client({ connectionString: adminUrl });
      await client.connect();
      await client.query(`DROP DATABASE ${database} WITH (FORCE)`);
      await client.end();
      await own?.stop();
    },
  };
}

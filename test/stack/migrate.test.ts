import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import {
  createDatabaseAndRoles,
  migrate,
  MigrationRefused,
  SchemaNewerThanCode,
  schemaState,
} from '../../stack/migrate.ts';
import { freePort } from '../../stack/ports.ts';
import { startPostgres } from '../../stack/postgres.ts';
import { withSchemaEngine } from '../../stack/schemaEngine.ts';
import { ownFolder } from './folders.ts';

const folder = await ownFolder();
const postgres = await startPostgres({
  dataDirectory: join(folder, 'postgres'),
  port: await freePort(),
  password: 'secret',
  log: () => undefined,
  settings: ['fsync=off'],
});
after(() => postgres.stop());

const FIRST = 'CREATE TABLE one (n integer);';
const SECOND = 'CREATE TABLE two (n integer); INSERT INTO one VALUES (2);';
let made = 0;

async function migrations(...texts: string[]): Promise<string> {
  const path = join(folder, `migrations-${++made}`);
  for (const [index, sql] of texts.entries()) {
    const name = `2026112200000${index}_step`;
    await mkdir(join(path, name), { recursive: true });
    await writeFile(join(path, name, 'migration.sql'), sql);
  }
  await writeFile(join(path, 'migration_lock.toml'), 'provider = "postgresql"\n');
  return path;
}

const passwords = { owner: 'o w/n:e@r', app: 'app', reader: 'reader' };
const database = () => createDatabaseAndRoles(postgres.adminUrl, { database: `d${++made}`, passwords });

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test('three roles: the owner owns the database, none is a superuser, app and reader own nothing; doing it again changes passwords only', async () => {
  const options = { database: 'owned', passwords, rolePrefix: 'other' };
  await createDatabaseAndRoles(postgres.adminUrl, options);
  const urls = await createDatabaseAndRoles(postgres.adminUrl, {
    ...options,
    passwords: { ...passwords, app: 'new one' },
  });
  assert.equal(await ask(urls.appUrl, 'SELECT current_user'), 'other_app');
  assert.equal(await ask(urls.readerUrl, 'SELECT current_user'), 'other_reader');
  const owner = `SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'owned'`;
  assert.equal(await ask(urls.ownerUrl, owner), 'other_owner');
  const powers = `SELECT count(*)::int FROM pg_roles WHERE rolname LIKE 'other\\_%' AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls)`;
  assert.equal(await ask(postgres.adminUrl, powers), 0);
  await assert.rejects(ask(urls.appUrl, 'CREATE TABLE mine (n integer)'), /permission denied/);
});

test('migrations are applied once, in order, also by two starts at one time', async () => {
  const { ownerUrl } = await database();
  const path = await migrations(FIRST, SECOND);
  assert.equal(await schemaState(ownerUrl, path), 'behind');
  const both = await Promise.all([migrate(ownerUrl, path), migrate(ownerUrl, path)]);
  const names = (await readdir(path)).filter((name) => name.endsWith('_step')).sort();
  assert.deepEqual(both.map(({ applied }) => applied).sort(), [[], names]);
  assert.equal(await ask(ownerUrl, 'SELECT count(*)::int FROM one'), 1);
  assert.deepEqual(await migrate(ownerUrl, path), { applied: [], alreadyThere: 2 });
  assert.equal(await schemaState(ownerUrl, path), 'current');
});

test('a migration that fails is undone whole, those before it stay, and a mended one goes on', async () => {
  const { ownerUrl } = await database();
  const broken = await migrations(FIRST, `${SECOND} SELECT no_such_function();`);
  await assert.rejects(migrate(ownerUrl, broken), MigrationRefused);
  assert.equal(await ask(ownerUrl, `SELECT to_regclass('two') IS NULL AND to_regclass('one') IS NOT NULL`), true);
  const { applied, alreadyThere } = await migrate(ownerUrl, await migrations(FIRST, SECOND));
  assert.deepEqual([applied.length, alreadyThere], [1, 1]);
});

test('data of a newer version are refused and left', async () => {
  const { ownerUrl } = await database();
  await migrate(ownerUrl, await migrations(FIRST, SECOND));
  const older = await migrations(FIRST);
  await assert.rejects(migrate(ownerUrl, older), SchemaNewerThanCode);
  assert.equal(await schemaState(ownerUrl, older), 'newer');
});

test('a migration changed after it was applied, and one that another tool left unfinished, are refused', async () => {
  const { ownerUrl } = await database();
  await migrate(ownerUrl, await migrations(FIRST));
  const changed = await migrations(`${FIRST} -- and more`, SECOND);
  await assert.rejects(
    migrate(ownerUrl, changed),
    (fault) => fault instanceof MigrationRefused && /changed/.test(fault.message),
  );
  assert.equal(await ask(ownerUrl, `SELECT to_regclass('two') IS NULL`), true);
  await ask(ownerUrl, 'UPDATE _prisma_migrations SET finished_at = NULL');
  const path = await migrations(FIRST);
  await assert.rejects(
    migrate(ownerUrl, path),
    (fault) => fault instanceof MigrationRefused && /not finished/.test(fault.message),
  );
  assert.equal(await schemaState(ownerUrl, path), 'behind');
});

test('the real migrations: the app and the reader may ask for the state, and Prisma itself sees them as applied', async () => {
  const { ownerUrl, appUrl, readerUrl } = await database();
  assert.equal(await schemaState(appUrl), 'behind');
  await migrate(ownerUrl);
  assert.equal(await schemaState(appUrl), 'current');
  assert.equal(await schemaState(readerUrl), 'current');
  const diagnosis = await withSchemaEngine(ownerUrl, async (engine) =>
    engine.diagnoseMigrationHistory({
      migrationsList: await listForPrisma(join(import.meta.dirname, '../../prisma/migrations')),
      optInToShadowDatabase: false,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  assert.equal(diagnosis.hasMigrationsTable, true);
  assert.equal(diagnosis.history, null);
  assert.deepEqual([...diagnosis.editedMigrationNames, ...diagnosis.failedMigrationNames], []);
});

async function listForPrisma(baseDir: string) {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (path) => {
      const value = await readFile(join(baseDir, path, 'migration.sql'), 'utf8');
      return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
    }),
  );
  const content = await readFile(join(baseDir, 'migration_lock.toml'), 'utf8');
  return { baseDir, lockfile: { path: 'migration_lock.toml', content }, shadowDbInitScript: '', migrationDirectories };
}

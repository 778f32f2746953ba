import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createDatabaseAndRoles, migrate } from './migrate.ts';
import { freePort } from './ports.ts';
import { startPostgres } from './postgres.ts';
import { withSchemaEngine } from './schemaEngine.ts';

const PRISMA = join(import.meta.dirname, '..', 'prisma');
const PASSWORDS = { owner: 'owner', app: 'app', reader: 'reader' };

/**
 * The SQL that would turn what the migrations make into what the Prisma schema describes; `undefined` when they agree.
 * Runs on a PostgreSQL of its own, which is gone afterwards.
 */
export async function findDrift(
  schemaFile = join(PRISMA, 'schema.prisma'),
  migrations = join(PRISMA, 'migrations'),
): Promise<string | undefined> {
  const files = [{ path: schemaFile, content: await readFile(schemaFile, 'utf8') }];
  const folder = await mkdtemp(join(tmpdir(), 'mohlet-drift-'));
  await chmod(folder, 0o711);
  const postgres = await startPostgres({
    dataDirectory: join(folder, 'postgres'),
    port: await freePort(),
    password: 'drift',
    log: () => undefined,
    settings: ['fsync=off'],
  });
  try {
    const { ownerUrl } = await createDatabaseAndRoles(postgres.adminUrl, { database: 'drift', passwords: PASSWORDS });
    await migrate(ownerUrl, migrations);
    const { exitCode, stdout } = await withSchemaEngine(ownerUrl, (engine) =>
      engine.diff({
        from: { tag: 'schemaDatasource', configDir: dirname(schemaFile), files },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: true,
        filters: { externalTables: [], externalEnums: [] },
      }),
    );
    return exitCode === 0 ? undefined : (stdout ?? 'they differ');
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

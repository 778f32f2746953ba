import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Tx } from '../cases/record/database.ts';

const MIGRATIONS = join(import.meta.dirname, '..', 'prisma', 'migrations');

/** The migrations this program knows, by name, in order. */
export function knownMigrations(): string[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => existsSync(join(MIGRATIONS, name, 'migration.sql')))
    .sort();
}

/** Whether a database has exactly the migrations this program knows, fewer (`behind`), or one it does not (`newer`). */
export async function schemaOf(tx: Tx): Promise<'current' | 'behind' | 'newer'> {
  const { made } = await tx.one<{ made: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS made`);
  if (!made) return 'behind';
  const done = await tx.many<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const known = knownMigrations();
  if (done.some(({ name }) => !known.includes(name))) return 'newer';
  return done.length < known.length ? 'behind' : 'current';
}

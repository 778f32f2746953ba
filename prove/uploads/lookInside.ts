import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unseal } from '../../cases/record/seal.ts';
import type { ProofStack } from '../proofStack.ts';
import { PLANT } from './hostile.ts';

/** A file as it lies in the store, opened with its own key, and what its row says. */
export type Stored = { id: string; kind: string; mediaType: string; sha256: string; bytes: Buffer };

/** The store as it is on the disk, and the rows that name its files. */
export type Inside = { onDisk: ReadonlySet<string>; rows: ReadonlySet<string> };

/** Reads which files lie in the store and which the database knows. */
export async function lookInside({ stack, owner }: ProofStack): Promise<Inside> {
  const entries = await readdir(storeOf(stack.env), { recursive: true, withFileTypes: true });
  const rows = await owner.many<{ id: string }>(`SELECT id FROM upload`);
  return {
    onDisk: new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name)),
    rows: new Set(rows.map(({ id }) => id)),
  };
}

/** Opens a stored file with its own key, past every program of ours but the seal. */
export async function openStored({ stack, owner, record }: ProofStack, id: string): Promise<Stored> {
  const row = await owner.one<{ kind: string; mediaType: string; sha256: string; key: Buffer }>(
    `SELECT kind, media_type AS "mediaType", stored_sha256 AS sha256, sealed_key AS key FROM upload WHERE id = $1`,
    [id],
  );
  const folders = createHash('sha256').update(id).digest('hex');
  const sealed = await readFile(join(storeOf(stack.env), folders.slice(0, 2), folders.slice(2, 4), id));
  if (sealed.includes(PLANT)) throw new Error('the store is not sealed');
  return { id, ...row, bytes: unseal(record.seal.openKey(row.key), sealed) };
}

/** The tables and files outside the store in which a planted mark is found, as text or as bytes. */
export async function plantsElsewhere({ owner, home }: ProofStack): Promise<string[]> {
  const tables = await owner.many<{ name: string }>(
    `SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const found: string[] = [];
  const hex = Buffer.from(PLANT).toString('hex');
  for (const { name } of tables) {
    const { n } = await owner.one<{ n: number }>(
      `SELECT count(*)::integer AS n FROM ${name} t WHERE t::text ILIKE $1 OR t::text ILIKE $2`,
      [`%${PLANT}%`, `%${hex}%`],
    );
    if (n > 0) found.push(`${n} rows of ${name}`);
  }
  if ((await readFile(join(home, 'mohlet.log'))).includes(PLANT)) found.push('the log');
  const named = await readdir(home, { recursive: true });
  if (named.some((path) => path.includes(PLANT))) found.push('the name of a file');
  return found;
}

function storeOf(env: Readonly<Record<string, string>>): string {
  return env['MOHLET_FILES'] ?? '';
}

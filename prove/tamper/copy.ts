import { readFile, writeFile } from 'node:fs/promises';
import type pg from 'pg';
import { canonicalText } from '../../proof/canonical.ts';
import { FIRST_PREVIOUS, rowHash } from '../../proof/chain.ts';
import type { Chance } from './chance.ts';

/** The evidence of a copy in the hands of the database's owner, who may also reach the file outside. */
export type Copy = { owner: pg.Client; file: string; chance: Chance };

/** A row's text, taken apart. */
export type Body = { chain: string; seq: number; at: string; what: string } & Record<string, unknown>;

/** A checkpoint's line in the file outside. */
export type Line = { n: number; jws: string };

/** Any chain with at least `rows` rows, whose name begins with `prefix`. */
export async function anyChain({ owner, chance }: Copy, rows = 1, prefix = ''): Promise<string> {
  const found = await owner.query<{ chain: string }>(
    'SELECT chain FROM evidence WHERE starts_with(chain, $2) GROUP BY chain HAVING count(*) >= $1 ORDER BY chain',
    [rows, prefix],
  );
  return chance.pick(found.rows).chain;
}

/** The texts of a chain, in order. */
export async function bodiesOf({ owner }: Copy, chain: string): Promise<Body[]> {
  const found = await owner.query<{ body: string }>('SELECT body FROM evidence WHERE chain = $1 ORDER BY seq', [chain]);
  return found.rows.map(({ body }) => JSON.parse(body) as Body);
}

/** Writes a chain anew from texts: numbered, hashed and with its head, as a thorough forger would. */
export async function rewriteChain({ owner }: Copy, chain: string, bodies: readonly Body[]): Promise<void> {
  await owner.query('DELETE FROM evidence WHERE chain = $1', [chain]);
  let previous = FIRST_PREVIOUS;
  for (const [i, told] of bodies.entries()) {
    const body = canonicalText({ ...told, seq: i + 1 });
    const hash = rowHash(previous, body);
    await owner.query('INSERT INTO evidence (chain, seq, at, body, previous, hash) VALUES ($1, $2, $3, $4, $5, $6)', [
      chain,
      i + 1,
      told.at,
      body,
      previous,
      hash,
    ]);
    previous = hash;
  }
  await owner.query('UPDATE chain_head SET seq = $2, hash = $3 WHERE chain = $1', [chain, bodies.length, previous]);
}

/** Takes a chain away, its head with it. */
export async function dropChain({ owner }: Copy, chain: string): Promise<void> {
  await owner.query('DELETE FROM evidence WHERE chain = $1', [chain]);
  await owner.query('DELETE FROM chain_head WHERE chain = $1', [chain]);
}

/** The lines of the file outside. */
export async function linesOf({ file }: Copy): Promise<Line[]> {
  const text = await readFile(file, 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** Writes the file outside anew. */
export async function writeLines({ file }: Copy, lines: readonly Line[]): Promise<void> {
  await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** A text with one of its characters changed. */
export function oneCharacterChanged(text: string, chance: Chance): string {
  const at = chance.below(text.length);
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
}

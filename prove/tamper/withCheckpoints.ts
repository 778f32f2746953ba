import { CompactSign, decodeJwt, decodeProtectedHeader, generateKeyPair } from 'jose';
import { checkpointDigest, checkpointPayload, type Checkpoint } from '../../proof/checkpoint.ts';
import {
  anyChain,
  bodiesOf,
  type Copy,
  type Line,
  linesOf,
  oneCharacterChanged,
  rewriteChain,
  writeLines,
} from './copy.ts';

type Tampering = (copy: Copy) => Promise<void>;
type Place = 'inside' | 'outside';

async function deleteAt(copy: Copy, at: 'any' | 'last', places: readonly Place[]): Promise<void> {
  const lines = await linesOf(copy);
  const gone = at === 'last' ? lines.at(-1) : copy.chance.pick(lines);
  if (places.includes('inside')) await copy.owner.query('DELETE FROM checkpoint WHERE n = $1', [gone?.n]);
  if (places.includes('outside'))
    await writeLines(
      copy,
      lines.filter(({ n }) => n !== gone?.n),
    );
}

async function editAny(
  copy: Copy,
  places: readonly Place[],
  edit: (line: Line) => Promise<string> | string,
): Promise<void> {
  const lines = await linesOf(copy);
  const line = copy.chance.pick(lines);
  const jws = await edit(line);
  if (places.includes('inside')) await copy.owner.query('UPDATE checkpoint SET jws = $2 WHERE n = $1', [line.n, jws]);
  if (places.includes('outside'))
    await writeLines(
      copy,
      lines.map((one) => (one.n === line.n ? { n: one.n, jws } : one)),
    );
}

/** Edits a chain and signs every checkpoint anew, inside and outside, with a key of the forger's own. */
async function signAnew(copy: Copy): Promise<void> {
  const chain = await anyChain(copy, 3);
  const bodies = await bodiesOf(copy, chain);
  await rewriteChain(copy, chain, bodies.with(0, { ...bodies[0], what: 'never-happened' } as (typeof bodies)[number]));
  const { rows } = await copy.owner.query<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM evidence WHERE chain = $1',
    [chain],
  );
  const hashes = new Map(rows.map(({ seq, hash }) => [seq, hash]));
  const { privateKey } = await generateKeyPair('ES256');
  const forged: Line[] = [];
  for (const { n, jws } of await linesOf(copy)) {
    const told = decodeJwt<Checkpoint>(jws);
    const heads = told.heads.map((head) =>
      head.chain === chain ? { ...head, hash: hashes.get(head.seq) ?? '' } : head,
    );
    const before = forged.at(-1);
    const previous = before === undefined ? null : checkpointDigest(before.jws);
    const text = checkpointPayload({ ...told, heads, previous });
    const { kid, typ, iat } = decodeProtectedHeader(jws) as { kid: string; typ: string; iat: number };
    const made = await new CompactSign(Buffer.from(text))
      .setProtectedHeader({ alg: 'ES256', kid, typ, iat })
      .sign(privateKey);
    forged.push({ n, jws: made });
    await copy.owner.query('UPDATE checkpoint SET jws = $2 WHERE n = $1', [n, made]);
  }
  await writeLines(copy, forged);
}

const BOTH = ['inside', 'outside'] as const;

/** What an owner of the database, who reaches the file outside as well, may do to checkpoints. */
export const WITH_CHECKPOINTS: Readonly<Record<string, Tampering>> = {
  'delete a checkpoint inside': (copy) => deleteAt(copy, 'any', ['inside']),
  'delete a checkpoint outside': (copy) => deleteAt(copy, 'any', ['outside']),
  'delete a checkpoint inside and outside': (copy) => deleteAt(copy, 'any', BOTH),
  'delete the last checkpoint inside and outside': (copy) => deleteAt(copy, 'last', BOTH),
  'delete all checkpoints inside and outside': async (copy) => {
    await copy.owner.query('DELETE FROM checkpoint');
    await writeLines(copy, []);
  },
  'edit a checkpoint inside': (copy) => editAny(copy, ['inside'], ({ jws }) => oneCharacterChanged(jws, copy.chance)),
  'edit a checkpoint outside': (copy) => editAny(copy, ['outside'], ({ jws }) => oneCharacterChanged(jws, copy.chance)),
  'edit a checkpoint inside and outside': (copy) =>
    editAny(copy, BOTH, ({ jws }) => oneCharacterChanged(jws, copy.chance)),
  'put one checkpoint in the place of another': (copy) =>
    editAny(copy, BOTH, async ({ n }) => copy.chance.pick((await linesOf(copy)).filter((line) => line.n !== n)).jws),
  'edit the instant of a checkpoint': async ({ owner, chance }) => {
    const { rows } = await owner.query<{ n: number }>('SELECT n FROM checkpoint ORDER BY n');
    await owner.query(`UPDATE checkpoint SET at = at - interval '1 hour' WHERE n = $1`, [chance.pick(rows).n]);
  },
  'edit a chain and sign all checkpoints anew': signAnew,
};

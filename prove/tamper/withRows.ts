import { canonicalText } from '../../proof/canonical.ts';
import { rowHash } from '../../proof/chain.ts';
import { anyChain, bodiesOf, type Body, type Copy, dropChain, rewriteChain } from './copy.ts';

type Tampering = (copy: Copy) => Promise<void>;

/** One row of a chain, by chance, before its last one where `inside`. */
async function anyRow(copy: Copy, inside = false): Promise<{ chain: string; bodies: Body[]; at: number }> {
  const chain = await anyChain(copy, inside ? 3 : 1);
  const bodies = await bodiesOf(copy, chain);
  return { chain, bodies, at: copy.chance.below(bodies.length - (inside ? 1 : 0)) };
}

const told = (body: Body | undefined): Body => ({ ...(body as Body), what: 'never-happened' });

async function rewritten(copy: Copy, forge: (bodies: Body[], at: number) => Body[]): Promise<void> {
  const { chain, bodies, at } = await anyRow(copy, true);
  await rewriteChain(copy, chain, forge(bodies, at));
}

async function inRow(copy: Copy, set: string, value: (body: Body) => unknown): Promise<void> {
  const { chain, bodies, at } = await anyRow(copy);
  await copy.owner.query(`UPDATE evidence SET ${set} = $3 WHERE chain = $1 AND seq = $2`, [
    chain,
    at + 1,
    value(told(bodies[at])),
  ]);
}

/** What an owner of the database may do to rows and whole cases, carelessly and with all hashes made right again. */
export const WITH_ROWS: Readonly<Record<string, Tampering>> = {
  'edit a text': (copy) => inRow(copy, 'body', canonicalText),
  'edit a hash': (copy) => inRow(copy, 'hash', (body) => rowHash('', body.what)),
  'edit the hash of the row before': (copy) => inRow(copy, 'previous', (body) => rowHash('', body.what)),
  'edit an instant': (copy) => inRow(copy, 'at', ({ at }) => new Date(Date.parse(at) + 1).toISOString()),
  'edit a text and its own hash': async (copy) => {
    const { chain, bodies, at } = await anyRow(copy);
    const body = canonicalText(told(bodies[at]));
    const { rows } = await copy.owner.query<{ previous: string }>(
      'SELECT previous FROM evidence WHERE chain = $1 AND seq = $2',
      [chain, at + 1],
    );
    const hash = rowHash(rows[0]?.previous ?? '', body);
    await copy.owner.query('UPDATE evidence SET body = $3, hash = $4 WHERE chain = $1 AND seq = $2', [
      chain,
      at + 1,
      body,
      hash,
    ]);
  },
  'edit a text and rehash the chain': (copy) =>
    rewritten(copy, (bodies, at) => bodies.map((body, i) => (i === at ? told(body) : body))),
  'delete a row': async (copy) => {
    const { chain, at } = await anyRow(copy);
    await copy.owner.query('DELETE FROM evidence WHERE chain = $1 AND seq = $2', [chain, at + 1]);
  },
  'delete a row and rehash the chain': (copy) => rewritten(copy, (bodies, at) => bodies.toSpliced(at, 1)),
  'insert a row and rehash the chain': (copy) =>
    rewritten(copy, (bodies, at) => bodies.toSpliced(at, 0, told(bodies[at]))),
  'append a row': async (copy) => {
    const { chain, bodies } = await anyRow(copy);
    const body = canonicalText({ ...told(bodies.at(-1)), seq: bodies.length + 1 });
    await copy.owner.query(
      `INSERT INTO evidence SELECT chain, seq + 1, at, $2, hash, encode(sha256(convert_to(hash || E'\\n' || $2, 'UTF8')), 'hex')
         FROM evidence WHERE chain = $1 ORDER BY seq DESC LIMIT 1`,
      [chain, body],
    );
  },
  'swap two rows': async (copy) => {
    const { chain, at } = await anyRow(copy, true);
    await copy.owner.query(
      `UPDATE evidence e SET body = o.body, at = o.at, hash = o.hash, previous = o.previous
         FROM evidence o WHERE e.chain = $1 AND o.chain = $1 AND e.seq IN ($2, $3) AND o.seq = $2 + $3 - e.seq`,
      [chain, at + 1, at + 2],
    );
  },
  'swap two rows and rehash the chain': (copy) =>
    rewritten(copy, (bodies, at) => bodies.toSpliced(at, 2, ...bodies.slice(at, at + 2).reverse())),
  'cut a tail': async (copy) => {
    const { chain, at } = await anyRow(copy);
    await copy.owner.query('DELETE FROM evidence WHERE chain = $1 AND seq > $2', [chain, at]);
  },
  'cut a tail and set the head back': (copy) => rewritten(copy, (bodies, at) => bodies.slice(0, at + 1)),
  'drop a whole case with its chain': async (copy) => {
    const chain = await anyChain(copy, 1, 'case:');
    await dropChain(copy, chain);
    await copy.owner.query('DELETE FROM "case" WHERE number = $1', [chain.slice('case:'.length)]);
  },
  'drop a case': async (copy) => {
    const chain = await anyChain(copy, 1, 'case:');
    await copy.owner.query('DELETE FROM "case" WHERE number = $1', [chain.slice('case:'.length)]);
  },
  'drop the chain of a case': async (copy) => dropChain(copy, await anyChain(copy, 1, 'case:')),
  'drop the reads of a day': async (copy) => dropChain(copy, await anyChain(copy, 1, 'read:')),
  'drop the refused messages of a day': async (copy) => dropChain(copy, await anyChain(copy, 1, 'refused:')),
  'rename a chain': async (copy) => {
    const chain = await anyChain(copy, 1, 'case:');
    for (const table of ['evidence', 'chain_head'])
      await copy.owner.query(`UPDATE ${table} SET chain = 'case:SAMPLE-X' WHERE chain = $1`, [chain]);
    await copy.owner.query(`UPDATE "case" SET number = 'SAMPLE-X' WHERE number = $1`, [chain.slice('case:'.length)]);
  },
  'edit a head': async (copy) => {
    const { chain } = await anyRow(copy);
    await copy.owner.query(`UPDATE chain_head SET hash = reverse(hash) WHERE chain = $1`, [chain]);
  },
};

import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROOFS } from './proofs.ts';
import { boundOf, type Proof, writeProof } from './report.ts';

const DOCUMENT = join(import.meta.dirname, '..', 'docs', 'proofs.md');
const USAGE = `npm run prove -- ${Object.keys(PROOFS).join('|')}|all [--seed N] [--count N]\n`;

type Name = keyof typeof PROOFS;

const { names, seed, count } = read();
let failed = 0;
for (const name of names) failed += (await prove(name)).failures > 0 ? 1 : 0;
process.exit(failed === 0 ? 0 : 1);

async function prove(name: Name): Promise<Proof> {
  const began = Date.now();
  const say = (line: string) =>
    process.stdout.write(`${((Date.now() - began) / 1000).toFixed(1).padStart(7)} s  ${line}\n`);
  const full = count ?? PROOFS[name].count;
  const command = `npm run prove -- ${name} --seed ${seed} --count ${full}`;
  say(`${name}: seed ${seed}, count ${full}`);
  const proof: Proof = { name, seed, command, ...(await PROOFS[name].run({ count: full, seed, say })) };
  for (const line of proof.details) say(line);
  say(`${name}: seed ${seed}, n ${proof.n}, failures ${proof.failures}, 95 % bound of the rate: ${boundOf(proof)}`);
  await writeProof(DOCUMENT, proof, new Date().toISOString().slice(0, 10));
  return proof;
}

function read(): { names: Name[]; seed: number; count: number | undefined } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { seed: { type: 'string' }, count: { type: 'string' } },
    });
    const [word = '', ...more] = positionals;
    // Temporal's data deleted belongs to the proof of the kills, and can be run alone.
    const asked = word === 'all' ? Object.keys(PROOFS) : word === 'kill' ? ['kill', 'lose'] : [word];
    const known = asked.filter((name): name is Name => name in PROOFS);
    if (more.length > 0 || known.length < asked.length || known.length === 0) throw new Error(word);
    const count = values.count === undefined ? undefined : whole(values.count, 1);
    return { names: known, seed: values.seed === undefined ? randomInt(1_000_000) : whole(values.seed, 0), count };
  } catch {
    process.stderr.write(USAGE);
    process.exit(2);
  }
}

function whole(text: string, least: number): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least) throw new Error('not a whole number');
  return Number(text);
}

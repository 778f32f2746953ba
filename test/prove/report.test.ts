import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { boundOf, writeProof } from '../../prove/report.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mohlet-report-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const proof = (name: string, n: number) => ({
  name,
  what: 'something',
  n,
  failures: 0,
  seed: 7,
  command: `npm run prove -- ${name}`,
  details: [`${n} of them`],
});

test('the bound is 3/n where nothing failed, and the rate seen where something did', () => {
  assert.equal(boundOf({ n: 6_000, failures: 0 }), 'below 0.05 %');
  assert.equal(boundOf({ n: 2, failures: 0 }), 'below 100 %');
  assert.equal(boundOf({ n: 200, failures: 1 }), 'none (0.5 % failed)');
  assert.equal(boundOf({ n: 0, failures: 0 }), 'nothing was tried');
});

test('a proof run again takes the place of its earlier row and details, and leaves the others', async () => {
  const file = join(folder, 'docs', 'proofs.md');
  await writeProof(file, proof('race', 100), '2026-11-22');
  await writeProof(file, proof('kill', 200), '2026-11-22');
  await writeProof(file, proof('race', 300), '2026-11-23');
  const text = await readFile(file, 'utf8');
  const rows = text.split('\n').filter((line) => /^\| (race|kill) /.test(line));
  assert.deepEqual(rows, [
    '| race | something | 300 | 0 | below 1 % | 7 | 2026-11-23 | `npm run prove -- race` |',
    '| kill | something | 200 | 0 | below 1.5 % | 7 | 2026-11-22 | `npm run prove -- kill` |',
  ]);
  assert.deepEqual(text.match(/^- .*/gm), ['- 300 of them', '- 200 of them']);
});

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { LANGUAGES } from '../../../law/languages.ts';
import { DEEDS, deedsToChoose, sayDeed } from '../../../pages/auditor/deeds.ts';
import { sayIn } from '../../../pages/rendering/words.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** Named `what` too, but no deeds: steps of the unwinding, and findings of the reconciler. */
const NO_DEEDS = [
  ...['cancel-fin', 'return-item', 'tell-centre'],
  ...['entry-not-in-evidence', 'move-in-evidence-alone', 'move-not-in-evidence'],
];

test('every deed the evidence may name has words, and no other has', () => {
  const named = new Set<string>();
  const chosen = new Set<string>();
  for (const file of globSync('{api,cases,pages}/**/*.ts', { cwd: ROOT })) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/\bwhat: '([a-z-]+)'/g)) named.add(name);
    for (const [, name = ''] of text.matchAll(/'((?:read|list)-[a-z-]+)'/g)) named.add(name);
    for (const [, name = ''] of text.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)) chosen.add(name);
    for (const [, begun = ''] of text.matchAll(/\bwhat: `([a-z-]+)\$\{/g)) chosen.add(begun);
  }
  for (const name of NO_DEEDS) assert.ok(named.delete(name), `${name} is named no more`);
  for (const name of named) assert.ok(DEEDS.includes(name), `the deed ${name} has no words`);
  for (const deed of DEEDS)
    assert.ok(
      named.has(deed) || chosen.has(deed) || chosen.has(deed.replace(/[a-z]+$/, '')),
      `the words of ${deed} belong to no deed`,
    );
});

test('a deed is said in words with its name beside them; one without words is its name, and can be looked for too', () => {
  const t = sayIn('auditor', 'az');
  assert.equal(sayDeed('opinion-received', t), 'Rəy daxil oldu (opinion-received)');
  assert.equal(sayDeed('made', t), 'made');
  const items = deedsToChoose('made', t, 'az');
  assert.deepEqual(items[0], { value: '', text: 'istənilən' });
  assert.equal(items.length, DEEDS.length + 2);
  assert.ok(items.some(({ value }) => value === 'made'));
  for (const language of LANGUAGES) {
    const texts = deedsToChoose('', sayIn('auditor', language), language).map(({ text }) => text);
    assert.equal(new Set(texts).size, texts.length, `two deeds have the same words in ${language}`);
  }
});

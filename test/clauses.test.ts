import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clausesIn } from '../commands/conformance/clausesIn.ts';
import { readClauses } from '../commands/conformance/readClauses.ts';
import { LEFT_OUT, RELEASE } from '../commands/conformance/release.ts';
import { scan } from '../commands/conformance/scan.ts';
import { writePage } from '../commands/conformance/writePage.ts';
import { CLAUSE_IDS } from '../law/clauses.ts';

const ROOT = join(import.meta.dirname, '..');
const textOf = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');
const clauses = readClauses(textOf('law', 'clauses.yaml'));
const found = scan(ROOT, CLAUSE_IDS);
const known = (id: string) => CLAUSE_IDS.some((one) => one === id);

test('the ids in law/clauses.ts are those of the clause list, in its order, each once', () => {
  assert.deepEqual(
    [...CLAUSE_IDS],
    clauses.map(({ id }) => id),
  );
  assert.equal(new Set(CLAUSE_IDS).size, CLAUSE_IDS.length);
});

test('no code and no test names a clause that is not in the list', () => {
  const strangers = [...found.code, ...found.tests].filter(({ clause }) => !known(clause));
  assert.deepEqual(strangers, []);
});

test('every clause of signature-issuance is of this release, or the page says why it is not', () => {
  const ofArea = clauses.filter(({ area }) => area === 'signature-issuance').map(({ id }) => id);
  assert.deepEqual(
    ofArea.filter((id) => !RELEASE.some((one) => one === id)),
    Object.keys(LEFT_OUT),
  );
});

for (const id of RELEASE)
  test(`${id} has a home in the code, and a test names it in its title`, () => {
    assert.ok(
      found.code.some(({ clause }) => clause === id),
      'no code names it',
    );
    assert.ok(
      found.tests.some(({ clause, titles }) => clause === id && titles > 0),
      'no title of a test names it',
    );
  });

test('docs/conformance.md is what the files say: npm run -s conformance > docs/conformance.md', () => {
  assert.ok(textOf('docs', 'conformance.md') === writePage(clauses, found), 'the page is made anew by that command');
});

for (const [text, named] of [
  ['R1598/2.6, 2.7, 2.8: three working days', ['R1598/2.6', 'R1598/2.7', 'R1598/2.8']],
  ['R1598/2.3.1-2.3.3: a document', ['R1598/2.3.1', 'R1598/2.3.2', 'R1598/2.3.3']],
  ['R1598/2.3.1, 2.3.2 and 2.3.3', ['R1598/2.3.1', 'R1598/2.3.2', 'R1598/2.3.3']],
  ['R1598/2.8-citizen, Q191/7.2', ['R1598/2.8-citizen', 'Q191/7.2']],
  ['R1598/1.2.1; 1.4: nobody else', ['R1598/1.2.1']],
  ['the Annex (R1598/A) and Q129/1-37, S1598/10.3.3-1.', ['R1598/A', 'Q129/1-37', 'S1598/10.3.3-1']],
  ['R1598/2.99: an invented clause', ['R1598/2.99']],
  ['a path such as law/2.8, and 3.7 of the Annex', []],
] as const)
  test(`clauses are read from a text: ${text}`, () => assert.deepEqual(clausesIn(text, CLAUSE_IDS), named));

test('a line of the clause list that cannot be read is an error', () => {
  assert.throws(() => readClauses('area:\n  - {id: R1598/2.8, rule: no quotes}\n'), /not a line of the clause list/);
});

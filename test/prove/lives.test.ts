import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lives } from '../../prove/lives.ts';
import { checkLives, type Lived, type Looked } from '../../prove/lives/check.ts';
import { drawLives, type Life } from '../../prove/lives/life.ts';
import { endOf } from '../../prove/lives/model.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'prove', 'lives');

test('R1598/2.6, 2.8, 2.9, 2.10, 2.11, 2.12, 2.13, 2.14, 2.15, 2.16, 5.4: two dozen random lives end as the model says, and what is planted is named', async () => {
  let planted = 0;
  const after = async (looked: Looked, lived: readonly Lived[]) => {
    planted = await plantAll(looked, lived);
  };
  const outcome = await lives({ count: 24, seed: 7, say: () => undefined, after });
  assert.deepEqual(outcome.failures, []);
  assert.equal(outcome.n, 24);
  assert.ok((outcome.ends['issued'] ?? 0) > 0, 'some lives end with the certificate in the hand');
  assert.ok(Object.keys(outcome.ends).length > 4, 'the lives end in many ways');
  assert.equal(planted, PLANTS.length);
});

/** A row made wrong as the owner of the database, made right again, and how the check names it. */
type Plant = { wrong: string; right: string; named: RegExp };

const HOLDING = `(SELECT h.item_id FROM custody_holding h JOIN custody_item i ON i.id = h.item_id
                   WHERE i.case_number = $1 AND i.kind = 'certificate' AND h.n = 1)`;

const PLANTS: readonly Plant[] = [
  {
    wrong: `UPDATE "case" SET outcome = 'withdrawn' WHERE number = $1`,
    right: `UPDATE "case" SET outcome = 'issued' WHERE number = $1`,
    named: /^outcome is "withdrawn" and must be "issued"$/,
  },
  {
    wrong: `UPDATE custody_holding SET since = since - interval '1 ms' WHERE n = 2 AND item_id = ${HOLDING}`,
    right: `UPDATE custody_holding SET since = since + interval '1 ms' WHERE n = 2 AND item_id = ${HOLDING}`,
    named: /^a thing is in one pair of hands at a time/,
  },
  {
    wrong: `UPDATE custody_holding SET holder = 'courier:8' WHERE n = 3 AND item_id = ${HOLDING}`,
    right: `UPDATE custody_holding SET holder = 'courier:7' WHERE n = 3 AND item_id = ${HOLDING}`,
    named: /^a thing changes hands by an act of giver and taker/,
  },
  {
    wrong: `UPDATE identity_check SET verdict = 'mismatch' WHERE case_number = $1 AND state = 'final'`,
    right: `UPDATE identity_check SET verdict = 'match' WHERE case_number = $1 AND state = 'final'`,
    named: /^nobody is given anything before his identity was found to match/,
  },
  {
    wrong: `UPDATE "case" SET waits_for = 'applicant', waits_since = closed_at WHERE number = $1`,
    right: `UPDATE "case" SET waits_for = NULL, waits_since = NULL WHERE number = $1`,
    named: /^an open case waits for a named party, and an ended one for nobody$/,
  },
  {
    wrong: `UPDATE centre_request SET answer = 'refusal' WHERE case_number = $1 AND answer = 'issue'`,
    right: `UPDATE centre_request SET answer = 'issue' WHERE case_number = $1 AND answer = 'refusal'`,
    named: /^a certificate belongs to a case of whom a Centre decided to issue/,
  },
];

async function plantAll(looked: Looked, lived: readonly Lived[]): Promise<number> {
  const issued = lived.find(({ end }) => end.inRegister);
  const other = lived.find(({ end, person }) => end.fin && person !== issued?.person);
  assert.ok(issued !== undefined && other !== undefined, 'somebody was issued a certificate, and another a FIN');
  const names = async (some: readonly Lived[] = lived) =>
    (await checkLives(looked, some))
      .filter(({ caseNumber }) => caseNumber === issued.caseNumber)
      .map(({ what }) => what);
  for (const { wrong, right, named } of PLANTS) {
    await looked.owner.run(wrong, [issued.caseNumber]);
    const found = await names();
    await looked.owner.run(right, [issued.caseNumber]);
    assert.ok(
      found.some((what) => named.test(what)),
      `${String(named)} is not among: ${found.join('; ')}`,
    );
  }
  const wrongModel = lived.map((one) =>
    one === issued ? { ...one, end: { ...one.end, waitsFor: 'applicant' } } : one,
  );
  assert.deepEqual(await names(wrongModel), ['waitsFor is null and must be "applicant"']);
  const strangers = [...lived, { ...issued, person: -1 }];
  assert.deepEqual(await names(strangers), ['two persons have one FIN']);
  assert.deepEqual(await names(), [], 'what was planted is taken out again');
  return PLANTS.length;
}

test('the model of a life knows nothing of the engine: of its own folder it imports types, and else nothing', () => {
  const importsOf = (file: string) =>
    [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/^(?:import|export)\b.*?from '([^']+)';$/gms)].map(
      ([all = '', from = '']) => ({ from, isType: all.startsWith('import type ') }),
    );
  assert.deepEqual(importsOf('model.ts'), [{ from: './life.ts', isType: true }]);
  assert.deepEqual(importsOf('life.ts'), [{ from: 'fast-check', isType: false }]);
});

test('the same seed draws the same lives, and another seed others', () => {
  assert.deepEqual(drawLives(20, 1), drawLives(20, 1));
  assert.notDeepEqual(drawLives(20, 1), drawLives(20, 2));
});

test('R1598/2.8, 2.13, 2.15, 2.20: the model by hand', () => {
  const silent = { says: 'silent', downFirst: false } as const;
  const plain: Life = {
    who: 'foreigner',
    carrier: 'sim',
    post: 'berlin',
    again: false,
    agencies: [silent, silent, silent, silent],
    centre: 'issues',
    afterBad: 'refuses',
    mends: 'well',
    things: 'as-listed',
    leg: 0,
    invites: 'in-time',
    comes: 'at-once',
    identity: 'match',
    somebodyElseFirst: false,
    secondDisagreesFirst: false,
    withdraws: null,
    givesBack: true,
    enters: true,
    mail: 'taken',
    text: 'delivered',
  };
  const issued = endOf(plain, 'home');
  assert.equal(issued.outcome, 'issued');
  assert.deepEqual(issued.things.toSorted(), [
    'certificate sound applicant',
    'certificate-contract/1 sound applicant',
    'certificate-contract/2 sound centre:asan',
    'sim sound applicant',
    'sim-contract/1 sound applicant',
    'sim-contract/2 sound mobile-operator:azercell',
  ]);
  const refused = endOf({ ...plain, identity: 'data-differ' }, 'home');
  assert.deepEqual(
    [refused.outcome, refused.cancelled, refused.revoked, refused.carrierGiven],
    ['mismatch', true, true, false],
  );
  assert.ok(refused.things.includes('sim sound portal-operator'));
  const against = endOf({ ...plain, agencies: [silent, silent, silent, { ...silent, says: 'negative' }] }, 'home');
  assert.deepEqual([against.outcome, against.fin], ['negative-opinion', false]);
  assert.equal(endOf({ ...plain, withdraws: 'issued' }, 'home').outcome, 'issued');
  assert.equal(endOf({ ...plain, enters: false }, 'home').waitsFor, 'centre:asan');
});

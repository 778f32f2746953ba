import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEmail } from '../../../law/signature-issuance/formats.ts';
import { demoForm, itemsOf } from './demoForm.ts';

const C = 'citizen-asan';
const B = 'business-representative';

const CASES: [clauses: string, what: string, form: string, changes: Record<string, unknown>, items: string[]][] = [
  [
    'R1598/2.5',
    'a foreign mobile number as the ASAN number',
    C,
    { '/asanNumber': '+44 7400 123456' },
    ['/asanNumber not-an-azerbaijani-mobile'],
  ],
  [
    'R1598/2.5',
    'an Azerbaijani landline as the ASAN number',
    C,
    { '/asanNumber': '+994 12 493 00 00' },
    ['/asanNumber not-an-azerbaijani-mobile'],
  ],
  [
    'R1598/2.5',
    'an ASAN number without +994',
    C,
    { '/asanNumber': '050 123 45 67' },
    ['/asanNumber not-an-azerbaijani-mobile'],
  ],
  ['R1598/A', 'a VÖEN of nine digits (3.19)', C, { '/applicant/voen': '123456789' }, ['/applicant/voen not-a-voen']],
  [
    'R1598/1.2.10',
    'a VÖEN with a letter (5.2)',
    B,
    { '/legalPerson/voen': '98765432l1' },
    ['/legalPerson/voen not-a-voen'],
  ],
  [
    'R1598/A',
    'a BIC of nine characters (3.17)',
    C,
    { '/applicant/bankAccount/bic': 'MUSTDEFF1' },
    ['/applicant/bankAccount/bic not-a-bic'],
  ],
];

for (const [clauses, what, form, changes, items] of CASES)
  test(`${clauses}: ${what}`, () => assert.deepEqual(itemsOf(demoForm(form, changes)), items));

test('R1598/A: an e-mail address may have a domain of any script, as typed or as a browser sends it (3.12)', () => {
  for (const good of [
    'anna@example.org',
    ' A.B+c@EXAMPLE.org ',
    'anna@bücher.de',
    'anna@почта.рф',
    'anna@xn--80a1acny.xn--p1ai',
    'anna@例え.テスト',
  ])
    assert.ok(isEmail(good), good);
  for (const bad of [
    'anna',
    'anna@',
    '@example.org',
    'a@b',
    'a@b@example.org',
    'a b@example.org',
    'a@exa mple.org',
    'a@1.2.3.4',
    'a@xn--p1ai',
    'a@x/y.org',
    'a@example.org:25',
    'ü@example.org',
  ])
    assert.ok(!isEmail(bad), bad);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
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

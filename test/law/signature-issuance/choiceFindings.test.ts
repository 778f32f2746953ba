import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoForm, itemsOf } from './demoForm.ts';

const F = 'foreigner-personal-token';
const C = 'citizen-asan';
const B = 'business-representative';
const S = 'stateless-personal';
const doc = '/applicant/identityDocument';

const CASES: [clauses: string, what: string, form: string, changes: Record<string, unknown>, items: string[]][] = [
  [
    'R1598/1.2.10',
    'Business for a natural person',
    B,
    { '/applicantKind': 'foreigner' },
    ['/use business-for-legal-persons-only'],
  ],
  [
    'R1598/1.2.11',
    'Personal for a legal person',
    F,
    { '/applicantKind': 'legal-person', '/filedBy': 'self' },
    ['/use personal-for-natural-persons-only', '/filedBy legal-person-is-represented'],
  ],
  [
    'R1598/A',
    'another service than issue',
    F,
    { '/service': 'revoke', '/certificateSerialNumber': '12' },
    ['/service not-this-service'],
  ],
  [
    'R1598/1.2.1',
    'a citizen abroad with another citizenship',
    C,
    { '/applicant/citizenship': 'DEU' },
    ['/applicant/citizenship citizenship-not-azerbaijani'],
  ],
  [
    'R1598/2.8-citizen',
    'a citizen with a foreign document',
    C,
    { [`${doc}/issuingCountry`]: 'DEU' },
    [`${doc}/issuingCountry not-issued-by-azerbaijan`],
  ],
  [
    'R1598/1.2.1',
    'a foreigner with the citizenship of Azerbaijan',
    F,
    { '/applicant/citizenship': 'AZE' },
    ['/applicant/citizenship citizenship-azerbaijani'],
  ],
  [
    'R1598/1.2.1',
    'a foreigner without citizenship',
    F,
    { '/applicant/citizenship': 'XXA' },
    ['/applicant/citizenship stateless-as-foreigner'],
  ],
  [
    'R1598/1.2.1',
    'a stateless person with a citizenship',
    S,
    { '/applicant/citizenship': 'LVA' },
    ['/applicant/citizenship citizenship-of-stateless'],
  ],
  [
    'R1598/1.2.1',
    'a stateless person who leaves 3.6 empty: nothing against',
    S,
    { '/applicant/citizenship': undefined },
    [],
  ],
  [
    'R1598/A',
    'declarations 6.1 and 6.2 not confirmed',
    F,
    { '/declarations': { rulesAndContract: false, truthfulness: false } },
    ['/declarations/rulesAndContract not-declared', '/declarations/truthfulness not-declared'],
  ],
  ['R1598/4.2', 'consent 6.3 withheld: nothing against', C, { '/declarations/publication': false }, []],
];

for (const [clauses, what, form, changes, items] of CASES)
  test(`${clauses}: ${what}`, () => assert.deepEqual(itemsOf(demoForm(form, changes)), items));

test('R1598/2.1: a mission that does not yet take part cannot be chosen', () => {
  const form = demoForm('citizen-asan', { '/mission': 'tel-aviv', '/applicant/identityDocument/validFrom': undefined });
  assert.deepEqual(itemsOf(form, '2023-03-28'), ['/mission mission-not-open']);
  assert.deepEqual(itemsOf(form, '2023-03-29'), []);
});

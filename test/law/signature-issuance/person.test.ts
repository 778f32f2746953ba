import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCitizen, personIdentity, wantsCertificate } from '../../../law/signature-issuance/person.ts';
import { demoForm } from './demoForm.ts';

const form = (changes: Record<string, unknown> = {}) => demoForm('business-representative', changes);
const doc = '/applicant/identityDocument';

for (const [what, changes] of [
  ['spaces, hyphens and case of the number', { [`${doc}/series`]: 'u', [`${doc}/number`]: '2345-67 89' }],
  ['a series written before the number', { [`${doc}/series`]: undefined, [`${doc}/number`]: 'U23456789' }],
  ['a series written twice', { [`${doc}/number`]: 'U 23456789' }],
  [
    'name, address and telephone',
    { '/applicant/surname': 'Yeni', '/applicant/residentialAddress': 'x', '/applicant/phones': {} },
  ],
  ['carrier and use', { '/carrier': 'asan-imza-sim', '/use': 'personal', '/applicantKind': 'foreigner' }],
] as const) {
  test(`R1598/1.2.7: ${what} do not make another person`, () =>
    assert.equal(personIdentity(form(changes)), personIdentity(form())));
}

for (const [what, changes] of [
  ['another number', { [`${doc}/number`]: '23456780' }],
  ['another issuing country', { [`${doc}/issuingCountry`]: 'DEU' }],
  ['another birth date', { '/applicant/birthDate': '1979-01-31' }],
  ['another citizenship', { '/applicant/citizenship': 'DEU' }],
] as const) {
  test(`R1598/1.2.7: ${what} makes another person`, () =>
    assert.notEqual(personIdentity(form(changes)), personIdentity(form())));
}

test('R1598/1.2.7: a stateless person is the same whether the code of having no citizenship is typed or not', () => {
  const typed = demoForm('stateless-personal');
  const left = demoForm('stateless-personal', { '/applicant/citizenship': undefined });
  assert.equal(personIdentity(typed), personIdentity(left));
});

test('R1598/2.4: a wanted certificate is a carrier and a use', () => {
  const forms = ['foreigner-personal-token', 'citizen-asan', 'business-representative', 'stateless-personal'];
  assert.deepEqual(
    forms.map((name) => wantsCertificate(demoForm(name))),
    ['e-imza-token/personal', 'asan-imza-sim/personal', 'e-imza-token/business', 'e-imza-token/personal'],
  );
});

test('R1598/2.8-citizen: whose FIN is read, a citizen representing a company abroad too', () => {
  assert.equal(isCitizen(demoForm('citizen-asan')), true);
  assert.equal(isCitizen(demoForm('foreigner-personal-token')), false);
  assert.equal(isCitizen(demoForm('stateless-personal')), false);
  assert.equal(isCitizen(form()), false);
  assert.equal(isCitizen(form({ '/applicant/citizenship': 'AZE' })), true);
});

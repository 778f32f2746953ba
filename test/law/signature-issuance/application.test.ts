import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applicationSchema } from '../../../law/signature-issuance/application.ts';
import { COMPLETE, demoForm } from './demoForm.ts';

const read = (value: unknown) => applicationSchema.safeParse(value).success;

test('R1598/2.3, R1598/A: the schema reads shape only: an empty form and half a form have one', () => {
  assert.ok(read({}));
  assert.ok(read({ carrier: 'asan-imza-sim', applicant: { surname: '' } }));
  for (const name of [...COMPLETE, 'incomplete']) assert.ok(read(demoForm(name)), name);
});

for (const [what, value] of [
  ['a FIN', { applicant: { fin: '1ABC2D3' } }],
  ['a virtual FIN', { virtualFin: '1ABC2D3' }],
  ['an account number', { applicant: { bankAccount: { iban: 'AZ21NABZ00000000137010001944' } } }],
  ["a series of the representative's document", { representative: { identityDocument: { series: 'AA' } } }],
  ['a secret question of the representative', { representative: { secretQuestion: 'x' } }],
  ['a religion', { applicant: { religion: 'x' } }],
] as const) {
  test(`Q191/7.2, R1598/2.8-citizen: ${what} is not asked for and not taken`, () => assert.equal(read(value), false));
}

for (const [what, value] of [
  ['a service the Annex does not know', { service: 'renew' }],
  ['a carrier the Annex does not know', { carrier: 'cloud' }],
  ['a day that does not exist', { applicant: { birthDate: '2023-02-29' } }],
  ['a day that is not ISO', { applicant: { birthDate: '02.11.1991' } }],
  ['an instant for a day', { applicant: { birthDate: '1991-11-02T00:00:00Z' } }],
  ['a country of two letters', { applicant: { countryOfResidence: 'DE' } }],
  ['statelessness as a country of residence', { applicant: { countryOfResidence: 'XXA' } }],
  ['a number for a text', { applicant: { surname: 1 } }],
  ['null for nothing', { applicant: { surname: null } }],
  ['a name of 101 letters', { applicant: { surname: 'a'.repeat(101) } }],
  ['a control character', { applicant: { surname: 'Ann\u0000a' } }],
  ['a character that turns the text around', { applicant: { surname: 'Ann\u202ea' } }],
  ['four machine-readable lines', { applicant: { identityDocument: { machineReadableZone: ['a', 'b', 'c', 'd'] } } }],
  ['a mission there is not', { mission: 'atlantis' }],
  ['an operator there is not', { mobileOperator: 'x' }],
  ['a fourth language', { languageOfNotices: 'tr' }],
] as const) {
  test(`R1598/A: ${what} is refused by its shape`, () => assert.equal(read(value), false));
}

test('R1598/1.2.3, 1.2.4: the carriers are a token (E-imza) and a SIM card (ASAN imza), and no other', () => {
  for (const carrier of ['e-imza-token', 'asan-imza-sim']) assert.ok(read({ carrier }), carrier);
  for (const carrier of ['e-imza', 'asan-imza-token', 'e-imza-sim', '']) assert.ok(!read({ carrier }), carrier);
});

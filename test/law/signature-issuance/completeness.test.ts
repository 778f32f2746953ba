import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeItem, missingItems } from '../../../law/signature-issuance/completeness.ts';
import { FIELDS } from '../../../law/signature-issuance/fields.ts';
import { COMPLETE, demoForm, itemsOf, TODAY } from './demoForm.ts';

const PERSON = `surname givenName patronymic birthDate birthPlace sex citizenship countryOfResidence residentialAddress
  registeredAddress identityDocument/kind identityDocument/number identityDocument/validUntil phones email
  identityDocument/issuingAuthority identityDocument/issuingCountry`.split(/\s+/);
const applicant = PERSON.map((name) => `/applicant/${name}`);
const ALWAYS = [
  ...['/service', '/carrier', '/use', '/applicantKind', '/filedBy', '/mission', '/languageOfNotices'],
  ...applicant,
  ...['beneficiary', 'bank', 'country', 'bic'].map((part) => `/applicant/bankAccount/${part}`),
  ...['/applicant/secretQuestion', '/applicant/secretAnswer'],
  ...['/declarations/rulesAndContract', '/declarations/truthfulness'],
];
const ASAN = ['/asanNumber', '/mobileOperator'];
const BUSINESS = [
  ...['/applicant/workplace/structuralUnit', '/applicant/workplace/post', '/applicant/sealAuthority'],
  ...['/applicant/sealData', '/legalPerson/name', '/legalPerson/voen', '/sealUse', '/signatureUse'],
];
const REPRESENTED = [
  ...PERSON.map((name) => `/representative/${name}`),
  ...['/representative/powerOfAttorney/number', '/representative/powerOfAttorney/date'],
];
// Written by hand from the Annex: what each set of choices demands, all else being free or ruled out.
const REQUIRED: Record<(typeof COMPLETE)[number], string[]> = {
  'foreigner-personal-token': ALWAYS,
  'citizen-asan': [...ALWAYS, ...ASAN],
  'business-representative': [...ALWAYS, ...BUSINESS, ...REPRESENTED],
  'stateless-personal': ALWAYS.filter((field) => field !== '/applicant/citizenship'),
};
const withoutPatronymic = (field: string) =>
  field.endsWith('/patronymic')
    ? { [field]: undefined, [field.replace('pat', 'noPat')]: undefined }
    : { [field]: undefined };

for (const name of COMPLETE) {
  test(`R1598/2.6: ${name} lacks nothing`, () => assert.deepEqual(itemsOf(demoForm(name)), []));

  test(`R1598/A, R1598/2.4, R1598/2.5: in ${name} each field is required exactly when the choices demand it`, () => {
    const required = FIELDS.map(({ field }) => field).filter((field) =>
      itemsOf(demoForm(name, withoutPatronymic(field))).some(
        (item) => /missing|not-said/.test(item) && item.startsWith(`${field} `),
      ),
    );
    assert.deepEqual(required.toSorted(), REQUIRED[name].toSorted());
  });

  test(`Q191/7.4: of ${name} emptied but for its choices all missing items come at once`, () => {
    const { service, carrier, use, applicantKind, filedBy } = demoForm(name);
    const choices = { service, carrier, use, applicantKind, filedBy };
    const missing = missingItems(choices, { today: TODAY, documents: [] }).map(({ field }) => field);
    const documents = ['/documents/identity-document', '/documents/photograph'];
    if (filedBy === 'representative') documents.push('/documents/power-of-attorney');
    const expected = REQUIRED[name].filter((field) => !(field.slice(1) in choices) && field !== '/applicant/sealData');
    assert.deepEqual(missing.toSorted(), [...expected, ...documents].toSorted());
  });
}

test('R1598/A: of an empty form only what nobody is spared is missing, in the order of the Annex', () => {
  const items = missingItems({}, { today: TODAY, documents: [] });
  const fields = items.map(({ field }) => field);
  assert.deepEqual(fields.slice(0, -2).toSorted(), ALWAYS.toSorted());
  assert.deepEqual(fields.slice(-2), ['/documents/identity-document', '/documents/photograph']);
  const numbers = items.flatMap(({ annex }) => (annex === '' ? [] : [annex.split('.').map(Number)]));
  assert.deepEqual(
    numbers,
    numbers.toSorted((a, b) => a[0]! - b[0]! || (a[1] ?? 0) - (b[1] ?? 0)),
  );
});

test('R1598/A: spaces alone are not an answer', () => {
  assert.deepEqual(itemsOf(demoForm('citizen-asan', { '/applicant/surname': '  ' })), ['/applicant/surname missing']);
});

test('R1598/A: any one telephone will do, none will not; 3.18, 3.19 and 6.3 may stay empty', () => {
  const phones = (value: object) => itemsOf(demoForm('citizen-asan', { '/applicant/phones': value }));
  assert.deepEqual(phones({ work: '+49 30 901820' }), []);
  assert.deepEqual(phones({ work: '' }), ['/applicant/phones missing']);
  const free = { '/applicant/voen': undefined, '/applicant/userId': undefined, '/declarations/publication': undefined };
  assert.deepEqual(itemsOf(demoForm('citizen-asan', free)), []);
});

test('R1598/2.3.1, R1598/2.3.2, R1598/2.3.3: documents missing, one photograph too many, a power of attorney of nobody', () => {
  const of = (name: string, ...kinds: ('identity-document' | 'photograph' | 'power-of-attorney')[]) =>
    missingItems(demoForm(name), { today: TODAY, documents: kinds.map((kind) => ({ kind })) }).map(
      ({ field, reason, clause }) => `${field} ${reason} ${clause}`,
    );
  assert.deepEqual(of('business-representative'), [
    '/documents/identity-document not-uploaded R1598/2.3.1',
    '/documents/photograph not-uploaded R1598/2.3.2',
    '/documents/power-of-attorney not-uploaded R1598/2.3.3',
  ]);
  assert.deepEqual(of('citizen-asan', 'identity-document', 'photograph', 'photograph', 'power-of-attorney'), [
    '/documents/photograph one-only R1598/2.3.2',
    '/documents/power-of-attorney only-when-represented R1598/2.3.3',
  ]);
  assert.deepEqual(of('citizen-asan', 'identity-document', 'identity-document', 'photograph'), []);
});

test('Q191/7.4: the incomplete demo form gets its faults at once, each with number, reason and clause', () => {
  const documents = [{ kind: 'identity-document' as const }, { kind: 'photograph' as const }];
  const items = missingItems(demoForm('incomplete'), { today: TODAY, documents });
  assert.deepEqual(
    items.map(({ field, annex, reason, clause }) => [field, annex, reason, clause].join(' ')),
    [
      '/asanNumber 1.2.0 only-for-asan-imza R1598/2.5',
      '/applicant/patronymic 3.3 patronymic-not-said R1598/A',
      '/applicant/identityDocument/validUntil 3.10 document-expired R1598/2.3.1',
      '/applicant/identityDocument/machineReadableZone 3.10 mrz-expiry R1598/A',
      '/applicant/phones/mobile 3.11 not-a-phone-number R1598/A',
      '/applicant/email 3.12 not-an-email R1598/A',
      '/applicant/secretAnswer 3.21 missing R1598/A',
      '/declarations/truthfulness 6.2 not-declared R1598/A',
      '/mission  missing R1598/2.9',
    ],
  );
  assert.deepEqual(describeItem(items[1]!, 'az'), {
    field: '/applicant/patronymic',
    label: '3.3. Atasının adı',
    reason: 'Atasının adı qeyd edilməyib.',
    mend: 'Atasının adını yazın və ya onun olmadığını qeyd edin.',
  });
});

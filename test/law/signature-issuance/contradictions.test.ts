import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingItems } from '../../../law/signature-issuance/completeness.ts';
import { demoForm, itemsOf, TODAY } from './demoForm.ts';

const F = 'foreigner-personal-token';
const C = 'citizen-asan';
const B = 'business-representative';
const S = 'stateless-personal';
const doc = '/applicant/identityDocument';

const CASES: [clauses: string, what: string, form: string, changes: Record<string, unknown>, items: string[]][] = [
  [
    'R1598/2.5',
    'a token with an ASAN number and an operator',
    F,
    { '/asanNumber': '+994501234567', '/mobileOperator': 'nar' },
    ['/asanNumber only-for-asan-imza', '/mobileOperator only-for-asan-imza'],
  ],
  [
    'R1598/2.5',
    'a badly typed ASAN number that is not wanted at all',
    F,
    { '/asanNumber': '12' },
    ['/asanNumber only-for-asan-imza'],
  ],
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
  [
    'R1598/A',
    'Personal with what belongs to Business',
    C,
    {
      '/applicant/workplace': { post: 'Müdir' },
      '/applicant/sealAuthority': true,
      '/applicant/sealData': 'X',
      '/legalPerson': { voen: '1' },
      '/sealUse': 'within-official-powers',
      '/signatureUse': 'both',
    },
    [
      '/applicant/workplace/post only-for-business',
      '/applicant/sealAuthority only-for-business',
      '/applicant/sealData only-for-business',
      '/legalPerson/voen only-for-business',
      '/sealUse only-for-business',
      '/signatureUse only-for-business',
    ],
  ],
  [
    'R1598/A',
    'Personal that says there is no right to seal: nothing against',
    C,
    { '/applicant/sealAuthority': false },
    [],
  ],
  [
    'R1598/A',
    'no right to seal, yet data of the seal (3.15, 3.16)',
    B,
    { '/applicant/sealAuthority': false },
    ['/applicant/sealData only-with-right-to-seal'],
  ],
  [
    'R1598/A',
    'no right to seal and no data of it: nothing against',
    B,
    { '/applicant/sealAuthority': false, '/applicant/sealData': undefined },
    [],
  ],
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
    'R1598/2.3.3',
    'a representative where the non-resident applies himself',
    F,
    { '/representative': { surname: 'Doe', phones: { mobile: '12' } } },
    ['/representative only-when-represented'],
  ],
  [
    'R1598/2.3.3',
    'an empty section 4 where the non-resident applies himself: nothing against',
    F,
    { '/representative': { surname: '', phones: {} } },
    [],
  ],
  [
    'R1598/A',
    'fields of services 2-5 (5.1, 5.5)',
    F,
    { '/certificateSerialNumber': '12', '/statusChange': { revokeFrom: TODAY } },
    ['/certificateSerialNumber only-for-issued-certificate', '/statusChange only-for-issued-certificate'],
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
  [
    'R1598/A',
    'a patronymic and that there is none',
    S,
    { '/applicant/noPatronymic': true },
    ['/applicant/noPatronymic patronymic-and-none'],
  ],
  ['R1598/A', 'digits in a name', C, { '/applicant/surname': 'Nümun3' }, ['/applicant/surname not-a-name']],
  ['R1598/A', 'a name in another script', C, { '/applicant/givenName': '麗' }, ['/applicant/givenName not-a-name']],
  [
    'R1598/2.3.1',
    'a document that expired yesterday',
    C,
    { [`${doc}/validUntil`]: '2026-03-17' },
    [`${doc}/validUntil document-expired`],
  ],
  ['R1598/2.3.1', 'a document in its last day: nothing against', C, { [`${doc}/validUntil`]: TODAY }, []],
  ['R1598/2.3.1', 'a document without end: nothing against', C, { [`${doc}/validUntil`]: 'unlimited' }, []],
  [
    'R1598/A',
    'a document not yet valid',
    C,
    { [`${doc}/validFrom`]: '2026-03-19' },
    [`${doc}/validFrom in-the-future`],
  ],
  [
    'R1598/A',
    'a validity that ends before it begins',
    C,
    { [`${doc}/validFrom`]: '2025-01-02', [`${doc}/validUntil`]: '2025-01-01' },
    [`${doc}/validUntil validity-reversed`, `${doc}/validUntil document-expired`],
  ],
  ['R1598/A', 'born tomorrow', C, { '/applicant/birthDate': '2026-03-19' }, ['/applicant/birthDate in-the-future']],
  [
    'R1598/A',
    'born on the day the document begins',
    C,
    { '/applicant/birthDate': '2021-06-01' },
    ['/applicant/birthDate birth-not-before-document'],
  ],
  [
    'R1598/A',
    'born the day before the document begins: nothing against',
    C,
    { '/applicant/birthDate': '2021-05-31' },
    [],
  ],
  [
    'R1598/A',
    'born after the document ended, its beginning unknown',
    C,
    { [`${doc}/validFrom`]: undefined, [`${doc}/validUntil`]: '2026-03-18', '/applicant/birthDate': '2026-03-18' },
    ['/applicant/birthDate birth-not-before-document'],
  ],
  [
    'R1598/A',
    'Cyrillic letters in the number of a document',
    C,
    { [`${doc}/number`]: 'АА7654321' },
    [`${doc}/number not-a-document-number`],
  ],
  [
    'R1598/A',
    'telephones without a country code and of no plan',
    C,
    { '/applicant/phones': { mobile: '0151 23456789', home: '+49 1', work: '+999 123 456' } },
    [
      '/applicant/phones/mobile not-a-phone-number',
      '/applicant/phones/home not-a-phone-number',
      '/applicant/phones/work not-a-phone-number',
    ],
  ],
  ['R1598/A', 'half an e-mail address', C, { '/applicant/email': 'chinare@' }, ['/applicant/email not-an-email']],
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
  [
    'R1598/A',
    'faults of the representative, under his own fields',
    B,
    {
      '/representative/email': 'kaan',
      '/representative/birthDate': '2031-01-01',
      '/representative/identityDocument/validUntil': '2026-01-01',
      '/representative/powerOfAttorney/date': '2026-03-19',
    },
    [
      '/representative/birthDate in-the-future',
      '/representative/identityDocument/validUntil document-expired',
      '/representative/email not-an-email',
      '/representative/powerOfAttorney/date in-the-future',
    ],
  ],
  [
    'R1598/A',
    'machine-readable lines of somebody else',
    F,
    {
      '/applicant/surname': 'Other',
      '/applicant/birthDate': '1986-05-18',
      [`${doc}/number`]: '925076489',
      [`${doc}/validUntil`]: '2032-02-04',
    },
    ['number', 'birth-date', 'expiry', 'name'].map((what) => `${doc}/machineReadableZone mrz-${what}`),
  ],
];

for (const [clauses, what, form, changes, items] of CASES)
  test(`${clauses}: ${what}`, () => assert.deepEqual(itemsOf(demoForm(form, changes)), items));

test('R1598/2.1: a mission that does not yet take part cannot be chosen', () => {
  const form = demoForm('citizen-asan', { '/mission': 'tel-aviv', '/applicant/identityDocument/validFrom': undefined });
  assert.deepEqual(itemsOf(form, '2023-03-28'), ['/mission mission-not-open']);
  assert.deepEqual(itemsOf(form, '2023-03-29'), []);
});

test('R1598/1.2.10, R1598/1.2.11, R1598/2.5: each item names the clause it rests on and no personal data', () => {
  const form = demoForm('citizen-asan', {
    '/use': 'business',
    '/carrier': 'e-imza-token',
    '/applicant/email': 'chinare@',
  });
  const items = missingItems(form, { today: TODAY, documents: [] });
  const clauseOf = (field: string) => items.find((item) => item.field === field)?.clause;
  assert.equal(clauseOf('/use'), 'R1598/1.2.10');
  assert.equal(clauseOf('/asanNumber'), 'R1598/2.5');
  assert.equal(clauseOf('/documents/photograph'), 'R1598/2.3.2');
  assert.doesNotMatch(JSON.stringify(items), /chinare|Nümunəyeva|7654321|1991/);
});

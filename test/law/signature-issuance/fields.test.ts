import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingItems } from '../../../law/signature-issuance/completeness.ts';
import { demoForm, itemsOf, TODAY } from './demoForm.ts';

const F = 'foreigner-personal-token';
const C = 'citizen-asan';
const B = 'business-representative';

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
];

for (const [clauses, what, form, changes, items] of CASES)
  test(`${clauses}: ${what}`, () => assert.deepEqual(itemsOf(demoForm(form, changes)), items));

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

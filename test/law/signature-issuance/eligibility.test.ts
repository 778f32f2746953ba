import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEligible } from '../../../law/signature-issuance/eligibility.ts';

const NATURAL = ['foreigner', 'stateless-person', 'citizen-abroad'] as const;

test('R1598/1.2.1: of a legal person it is not asked where the bearer of its certificate lives', () => {
  const application = { applicantKind: 'legal-person', applicant: { countryOfResidence: 'AZE' } } as const;
  assert.deepEqual(isEligible(application), { kind: 'eligible' });
});

for (const applicantKind of NATURAL) {
  test(`R1598/1.2.1: a ${applicantKind} living abroad may apply`, () => {
    assert.deepEqual(isEligible({ applicantKind, applicant: { countryOfResidence: 'GEO' } }), { kind: 'eligible' });
  });

  test(`R1598/1.2.1: a ${applicantKind} permanently living in Azerbaijan is refused with the clause`, () => {
    assert.deepEqual(isEligible({ applicantKind, applicant: { countryOfResidence: 'AZE', citizenship: 'TUR' } }), {
      kind: 'refused',
      clause: 'R1598/1.2.1',
      facts: { reason: 'permanent-residence-in-azerbaijan', applicantKind },
    });
  });
}

test('R1598/1.2.1: where the residence is not filled in nobody is refused, it is asked for', () => {
  assert.deepEqual(isEligible({}), { kind: 'eligible' });
  assert.deepEqual(isEligible({ applicant: { citizenship: 'AZE' } }), { kind: 'eligible' });
});

test('R1598/1.2.1: it is the applicant who must live abroad, not who represents him', () => {
  const representative = { countryOfResidence: 'AZE' as const };
  assert.deepEqual(isEligible({ applicant: { countryOfResidence: 'TUR' }, representative }), { kind: 'eligible' });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayReadFile, type RowSaid, rowIsShown, seesOpinions } from '../../../law/signature-issuance/fileReaders.ts';

describe('who may have the file of a case, and what of it', () => {
  const token = { mission: 'berlin', wants: 'e-imza-token/personal' };
  const bundle = { mission: 'berlin', wants: null };

  for (const [capacity, party, of, may] of [
    ['applicant', undefined, token, true],
    ['operator', 'portal-operator', token, true],
    ['auditor', undefined, bundle, true],
    ['mission-officer', 'mission:berlin', token, true],
    ['mission-officer', 'mission:berlin', bundle, true],
    ['mission-officer', 'mission:paris', token, false],
    ['mission-officer', 'mission:null', { mission: null, wants: 'x' }, false],
    ['centre-officer', 'centre:e-imza', token, true],
    ['centre-officer', 'centre:asan', token, false],
    ['centre-officer', 'centre:asan', { mission: 'berlin', wants: 'asan-imza-sim/personal' }, true],
    ['centre-officer', 'centre:e-imza', bundle, false],
  ] as const)
    it(`R1598/2.9-2.15: ${capacity} ${party ?? ''} of ${JSON.stringify(of)}: ${may ? 'may' : 'may not'}`, () =>
      assert.equal(mayReadFile({ capacity, party }, of), may));

  it('R1598/2.7, 2.8: only the operator and the auditor learn which agency said what', () => {
    assert.deepEqual(
      (['applicant', 'operator', 'auditor', 'mission-officer', 'centre-officer'] as const).filter(seesOpinions),
      ['operator', 'auditor'],
    );
  });

  const procedure = { capacity: 'procedure' };
  const rows: readonly [RowSaid & { by?: { id?: string } }, boolean][] = [
    [{ by: { capacity: 'applicant' }, what: 'registered', facts: { documents: [] } }, true],
    [{ by: procedure, what: 'sent-to-agencies', facts: { agencies: ['state-security'] } }, true],
    [{ by: { capacity: 'agency', id: 'state-security' }, what: 'opinion-received', facts: {} }, false],
    [{ by: procedure, what: 'reminded', facts: { agency: 'state-security' } }, false],
    [{ by: procedure, what: 'term-started', facts: { holder: 'internal-affairs', how: 'by-its-opinion' } }, false],
    [{ by: procedure, what: 'term-started', facts: { holder: 'mission:berlin', how: 'decision-arrived' } }, true],
    [{ by: procedure, what: 'approved', facts: { silent: [], early: true } }, false],
    [{ by: procedure, what: 'handed-over', facts: { parts: [{ of: { to: 'foreign-intelligence' } }] } }, false],
    [{ by: { capacity: 'mission-officer' }, what: 'invited' }, true],
    [{}, true],
  ];
  for (const [row, shown] of rows)
    it(`R1598/2.8: ${JSON.stringify(row)} is ${shown ? '' : 'not '}shown to applicant, mission and Centre`, () => {
      for (const capacity of ['applicant', 'mission-officer', 'centre-officer'] as const)
        assert.equal(rowIsShown(capacity, row), shown);
      assert.ok(rowIsShown('auditor', row) && rowIsShown('operator', row));
    });

  it("an applicant is shown his own refused attempts, not the officials'", () => {
    const refused = { what: 'deed-refused', facts: { deed: 'invite', reason: 'not-yours' } };
    assert.equal(rowIsShown('applicant', { ...refused, by: { capacity: 'mission-officer' } }), false);
    assert.equal(rowIsShown('applicant', { ...refused, by: { capacity: 'applicant' } }), true);
    assert.equal(rowIsShown('mission-officer', { ...refused, by: { capacity: 'mission-officer' } }), true);
  });
});

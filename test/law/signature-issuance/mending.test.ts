import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMendable } from '../../../law/signature-issuance/deficiencies.ts';
import { mend, type Mending } from '../../../law/signature-issuance/mending.ts';
import { form } from '../../support/record.ts';

const KEPT = [{ kind: 'identity-document' }, { kind: 'photograph' }] as const;
const before = form('foreigner-personal-token', 'A1234567');
const sent = (fields: Mending['fields'], named: string[]) =>
  mend(before, named, { fields, documents: [] }, { today: '2026-03-19', kept: KEPT });

test('R1598/2.9: a field the Centre named takes its new value, or is emptied', () => {
  const mended = sent({ '/applicant/birthPlace': 'Cardigan', '/applicant/phones/work': null }, [
    '/applicant/birthPlace',
    '/applicant/phones/work',
  ]);
  assert.equal(mended.kind, 'mended');
  assert.equal(mended.kind === 'mended' && mended.application.applicant?.birthPlace, 'Cardigan');
  assert.equal(before.applicant?.birthPlace, 'Aberystwyth', 'what was filed is not touched');
});

test('R1598/1.2.7: even a named field may make nobody else of the applicant', () => {
  const outcome = sent({ '/applicant/birthDate': '1990-01-01' }, ['/applicant/birthDate']);
  assert.deepEqual(outcome.kind === 'faulty' && outcome.items, [
    { item: '/applicant/birthDate', reason: 'another-person' },
  ]);
});

test('Q191/7.4: what a mending makes incomplete is told item by item; what time did meanwhile is not', () => {
  const outcome = sent({ '/applicant/surname': null }, ['/applicant/surname']);
  assert.deepEqual(outcome.kind === 'incomplete' && outcome.items.map(({ field }) => field), ['/applicant/surname']);
  const late = mend(
    before,
    ['/applicant/birthPlace'],
    { fields: { '/applicant/birthPlace': 'Cardigan' }, documents: [] },
    { today: '2040-01-01', kept: KEPT },
  );
  assert.equal(late.kind, 'mended', 'the passport ran out after the application was registered');
});

test('R1598/2.9: a Centre may send back documents and fields, not what decides person, certificate or mission', () => {
  for (const item of ['photograph', 'identity-document', 'power-of-attorney', '/applicant/surname', '/representative'])
    assert.ok(isMendable(item), item);
  for (const item of [
    '/applicant/citizenship',
    '/applicant/identityDocument/number',
    '/carrier',
    '/mission',
    '/nothing',
  ])
    assert.ok(!isMendable(item), item);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { mayWithdraw, opinionsDecidedAt } from '../../../law/signature-issuance/withdrawal.ts';
import { CONTRACT_REASONS } from '../../../law/signature-issuance/words/contractReasons.ts';
import { WITHDRAWAL_REASONS } from '../../../law/signature-issuance/words/withdrawalReasons.ts';

for (const stage of ['opinions', 'virtual-fin', 'centre', 'invitation', 'identity', 'contract'])
  test(`R1598/2.15: at ${stage} an application may be withdrawn`, () => {
    const outcome = stage === 'opinions' ? null : 'approved';
    assert.deepEqual(mayWithdraw({ stage, outcome }), { kind: 'allowed' });
  });

const refused: [string, string, string, string][] = [
  ['register', 'issued', 'R1598/2.15', 'certificate-in-hand'],
  ['ended', 'issued', 'R1598/2.15', 'certificate-in-hand'],
  ['ended', 'negative-opinion', 'R1598/2.8', 'refused-already'],
  ['ended', 'centre-refusal', 'R1598/2.9', 'refused-already'],
  ['ended', 'mismatch', 'R1598/2.13', 'refused-already'],
  ['ended', 'withdrawn', 'R1598/2.15', 'ended-already'],
  ['ended', 'lapsed', 'R1598/2.15', 'ended-already'],
];
for (const [stage, outcome, clause, reason] of refused)
  test(`${clause}: a case at ${stage} (${outcome}) is not withdrawn: ${reason}`, () => {
    assert.deepEqual(mayWithdraw({ stage, outcome }), { kind: 'refused', clause, reason });
  });

test('every reason is said in three languages, each in its own words', () => {
  for (const words of Object.values({ ...CONTRACT_REASONS, ...WITHDRAWAL_REASONS }))
    assert.equal(new Set([words.az, words.en, words.ru]).size, 3);
});

test('R1598/2.8, 2.15: a case withdrawn before the decision was not decided on the opinions; one withdrawn after it was', () => {
  const [decided, ended] = ['2026-03-20T00:00:00.000Z', '2026-03-25T08:00:00.000Z'];
  const at = (outcome: string | null, decidedAt: string | null, closedAt: string | null) =>
    opinionsDecidedAt({ outcome, decidedAt, closedAt });
  assert.equal(at(null, null, null), null);
  assert.equal(at('withdrawn', ended, ended), null);
  assert.equal(at('withdrawn', decided, ended), decided);
  assert.equal(at('negative-opinion', decided, decided), decided);
  assert.equal(at('approved', decided, null), decided);
});

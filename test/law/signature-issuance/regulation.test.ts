import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maximumDuration, operationsInOrder, REGULATION } from '../../../law/signature-issuance/regulation.ts';
import { COPIES_STAGES, ISSUANCE_STAGES } from '../../../law/signature-issuance/stages.ts';
import { RESULTS } from '../../../law/signature-issuance/words/regulationWords.ts';

describe('the operations of signature-issuance as a regulation lists them', () => {
  const operations = operationsInOrder();

  it('Q191/A1: every stage of a case has its operations, in the order of the stages, each once', () => {
    assert.deepEqual(Object.keys(REGULATION), [...ISSUANCE_STAGES, ...COPIES_STAGES]);
    assert.deepEqual(
      operations.map(({ clause }) => clause),
      [
        ...['R1598/2.6', 'R1598/2.7', 'R1598/2.8', 'R1598/2.8', 'R1598/2.8-route', 'R1598/2.9', 'R1598/2.10'],
        ...['R1598/2.11', 'R1598/2.12', 'R1598/2.13', 'R1598/2.14', 'R1598/2.15', 'R1598/5.4'],
        ...['R1598/2.16', 'R1598/2.17', 'R1598/2.18'],
      ],
    );
    assert.equal(new Set(operations.map(({ id }) => id)).size, operations.length);
  });

  for (const [id, longest] of [
    ['register', 'at-once'],
    ['give-opinion', { workingDays: 3 }],
    ['decide-issuance', 'not-stated'],
    ['invite', { workingDays: 1 }],
    ['enter-in-register', { workingDays: 1 }],
    ['hand-copies-home', { months: 6 }],
    ['pass-copies-apart', { workingDays: 1 }],
    ['send-copies-on', { workingDays: 3 }],
  ] as const)
    it(`R1598/2.6, 2.8, 2.11, 2.16-2.18 and 5.4: ${id} may take ${JSON.stringify(longest)}`, () => {
      const operation = operations.find((one) => one.id === id);
      assert.ok(operation);
      assert.deepEqual(maximumDuration(operation, '2026-11-22'), longest);
      if (typeof longest === 'object') assert.throws(() => maximumDuration(operation, '2017-09-11'), /in force/);
    });

  it('each operation has a responsible body that does not also merely take part, and its result in three languages', () => {
    for (const { id, responsible, takingPart } of operations) {
      assert.ok(!takingPart.some((body) => body === responsible), id);
      const texts = Object.values(RESULTS[id]);
      assert.equal(new Set(texts).size, 3);
      assert.ok(texts.every((text) => text.length > 10));
    }
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kill } from '../../prove/kill.ts';

test('R1598/2.8: four kills under load lose nothing, do nothing twice and leave no case stuck', async () => {
  const outcome = await kill({ kills: 4, seed: 1598, say: () => undefined });
  assert.deepEqual(outcome.failures, []);
  assert.deepEqual(outcome.alone, []);
  assert.equal(outcome.n, 4);
  for (const part of [/^(submit|opinion):|^api /, /^(close|fin|relay|notice):|^worker /, /^postgres /, /^temporal /])
    assert.ok(
      outcome.killed.some((where) => part.test(where)),
      `one of ${part} was killed`,
    );
  assert.ok(outcome.cases > 0 && outcome.opinions > 0 && outcome.letters > 0, 'there was a load');
});

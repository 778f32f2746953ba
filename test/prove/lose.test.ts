import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lose } from '../../prove/lose.ts';

test("R1598/2.8: with all of Temporal's data deleted a case at every stage ends as its record demands", async () => {
  const outcome = await lose({ cases: 8, say: () => undefined });
  assert.deepEqual(outcome.failures, []);
  assert.deepEqual(Object.values(outcome.spread), [1, 1, 1, 1, 1, 1, 1, 1]);
});

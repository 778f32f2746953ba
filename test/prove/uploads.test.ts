import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proveUploads } from '../../prove/uploads.ts';

test('R1598/2.3.1-2.3.3: no hostile file gets in, over the JSON API or the pages, and the API goes on answering', async () => {
  const outcome = await proveUploads({ count: 24, seed: 1598, say: () => undefined });
  assert.deepEqual(outcome.failures, []);
  assert.equal(outcome.n, 48);
  assert.ok(outcome.refused > 0 && outcome.cleaned > 0, 'some were refused, some taken in cleaned');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proveReconcile } from '../../prove/reconcile.ts';

test('R1598/2.8: every kind of difference is listed and the safe ones mended; after a restore nothing is issued twice', async () => {
  const { failures, n } = await proveReconcile({ count: 1, say: () => undefined });
  assert.deepEqual(failures, []);
  assert.equal(n, 14 + 3 + 3);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { race } from '../../prove/race.ts';

test('R1598/2.8: around the end of a term the outcome follows from the stored receipt and the stored end', async () => {
  const outcome = await race({ counts: { frozen: 6, running: 24 }, seed: 1598, say: () => undefined });
  assert.deepEqual(outcome.failures, []);
  assert.ok(outcome.n >= 38, `${outcome.n} opinions were answered`);
  const widest = outcome.around.at(-1);
  assert.ok(widest !== undefined && widest.before > 0 && widest.after > 0, 'opinions came before the end and after it');
});

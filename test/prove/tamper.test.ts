import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KINDS_OF_TAMPERING, tamper } from '../../prove/tamper.ts';
import { startTestPostgres } from '../support/postgres.ts';

test('every kind of tampering by the owner of the database is found, and what nobody touched is whole', async () => {
  const given = process.env['MOHLET_TEST_ADMIN_URL'];
  const own = given === undefined ? await startTestPostgres() : null;
  try {
    const adminUrl = given ?? own?.adminUrl ?? '';
    const outcome = await tamper({ count: KINDS_OF_TAMPERING, seed: 1598, adminUrl });
    assert.deepEqual(outcome.missed, []);
    assert.equal(outcome.found, KINDS_OF_TAMPERING);
    assert.equal(outcome.untouched.kind, 'ok');
    assert.deepEqual([outcome.untouched.checkpoints, outcome.untouched.uncovered], [5, 0]);
  } finally {
    await own?.stop();
  }
});

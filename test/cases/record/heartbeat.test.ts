import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { beat } from '../../../cases/record/heartbeat.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

describe('the heartbeat of a channel', () => {
  let test: TestRecord;
  before(async () => {
    test = await openTestRecord();
  });
  after(() => test.stop());

  const outages = () =>
    test.owner.many<{ channel: string; machine: number; legal: number }>(
      `SELECT channel, extract(epoch FROM ended_at - began_at)::float8 AS machine,
              extract(epoch FROM legal_ended_at - legal_began_at)::float8 AS legal FROM outage ORDER BY id`,
    );

  it('records no outage while it beats, nor by a jump of the rehearsal clock', async () => {
    assert.equal(await beat(test.record, 'agency-endpoint'), false);
    await test.forward('2026-06-01T00:00:00+04:00');
    assert.equal(await beat(test.record, 'agency-endpoint'), false);
    assert.deepEqual(await outages(), []);
  });

  it('records a silence of five hours as long as the machine says, though the legal clock jumped, and once', async () => {
    await test.owner.run(`UPDATE channel SET last_beat = machine_now() - interval '5 hours'`);
    await test.forward('2026-07-01T00:00:00+04:00');
    assert.deepEqual((await Promise.all([1, 2, 3].map(() => beat(test.record, 'agency-endpoint')))).toSorted(), [
      false,
      false,
      true,
    ]);
    const [outage, ...more] = await outages();
    assert.equal(more.length, 0);
    assert.ok(outage !== undefined && outage.machine >= 5 * 3600 && outage.legal === outage.machine);
    const rows = await test.owner.many<{ body: string }>(`SELECT body FROM evidence WHERE chain = 'installation'`);
    const told = rows.filter(({ body }) => body.includes('channel-was-out'));
    assert.equal(told.length, 1);
  });
});

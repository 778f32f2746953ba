import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Client, Connection } from '@temporalio/client';
import { freePort } from '../../stack/ports.ts';
import { findTemporal, startTemporal } from '../../stack/temporal.ts';
import { relayOnce } from '../../workers/relay.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';

const CACHE = join(import.meta.dirname, '..', '..', '.mohlet', 'bin');

describe('relaying the outbox', () => {
  let test: TestRecord;
  before(async () => {
    test = await openTestRecord();
  });
  after(() => test.stop());

  const waiting = async () =>
    (await test.owner.many<{ case_number: string }>(`SELECT case_number FROM outbox ORDER BY id`)).map(
      ({ case_number }) => case_number,
    );

  it('keeps every row while Temporal is down, and starts every case once it is there', async () => {
    const a = (await test.register()).caseNumber;
    const b = (await test.register()).caseNumber;
    await test.owner.run(`INSERT INTO outbox (case_number, at) VALUES ($1, legal_now())`, [a]);
    const port = await freePort();
    const connection = Connection.lazy({ address: `127.0.0.1:${port}` });
    const client = new Client({ connection });
    const folder = await mkdtemp(join(tmpdir(), 'mohlet-relay-'));
    try {
      await assert.rejects(relayOnce(test.record, client, 'nobody'));
      assert.deepEqual(await waiting(), [a, b, a]);

      const temporal = await startTemporal({
        binary: process.env['MOHLET_TEST_TEMPORAL'] ?? (await findTemporal(CACHE, () => undefined)),
        databaseFile: join(folder, 'temporal.db'),
        port,
        log: () => undefined,
      });
      try {
        assert.equal(await relayOnce(test.record, client, 'nobody'), 2);
        assert.deepEqual(await waiting(), []);
        for (const id of [a, b]) {
          const { events } = await client.workflow.getHandle(id).fetchHistory();
          const input = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data;
          assert.deepEqual(JSON.parse(Buffer.from(input ?? []).toString('utf8')), { caseNumber: id });
        }
        assert.equal(await relayOnce(test.record, client, 'nobody'), 0);
      } finally {
        await temporal.stop();
      }
    } finally {
      await connection.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { searchEvidence } from '../../../cases/auditor/searchEvidence.ts';
import { writeEvidence } from '../../../cases/record/evidence.ts';
import { lockWaited } from '../../support/lockWaited.ts';
import { openTestRecord } from '../../support/record.ts';

let opened: Awaited<ReturnType<typeof openTestRecord>>;
before(async () => {
  opened = await openTestRecord();
});
after(() => opened.stop());

const search = { chain: 'tried:', actor: 'somebody', from: '2026-01-01', until: '2026-12-31' };

test('what PostgreSQL cannot read as JSON is written all the same, and found by who did it and what', async () => {
  const actor = { capacity: 'agency', id: 'somebody' } as const;
  const facts = { document: 'a\0b', name: 'half a pair: \ud83d', whole: '\u{1f600} \\u0000' };
  await writeEvidence(opened.record, (day) => `tried:${day}`, actor, [{ what: 'message-refused', facts }]);
  const found = await searchEvidence(opened.record, { ...search, what: 'message-refused' }, 10);
  assert.deepEqual(
    found.map(({ body }) => (JSON.parse(body) as { facts: unknown }).facts),
    [{ document: 'a\ufffdb', name: 'half a pair: \ufffd', whole: '\u{1f600} \\u0000' }],
  );
});

test('a row of an earlier release with such a text neither stops a search nor is lost to one by time', async () => {
  const [body, hash] = ['{"by":{"id":"somebody"},"facts":{"document":"\\u0000"},"what":"refused"}', 'f'.repeat(64)];
  await opened.owner.run(
    `INSERT INTO evidence (chain, seq, at, body, previous, hash) VALUES ('tried:before', 1, legal_now(), $1, $2, $2)`,
    [body, hash],
  );
  const found = await searchEvidence(opened.record, { ...search, actor: '', what: '' }, 10);
  assert.ok(found.some((row) => row.body === body));
});

test('D6: who waited for a chain of a day across midnight stands in the chain of the day of his own instant', async (t) => {
  const other = await openTestRecord();
  t.after(() => other.stop());
  await other.freeze('2026-03-16T23:59:59.999+04:00');
  const holder = new pg.Client({ connectionString: other.databases.appUrl });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query(`SELECT pg_advisory_xact_lock(hashtextextended('tried:2026-03-16', 0))`);
  const written = writeEvidence(other.record, (day) => `tried:${day}`, { capacity: 'agency' }, [{ what: 'refused' }]);
  await lockWaited(other.owner);
  await other.owner.run(`UPDATE legal_clock SET frozen_at = '2026-03-17T00:00:00+04:00'`);
  await holder.query('COMMIT');
  await holder.end();
  await written;
  const rows = await other.owner.many<{ chain: string }>(
    `SELECT chain FROM evidence WHERE starts_with(chain, 'tried:') ORDER BY chain, seq`,
  );
  assert.deepEqual(rows, [{ chain: 'tried:2026-03-17' }]);
});

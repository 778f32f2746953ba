import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { searchEvidence } from '../../../cases/auditor/searchEvidence.ts';
import { writeEvidence } from '../../../cases/record/evidence.ts';
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

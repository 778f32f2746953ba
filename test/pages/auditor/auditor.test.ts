import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { rowHash } from '../../../proof/chain.ts';
import type { Browsing } from '../browsing.ts';
import { openPages, type TestPages } from '../openPages.ts';

let pages: TestPages;
let auditor: Browsing;
let caseNumber: string;
before(async () => {
  pages = await openPages();
  auditor = await pages.visitAs('auditor-1');
  caseNumber = (await pages.register()).caseNumber;
  await pages.deliver(caseNumber);
});
after(() => pages.stop());

test('an auditor finds evidence by case and deed, and his search is evidence itself', async () => {
  const found = await auditor.get(`/en/auditor?chain=${caseNumber}&what=delivered&from=2017-09-12&until=2036-01-01`);
  assert.match(found.html, /Rows: 4/);
  const wrong = await auditor.get('/en/auditor?from=yesterday&until=&chain=%22');
  assert.equal(wrong.status, 422);
  const own = await pages.owner.many<{ what: string }>(
    `SELECT body::jsonb ->> 'what' AS what FROM evidence WHERE starts_with(chain, 'read:auditor-1:') ORDER BY seq`,
  );
  assert.deepEqual(own.at(-1), { what: 'evidence-searched' });
});

test('an export holds the exact text and hashes', async () => {
  const file = await auditor.get(`/en/auditor/export?chain=${caseNumber}`);
  const rows = file.html
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { previous: string; body: string; hash: string });
  assert.ok(rows.length > 4);
  for (const { previous, body, hash } of rows) assert.equal(rowHash(previous, body), hash);
});

test('a chain is verified on the screen; one altered row is named', async () => {
  const whole = await auditor.get(`/en/auditor/chains/case:${caseNumber}`);
  assert.match(whole.html, /Whole/);
  await pages.owner.run(`ALTER TABLE evidence DISABLE TRIGGER ALL`);
  const altered = await pages.owner.run(
    `UPDATE evidence SET body = replace(body, '"seq":3', '"seq": 3') WHERE chain = $1 AND seq = 3`,
    [`case:${caseNumber}`],
  );
  assert.equal(altered, 1);
  const broken = await auditor.get(`/en/auditor/chains/case:${caseNumber}`);
  assert.match(broken.html, /Row 3: its text was altered/);
  assert.equal((await auditor.get('/en/auditor/chains/case:QR-2026-999999')).status, 404);
});

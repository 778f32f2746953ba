import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { join } from 'node:path';
import { fileSigner } from '../../../adapters/signing/fileSigner.ts';
import { readLooks } from '../../../cases/applicant/readLooks.ts';
import { makeCheckpoint } from '../../../cases/record/checkpoint.ts';
import { proveExport } from '../../../proof/exportedRows.ts';
import { readTrust } from '../../../proof/trust.ts';
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
  assert.match(found.html, /Rows: 4[\s\S]*The request reached an agency \(delivered\)/);
  assert.match(found.html, /<option value="delivered" selected>/);
  const wrong = await auditor.get('/en/auditor?from=yesterday&until=&chain=%22');
  assert.equal(wrong.status, 422);
  const own = await pages.owner.many<{ what: string }>(
    `SELECT body::jsonb ->> 'what' AS what FROM evidence WHERE starts_with(chain, 'read:auditor-1:') ORDER BY seq`,
  );
  assert.deepEqual(own.at(-1), { what: 'evidence-searched' });
});

test('evidence is found by the official who did it; his own reads are shown to the auditor; a page leads to the next', async () => {
  const reviewer = await pages.visitAs('internal-affairs-reviewer-1');
  await reviewer.get(`/en/reviewer/files/${caseNumber}`);
  const days = 'from=2017-09-12&until=2036-01-01';
  const his = await auditor.get(`/en/auditor?actor=internal-affairs-reviewer-1&what=read-review-file&${days}`);
  assert.match(his.html, /Rows: 1[\s\S]*Reviewer internal-affairs-reviewer-1/);
  assert.match((await auditor.get(`/en/auditor?actor=nobody&${days}`)).html, /Rows: 0|There is nothing here/);
  const link = /href="([^"]+)">Your own searches and reads/.exec(his.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  assert.match((await auditor.get(link)).html, /evidence-searched[\s\S]*Auditor auditor-1/);

  await pages.owner.run(
    `INSERT INTO evidence (chain, seq, at, body, previous, hash)
     SELECT 'made:1', n, legal_now(), '{"what":"made"}', 'x', 'x' FROM generate_series(1, 250) n`,
  );
  let page = await auditor.get(`/en/auditor?chain=made:&${days}`);
  const seen = new Set<string>();
  for (let n = 0; n < 3; n += 1) {
    for (const [, row = ''] of page.html.matchAll(/made:1 (#\d+)</g)) seen.add(row);
    const next = /href="([^"]+)">The next rows/.exec(page.html)?.[1]?.replaceAll('&amp;', '&');
    if (next !== undefined) page = await auditor.get(next);
  }
  assert.equal(seen.size, 250);
  await pages.owner.run(`ALTER TABLE evidence DISABLE TRIGGER ALL`);
  await pages.owner.run(`DELETE FROM evidence WHERE chain = 'made:1'`);
  await pages.owner.run(`ALTER TABLE evidence ENABLE TRIGGER ALL`);
});

test('ADR 37: whose evidence an auditor is shown by a search or takes with him sees that it was read', async () => {
  const { caseNumber: read } = await pages.register();
  const { caseNumber: unread } = await pages.register();
  const looks = async (of: string) => (await readLooks(pages.record, of)).map(({ body, what }) => `${body} ${what}`);
  await auditor.get(`/en/auditor?chain=${read}&what=registered&from=2017-09-12&until=2036-01-01`);
  assert.deepEqual(await looks(read), ['chamber-of-accounts read-evidence']);
  assert.deepEqual(await looks(unread), []);
  await auditor.get(`/en/auditor/export?chain=${unread}`);
  assert.deepEqual(await looks(unread), ['chamber-of-accounts read-evidence']);
});

const checkpointed = async () => {
  const outside = { lastNumber: () => Promise.resolve(1_000), append: () => Promise.resolve() };
  await makeCheckpoint(pages.record, await fileSigner(join(pages.folder, 'signing')), outside);
};

test('an export is verified offline, rows and checkpoint; an altered one is named', async () => {
  await checkpointed();
  const file = await auditor.get(`/en/auditor/export?chain=${caseNumber}`);
  const trust = readTrust(JSON.stringify(await pages.trust()));
  assert.ok(trust.kind === 'read');
  const holds = await proveExport(file.html, trust.trust);
  assert.ok(holds.kind === 'holds' && holds.rows > 4 && holds.covered === holds.rows, JSON.stringify(holds));
  const part = await auditor.get(`/en/auditor/export?chain=${caseNumber}&what=delivered`);
  const some = await proveExport(part.html, trust.trust);
  assert.ok(some.kind === 'holds' && some.rows === 4, 'rows that a search left out are no fault');
  const altered = await proveExport(file.html.replace('state-security', 'state-securitx'), trust.trust);
  assert.ok(altered.kind === 'fault' && altered.fault.kind === 'row' && altered.fault.fault === 'wrong-hash');
  assert.deepEqual(await proveExport('hello', trust.trust), { kind: 'not-such-a-file', line: 1 });
});

test('an export holds the exact text and hashes', async () => {
  const file = await auditor.get(`/en/auditor/export?chain=${caseNumber}`);
  const rows = file.html
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { previous: string; body: string; hash: string; jws?: string })
    .filter(({ jws }) => jws === undefined);
  assert.ok(rows.length > 4);
  for (const { previous, body, hash } of rows) assert.equal(rowHash(previous, body), hash);
});

test('a chain written anew with all its hashes and its head is found by the signed checkpoint', async () => {
  const { caseNumber: other } = await pages.register();
  await pages.deliver(other);
  await checkpointed();
  const chain = `case:${other}`;
  assert.match((await auditor.get(`/en/auditor/chains/${chain}`)).html, /its signature was checked just now/);
  const rows = await pages.owner.many<{ seq: number; body: string }>(
    `SELECT seq, body FROM evidence WHERE chain = $1 ORDER BY seq`,
    [chain],
  );
  await pages.owner.run(`ALTER TABLE evidence DISABLE TRIGGER ALL`);
  let previous = '0'.repeat(64);
  for (const { seq, body } of rows) {
    const text = body.replace('state-security', 'state-securitx');
    const hash = rowHash(previous, text);
    await pages.owner.run(`UPDATE evidence SET body = $3, previous = $4, hash = $5 WHERE chain = $1 AND seq = $2`, [
      chain,
      seq,
      text,
      previous,
      hash,
    ]);
    previous = hash;
  }
  await pages.owner.run(`UPDATE chain_head SET hash = $2 WHERE chain = $1`, [chain, previous]);
  const found = await auditor.get(`/en/auditor/chains/${chain}`);
  assert.match(found.html, /Broken[\s\S]*the chain was written anew/);
  await pages.owner.run(`DELETE FROM evidence WHERE chain = $1 AND seq = $2`, [chain, rows.length]);
  assert.match(
    (await auditor.get(`/az/auditor/chains/${chain}`)).html,
    new RegExp(`${rows.length}[^<]*sətir yoxdur|${rows.length}`),
  );
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

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { handOver } from '../../../cases/contract/handOver.ts';
import { registerSignature } from '../../../cases/contract/registerSignature.ts';
import { bringTo, request } from '../../support/issuing.ts';
import { openPages, type TestPages } from '../openPages.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(() => pages.stop());

test('R1598/5.1-5.5: a Centre enters what was handed over in its register, by the serial on the certificate alone', async () => {
  const { caseNumber, serial, officer } = await bringTo(pages, 'contract');
  const signed = { caseNumber, certificateContract: 'M-1/2026' };
  await registerSignature(pages.record, officer, signed, request());
  await handOver(pages.record, officer, { caseNumber, paperNumber: 'Akt 1' }, request());

  const centre = await pages.visitAs('centre-e-imza-1');
  assert.match((await centre.get('/en/centre')).html, new RegExp(`To enter in the register[\\s\\S]*${caseNumber}`));
  assert.match((await centre.get('/en/centre')).html, /1 working day and \d+ h|today: \d+ h/, 'R1598/5.4');
  assert.match(
    (await centre.get(`/ru/centre/cases/${caseNumber}`)).html,
    /R1598\/5\.4[\s\S]*(1 рабочий день и|сегодня: )/,
  );
  await centre.get(`/en/centre/cases/${caseNumber}`);
  assert.equal((await centre.submit({ serial: '' })).status, 422);
  const wrong = await centre.submit({ serial: 'another' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /R1598\/5\.2/);
  assert.match((await centre.submit({ serial })).html, /is entered in the register/);
  assert.match((await centre.get('/en/centre/register')).html, new RegExp(serial));

  const other = await pages.visitAs('centre-asan-1');
  assert.equal((await other.get(`/en/centre/cases/${caseNumber}`)).status, 404);
  assert.doesNotMatch((await other.get('/en/centre/register')).html, new RegExp(serial));
});

test('R1598/2.16-2.18: everybody through whose hands copies go sees the bundles', async () => {
  for (const sub of ['foreign-affairs-1', 'berlin-officer-1', 'centre-e-imza-1'])
    assert.equal((await (await pages.visitAs(sub)).get('/en/copies')).status, 200, sub);
  assert.equal((await (await pages.visitAs('auditor-1')).get('/en/copies')).status, 404);
});

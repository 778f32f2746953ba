import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordFailedDelivery } from '../../../cases/signature-issuance/recordFailedDelivery.ts';
import { openPages, type TestPages } from '../../pages/openPages.ts';
import { assertGoodPage, closeBrowser, follow, openBrowser, PHONE, signInOnPage } from '../../support/browser.ts';

let pages: TestPages;
let caseNumber: string;
before(async () => {
  pages = await openPages();
  caseNumber = (await pages.register()).caseNumber;
  for (let n = 0; n < 3; n += 1)
    await recordFailedDelivery(pages.record, { caseNumber, agency: 'state-security', failure: 'unreachable' });
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

test('R1598/2.7: the operator records a delivery by hand on a telephone, with a mistake on the way', async () => {
  const page = await openBrowser(pages.url, { viewport: PHONE });
  await signInOnPage(page, 'operator-1', 'az');
  await assertGoodPage(page);
  for (const path of [
    'incidents',
    'agencies',
    'notices',
    'outages',
    'stuck',
    'checks',
    'users',
    'clock',
    'announcements',
  ]) {
    await page.goto(`/az/operator/${path}`);
    await assertGoodPage(page);
  }
  await page.goto('/az/operator/stuck');
  await follow(page, () => page.getByRole('link', { name: caseNumber }).click());
  await assertGoodPage(page);
  await page.locator('#delivered-of-4').check();
  await follow(page, () => page.locator('form:has(#delivered-of) button').click());
  await assertGoodPage(page);
  assert.equal(await page.locator('#delivered-of-4').isChecked(), true, 'what was chosen is kept');
  await page.locator('#delivered-document').fill('Akt № 5/2026');
  await follow(page, () => page.keyboard.press('Enter'));
  assert.match((await page.textContent('.govuk-notification-banner')) ?? '', /müddət başladı/);
});

test('the auditor searches, verifies a chain on the screen and leaves traces himself', async () => {
  const page = await openBrowser(pages.url, { viewport: PHONE });
  await signInOnPage(page, 'auditor-1', 'ru');
  await page.locator('#chain').fill(caseNumber);
  await follow(page, () => page.keyboard.press('Enter'));
  await assertGoodPage(page);
  await follow(page, () => page.locator('table a').first().click());
  await assertGoodPage(page);
  assert.match((await page.textContent('main')) ?? '', /Целая/);
});

test('Centre and ministry find their desks', async () => {
  for (const [sub, paths] of [
    ['centre-e-imza-1', ['/en/centre', '/en/centre/register', '/en/copies']],
    ['foreign-affairs-1', ['/en/copies']],
  ] as const) {
    const page = await openBrowser(pages.url, { viewport: PHONE });
    await signInOnPage(page, sub);
    for (const path of paths) {
      await page.goto(path);
      await assertGoodPage(page);
    }
  }
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPages, type TestPages } from '../../pages/openPages.ts';
import { codeOf } from '../../pages/signInApplicant.ts';
import { assertGoodPage, closeBrowser, follow, openBrowser, PHONE } from '../../support/browser.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

test('R1598/2.8, 2.15: on a telephone, a wrong code first, then the case, its days, and taking the application back', async () => {
  const { caseNumber, trackingCode } = await pages.register();
  await pages.deliver(caseNumber);
  const page = await openBrowser(pages.url, { viewport: PHONE });
  const send = () => follow(page, () => page.locator('main form .govuk-button').first().click());
  await page.goto('/az/case');
  await send();
  await assertGoodPage(page);
  await page.locator('#code').fill(trackingCode);
  await send();
  await page.locator('#code').fill('12');
  await send();
  await assertGoodPage(page);
  await page.locator('#code').fill(await codeOf(pages, caseNumber));
  await follow(page, () => page.keyboard.press('Enter'));
  await page.waitForURL('**/az/case');
  await assertGoodPage(page);
  assert.match((await page.textContent('main')) ?? '', /Növbə dörd qurumdadır/);
  await page.getByText('Niyə məhz o gün?').click();
  await page.goto('/az/case/withdraw');
  await assertGoodPage(page);
  await send();
  assert.match((await page.textContent('main')) ?? '', /Ərizəni geri götürmüsünüz/);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { applyOverApi } from '../../pages/applying.ts';
import { openPages, type TestPages } from '../../pages/openPages.ts';
import { assertGoodPage, closeBrowser, follow, openBrowser, PHONE, signInOnPage } from '../../support/browser.ts';

let pages: TestPages;
let first: string;
let second: string;
before(async () => {
  pages = await openPages();
  first = (await applyOverApi(pages)).caseNumber;
  second = (await pages.register()).caseNumber;
  await pages.deliver(first);
  await pages.deliver(second);
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

test('R1598/2.8: a reviewer on a telephone gives a negative opinion with a mistake on the way', async () => {
  const page = await openBrowser(pages.url, { viewport: PHONE });
  await signInOnPage(page, 'internal-affairs-reviewer-1', 'az');
  await assertGoodPage(page);
  await follow(page, () => page.getByRole('link', { name: first }).click());
  await assertGoodPage(page);
  assert.equal(await page.locator('.mohlet-picture img').count(), 2, 'picture and passport on one screen');
  await follow(page, () => page.getByRole('button', { name: 'Mənfi rəy ver' }).click());
  await page.locator('#code').fill('K'.repeat(120));
  await follow(page, () => page.locator('main button').click());
  await assertGoodPage(page);
  assert.match((await page.textContent('.govuk-error-summary')) ?? '', /ən çoxu 100/);
  await page.locator('#code').fill('K-1');
  await follow(page, () => page.locator('main button').click());
  assert.match((await page.textContent('.govuk-notification-banner')) ?? '', /iş imtina ilə bitdi/);
});

test('with the keyboard alone and without JavaScript: nothing against', async () => {
  const page = await openBrowser(pages.url, { javaScriptEnabled: false });
  await signInOnPage(page, 'foreign-affairs-reviewer-1', 'ru');
  await page.getByRole('link', { name: second }).focus();
  await follow(page, () => page.keyboard.press('Enter'));
  await page.locator('button[data-key="n"]').focus();
  await follow(page, () => page.keyboard.press('Enter'));
  assert.match((await page.textContent('.govuk-notification-banner')) ?? '', /Ваше заключение записано/);
});

test('the other pages are good pages, and shortcuts work once switched on', async () => {
  const page = await openBrowser(pages.url);
  await signInOnPage(page, 'state-security-reviewer-1');
  for (const path of ['/en/reviewer/late', '/en/reviewer/absence', '/en/reviewer/shortcuts']) {
    await page.goto(path);
    await assertGoodPage(page);
  }
  await page.locator('[data-shortcuts] button').click();
  await page.goto('/en/reviewer');
  await page.keyboard.press('j');
  assert.equal(await page.evaluate<string>(`document.activeElement.textContent`), second);
});

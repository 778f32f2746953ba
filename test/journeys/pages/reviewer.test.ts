import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPages, type TestPages } from '../../pages/openPages.ts';
import { closeBrowser, openBrowser, signInOnPage } from '../../support/browser.ts';

let pages: TestPages;
let caseNumber: string;
before(async () => {
  pages = await openPages();
  caseNumber = (await pages.register()).caseNumber;
  await pages.deliver(caseNumber);
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

test('shortcuts work once switched on', async () => {
  const page = await openBrowser(pages.url);
  await signInOnPage(page, 'state-security-reviewer-1');
  await page.goto('/en/reviewer/shortcuts');
  await page.locator('[data-shortcuts] button').click();
  await page.goto('/en/reviewer');
  await page.keyboard.press('j');
  assert.equal(await page.evaluate<string>(`document.activeElement.textContent`), caseNumber);
});

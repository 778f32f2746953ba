import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { closeBrowser, openBrowser } from '../support/browser.ts';
import { openPages, type TestPages } from './openPages.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

test('on paper the days of a term are told, and neither the ways to other pages nor their addresses', async () => {
  const page = await openBrowser(pages.url);
  await page.goto('/az/apply');
  const day = page.locator('.govuk-details ol li').first();
  assert.equal(await day.isVisible(), false);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await day.isVisible(), true, 'a day of the term');
  assert.equal(await page.locator('.mohlet-footer__links').isVisible(), false);
  assert.equal(await page.locator('.mohlet-header nav').isVisible(), false);
  const beside = await page.evaluate<string[]>(
    `[...document.querySelectorAll('a')].map((a) => getComputedStyle(a, '::after').content).filter((c) => c.includes('/az'))`,
  );
  assert.deepEqual(beside, []);
  await page.context().close();
});

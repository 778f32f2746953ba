import { after, before, test } from 'node:test';
import { openPages, type TestPages } from '../../pages/openPages.ts';
import { assertGoodPage, closeBrowser, follow, openBrowser, PHONE } from '../../support/browser.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

test('R1598/1.2.1: the public pages are good pages on a telephone; the checker is mended and answers', async () => {
  const page = await openBrowser(pages.url, { viewport: PHONE });
  for (const path of ['/az/', '/ru/state', '/az/statistics', '/en/check']) {
    await page.goto(path);
    await assertGoodPage(page);
  }
  await follow(page, () => page.locator('main form button').click());
  await assertGoodPage(page);
  await page.goto('/az/who');
  await follow(page, () => page.locator('main form button').click());
  await page.locator('[value="foreigner"]').check();
  await page.locator('#country').selectOption('DEU');
  await follow(page, () => page.locator('main form button').press('Enter'));
  await assertGoodPage(page);
});

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { openPages, type TestPages } from '../../pages/openPages.ts';
import { assertGoodPage, closeBrowser, follow, openBrowser, PHONE, signInOnPage } from '../../support/browser.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

test('signing in, the missing page and signing out are good pages in three languages, on a telephone too', async () => {
  for (const language of ['az', 'en', 'ru']) {
    const page = await openBrowser(pages.url, { viewport: PHONE });
    await page.goto(`/${language}/sign-in`);
    await assertGoodPage(page);
    await page.goto(`/${language}/no-such-page`);
    await assertGoodPage(page);
    await page.context().close();
  }
});

test('an official signs in with the keyboard alone and without JavaScript, and out again', async () => {
  const page = await openBrowser(pages.url, { javaScriptEnabled: false });
  await signInOnPage(page, 'operator-1', 'az');
  await page.goto('/az/sign-out');
  await page.locator('main button').focus();
  await follow(page, () => page.keyboard.press('Enter'));
  await page.waitForURL((url) => url.port !== new URL(pages.url).port);
  await follow(page, () => page.locator('button').press('Enter'));
  await page.waitForURL(`${pages.url}/az/`);
  await page.goto('/az/operator');
  assert.doesNotMatch(await page.content(), /operator-1/);
});

test('ə ğ ı İ ö ş ç and Cyrillic are drawn in Noto Sans', async () => {
  const page = await openBrowser(pages.url);
  await page.goto('/az/sign-in');
  const drawn = await page.evaluate<string>(`document.fonts.ready
    .then(() => Promise.all(['400', '700'].map((weight) => document.fonts.load(weight + ' 16px "Noto Sans"', 'əğıİöşçЖ'))))
    .then(() => document.fonts.check('400 16px "Noto Sans"', 'əğıİöşçЖ') && getComputedStyle(document.querySelector('h1')).fontFamily)`);
  assert.match(drawn, /Noto Sans/);
});

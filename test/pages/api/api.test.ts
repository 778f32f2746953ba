import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AREAS } from '../../../api/openapi/areas.ts';
import { routeTable } from '../../../api/routeTable.ts';
import { assertGoodPage, closeBrowser, openBrowser } from '../../support/browser.ts';
import { openPages, type TestPages } from '../openPages.ts';

/** What no page may be larger than. */
const MOST_BYTES = 100 * 1024;

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

test('every operation stands on the page of its area, in three languages, in no page over 100 KB', async () => {
  const visitor = pages.visit();
  for (const language of ['az', 'en', 'ru']) {
    const first = await visitor.get(`/${language}/api`);
    assert.equal(first.status, 200);
    let shown = '';
    for (const area of Object.keys(AREAS)) {
      assert.ok(first.html.includes(`/${language}/api/${area}"`), `${area} is linked`);
      const { html, status } = await visitor.get(`/${language}/api/${area}`);
      assert.equal(status, 200);
      assert.ok(Buffer.byteLength(html) <= MOST_BYTES, `${area}: ${Buffer.byteLength(html)} bytes`);
      shown += html;
    }
    for (const { method, path } of routeTable({ clockRoute: true })) {
      const said = `${method.toUpperCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}</code>`;
      assert.ok(shown.includes(said), `${said} in ${language}`);
    }
  }
  assert.equal((await visitor.get('/en/api/nothing-such')).status, 404);
});

test('the pages of the programming interface are accessible', async () => {
  const page = await openBrowser(pages.url);
  for (const path of ['/az/api', '/en/api/cases', '/ru/api/text-messages']) {
    await page.goto(`${pages.url}${path}`);
    await assertGoodPage(page);
  }
});

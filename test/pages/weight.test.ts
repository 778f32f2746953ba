import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fillInstallation } from '../../bench/pages/fillInstallation.ts';
import { pagesToLoad } from '../../bench/pages/pagesToLoad.ts';
import { weigh } from '../../bench/pages/weigh.ts';
import { openPages, type TestPages } from './openPages.ts';

/** With style sheet and scripts as they go over the wire; pictures do not count, and letters are kept for a year. */
const MOST_BYTES = 100_000;

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(() => pages.stop());

test('no main page weighs more than 100 KB with its style sheet and scripts, however long its list', async () => {
  const { record, owner, url } = pages;
  const filled = await fillInstallation(record, owner, 120);
  for (const { name, path, cookie } of await pagesToLoad(url, { record, owner, filled, files: 120 }))
    for (const language of ['az', 'ru']) {
      const { page, whole, html } = await weigh(`${url}${path.replace('/az', `/${language}`)}`, cookie);
      assert.ok(
        html > 1_000 && whole > page && page > html + 10_000,
        `${name}: style sheet, scripts and letters are counted`,
      );
      assert.ok(page <= MOST_BYTES, `${name} in ${language}: ${page} bytes, of them HTML ${html}`);
    }
});

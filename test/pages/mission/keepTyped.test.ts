import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { atMission } from '../../support/atMission.ts';
import { closeBrowser, follow, openBrowser, signInOnPage } from '../../support/browser.ts';
import { openPages, type TestPages } from '../openPages.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

test('R1598/2.11: a form whose answer was lost is sent again under the key it had, and counts once', async () => {
  const { caseNumber } = await atMission(pages);
  const page = await openBrowser(pages.url);
  await signInOnPage(page, 'berlin-officer-1');
  const path = `/en/mission/cases/${caseNumber}`;
  await page.goto(path);
  const key = () => page.locator('form[data-keep] [name="once"]').inputValue();
  const first = await key();
  await page.locator('#fromDay').fill('2026-04-07');
  // The server takes the form; its answer never comes.
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch({ maxRedirects: 0 });
    return route.abort();
  });
  await page
    .locator('form[data-keep] button')
    .click()
    .catch(() => undefined);
  await page.unroute(`**${path}`);
  const invitations = async () =>
    (await pages.evidence(caseNumber)).filter(({ what }) => /invited$/.test(what)).map(({ what }) => what);
  assert.deepEqual(await invitations(), ['invited'], 'taken');
  await page.goto(path);
  assert.equal(await page.locator('#fromDay').inputValue(), '', 'the next page says that it is taken: nothing is kept');

  await page.locator('#fromDay').fill('2026-04-08');
  const second = await key();
  assert.notEqual(second, first);
  await page.reload();
  assert.deepEqual([await page.locator('#fromDay').inputValue(), await key()], ['2026-04-08', second]);
});

test('R1598/2.8: grounds typed when the session ended are there again after signing in, and gone once they were sent', async () => {
  const { caseNumber } = await pages.register();
  await pages.deliver(caseNumber);
  const page = await openBrowser(pages.url);
  await signInOnPage(page, 'internal-affairs-reviewer-1');
  const path = `/en/reviewer/files/${caseNumber}/negative`;
  await page.goto(path);
  await page.locator('#grounds').fill('Long grounds');
  await page.context().clearCookies();
  await follow(page, () => page.locator('#typed button').click());
  assert.match(await page.locator('main').innerText(), /Your session had ended/);
  await follow(page, () => page.locator('a.govuk-button--start').click());
  await follow(page, () => page.locator('button[value="internal-affairs-reviewer-1"]').click());
  assert.equal(new URL(page.url()).pathname, path);
  assert.equal(await page.locator('#grounds').inputValue(), 'Long grounds');
  // Its term ended meanwhile: it is kept as evidence, and the form is not offered again.
  await pages.freeze('2026-06-01T10:00:00+04:00');
  await follow(page, () => page.locator('#typed button').click());
  assert.match(await page.locator('main').innerText(), /Too late: received/);
  assert.deepEqual(await page.evaluate(`Object.keys(sessionStorage)`), []);
});

test('what was typed is gone from a shared machine once its officer signed out, and is shown to no other', async () => {
  const { caseNumber } = await atMission(pages);
  const page = await openBrowser(pages.url);
  const kept = () =>
    page.evaluate<string[]>(`Object.keys(sessionStorage).filter((name) => name.startsWith('mohlet-'))`);
  await signInOnPage(page, 'berlin-officer-1');
  await page.goto(`/en/mission/cases/${caseNumber}`);
  await page.locator('#fromDay').fill('2026-04-07');
  assert.equal((await kept()).length, 1);
  await page.goto('/en/sign-out');
  await follow(page, () => page.locator('main form button').click());
  await page.goto('/en/');
  assert.deepEqual(await kept(), []);

  await page.context().clearCookies();
  await signInOnPage(page, 'berlin-officer-1');
  await page.goto(`/en/mission/cases/${caseNumber}`);
  await page.locator('#fromDay').fill('2026-04-07');
  // The session is lost without a sign-out, and another officer comes to the same tab.
  await page.context().clearCookies();
  await signInOnPage(page, 'berlin-officer-2');
  assert.deepEqual(await kept(), []);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPages, type TestPages } from '../../pages/openPages.ts';
import { atMission } from '../../support/atMission.ts';
import { assertGoodPage, closeBrowser, follow, openBrowser, PHONE, signInOnPage } from '../../support/browser.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

test('R1598/2.11: inviting over a lost connection: what was typed is kept, sent twice it counts once', async () => {
  const { caseNumber } = await atMission(pages);
  const page = await openBrowser(pages.url, { viewport: PHONE });
  await signInOnPage(page, 'berlin-officer-1', 'az');
  await assertGoodPage(page);
  await page.goto(`/az/mission/cases/${caseNumber}`);
  await assertGoodPage(page);
  await page.locator('#fromDay').fill('2026-04-07');
  await page.context().setOffline(true);
  await page
    .locator('form[data-keep] button')
    .click()
    .catch(() => undefined);
  await page.context().setOffline(false);
  await page.goto(`/az/mission/cases/${caseNumber}`);
  assert.equal(await page.locator('#fromDay').inputValue(), '2026-04-07', 'kept');
  await follow(page, () => page.locator('form[data-keep] button').click());
  await page.waitForSelector('.govuk-notification-banner--success');
  const invited = (await pages.evidence(caseNumber)).filter(
    ({ what }) => what === 'applicant-invited' || what === 'invited',
  );
  assert.equal(invited.length, 1);
  await page.goto('/az/mission/slots?day=2026-04-07');
  await assertGoodPage(page);
});

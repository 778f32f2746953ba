import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inviteApplicant } from '../../../cases/mission/inviteApplicant.ts';
import { bringTo, request } from '../../support/issuing.ts';
import { closeBrowser, follow, openBrowser } from '../../support/browser.ts';
import { openPages, type TestPages } from '../openPages.ts';
import { signInApplicantOnPage } from '../signInApplicant.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

test('R1598/2.12: hours are shown in the zone the browser is in, until the reader chooses another or none', async () => {
  const one = await pages.register();
  const { caseNumber, officer } = await bringTo(pages, 'invitation', one);
  await inviteApplicant(pages.record, officer, { caseNumber, fromDay: '2026-04-06' }, request());
  const page = await openBrowser(pages.url, { timezoneId: 'Asia/Tokyo' });
  await signInApplicantOnPage(page, pages, one, 'az');
  await page.goto('/az/case/appointment');
  await page.waitForURL(/zone=Asia%2FTokyo/);
  assert.equal(await page.locator('#zone').inputValue(), 'Asia/Tokyo');
  await page.locator('#zone').selectOption('');
  await follow(page, () => page.locator('form[method="get"] button').click());
  await page.goto('/az/case/appointment');
  assert.equal(await page.locator('#zone').inputValue(), '', 'his own choice stands');
  assert.equal(await page.locator('form[data-own-zone]').count(), 0);
});

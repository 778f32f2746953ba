import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PAGES } from '../../../pages/createPages.ts';
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

test('one step back to a refused form opens its page anew, with what the draft has of it', async () => {
  const page = await openBrowser(pages.url);
  await page.goto('/en/apply');
  await follow(page, () => page.locator('main form button').click());
  await page.goto('/en/apply/steps/contact');
  await page.locator('#applicant_phones_mobile').fill('+33612345678');
  await page.locator('#applicant_email').fill('none');
  await follow(page, () => page.getByRole('button', { name: 'Save and continue' }).click());
  assert.equal(await page.locator('.govuk-error-summary').count(), 1);
  await follow(page, () => page.locator('.govuk-back-link').click());
  const back = await page.goBack();
  assert.equal(back?.status(), 200);
  assert.match(page.url(), /\/en\/apply\/steps\/contact$/);
  assert.equal(await page.locator('#applicant_phones_mobile').inputValue(), '+33612345678');
});

test('R1598/2.11: one step back to a counter’s refused form finds there what was typed', async () => {
  const { caseNumber } = await atMission(pages);
  const page = await openBrowser(pages.url);
  await signInOnPage(page, 'berlin-officer-1');
  await page.goto(`/en/mission/cases/${caseNumber}`);
  await page.locator('#fromDay').fill('2020-01-01');
  await follow(page, () => page.locator('form[data-keep] button').click());
  assert.equal(await page.locator('.govuk-error-summary').count(), 1);
  await page.goto('/en/mission');
  await page.goBack();
  assert.equal(await page.locator('#fromDay').inputValue(), '2020-01-01');
});

test('whatever page takes a form can also be opened', () => {
  assert.deepEqual(
    PAGES.filter(({ get, post }) => post !== undefined && get === undefined).map(({ path }) => path),
    [],
  );
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sessionOf } from '../../authorisation/sessions.ts';
import { closeBrowser, follow, openBrowser } from '../../support/browser.ts';
import { openPages, type TestPages } from '../openPages.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

test('a step half typed is read in another language: what was typed stays, also what is no day, and is not taken yet', async () => {
  const page = await openBrowser(pages.url, { javaScriptEnabled: false });
  await page.goto('/en/apply');
  await follow(page, () => page.locator('main form button').click());
  await page.goto('/en/apply/steps/who');
  await page.locator('[name="applicantKind"][value="foreigner"]').check();
  await page.locator('[name="filedBy"][value="self"]').check();
  await follow(page, () => page.getByRole('button', { name: 'Save and continue' }).click());
  await page.goto('/en/apply/steps/person');
  await page.locator('#applicant_surname').fill('Əliyeva');
  await page.locator('#applicant_birthDate-day').fill('31');
  await page.locator('#applicant_birthDate-month').fill('2');
  await follow(page, () => page.getByRole('button', { name: 'Русский' }).click());
  assert.match(page.url(), /\/ru\/apply\/steps\/person$/);
  assert.equal(await page.locator('html').getAttribute('lang'), 'ru');
  const typed = () =>
    Promise.all(['surname', 'birthDate-day'].map((name) => page.locator(`#applicant_${name}`).inputValue()));
  assert.deepEqual(await typed(), ['Əliyeva', '31']);
  assert.equal(await page.locator('.govuk-error-summary').count(), 0);

  // Enter in a field sends the form to be taken, though the languages stand before it.
  await follow(page, () => page.locator('#applicant_surname').press('Enter'));
  assert.match(page.url(), /\/ru\/apply\/steps\/person$/);
  assert.equal(await page.locator('.govuk-error-summary').count(), 1, 'the 31st of February is refused');
  await follow(page, () => page.getByRole('button', { name: 'Azərbaycanca' }).click());
  assert.match(page.url(), /\/az\/apply\/steps\/person$/);
  assert.deepEqual(await typed(), ['Əliyeva', '31'], 'nor is it lost after a refusal');
});

test('R1598/2.8: a negative opinion half typed is read in another language; nothing is recorded, and it is sealed while it waits', async () => {
  const { caseNumber } = await pages.register();
  await pages.deliver(caseNumber);
  const reviewer = await pages.visitAs('internal-affairs-reviewer-1');
  await reviewer.get(`/en/reviewer/files/${caseNumber}/negative`);
  const asked = await reviewer.submit({ grounds: 'typed before', inLanguage: 'az' }, { follow: false });
  assert.equal(asked.status, 303);
  assert.equal(asked.headers.get('location'), `/az/reviewer/files/${caseNumber}/negative`);
  assert.doesNotMatch(JSON.stringify(await sessionOf(pages, reviewer).read()), /typed before/);
  assert.match((await reviewer.get(`/az/reviewer/files/${caseNumber}/negative`)).html, /typed before/);
  const { n } = await pages.owner.one<{ n: number }>(
    `SELECT count(*)::integer AS n FROM opinion WHERE case_number = $1`,
    [caseNumber],
  );
  assert.equal(n, 0);
});

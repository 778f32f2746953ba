import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { buildCalendar } from '../../../law/calendar/calendar.ts';
import { DECISIONS } from '../../law/calendar/seededDecisions.ts';
import { openPages, type TestPages } from '../../pages/openPages.ts';
import { assertGoodPage, closeBrowser, follow, openBrowser, PHONE, signInOnPage } from '../../support/browser.ts';
import { workOff } from '../../support/calendar.ts';
import { makeOpenTerms } from '../../support/openTerms.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
  const like = (await pages.register()).caseNumber;
  await pages.owner.run(`DELETE FROM calendar_decision WHERE kind = 'swap' AND published = '2025-02-15'`);
  await pages.owner.run(
    `UPDATE legal_clock SET offset_ms = -86400000::bigint * 3650, frozen_at = '2025-02-15T12:00:00+04:00'`,
  );
  const terms = Array.from({ length: 400 }, (_, n) => ({
    startedAt: '2025-02-13T09:00:00+04:00',
    workingDays: 2 + (Math.floor(n / 4) % 36),
  }));
  await makeOpenTerms(pages.owner, like, buildCalendar(DECISIONS, '2025-02-01'), terms);
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

const press = (page: Page, selector: string) => follow(page, () => page.locator(selector).click());
const said = async (page: Page) => (await page.textContent('main')) ?? '';

test('R1598/2.8, ADR 39: one operator enters the decision of February 2025 with a mistake on the way, another confirms it, on a telephone', async () => {
  const first = await openBrowser(pages.url, { viewport: PHONE });
  await signInOnPage(first, 'operator-1', 'az');
  await first.goto('/az/calendar/editor');
  await first.goto('/az/calendar/editor/new');
  await first.locator('#source').fill('Nazirlər Kabinetinin qərarı № 45');
  await first.locator('#published').fill('2025-02-15');
  await first.locator('#day1').fill('2025-03-27');
  await press(first, 'form button');
  assert.match(await said(first), /əvəzində iş günü olacaq gün göstərilməlidir/);
  for (const [field, day] of Object.entries({ instead1: '2025-03-10', day2: '2025-03-28', instead2: '2025-04-01' }))
    await first.locator(`#${field}`).fill(day);
  await press(first, 'form button');
  await press(first, 'form:has(input[value="preview"]) button');
  const proposal = new URL(first.url()).pathname;
  assert.match(await said(first), /Hesablama növbədədir/);
  // The page asks for itself again: what another process has counted meanwhile appears without a hand on it.
  await workOff(pages.record);
  await first.getByText('Kimin müddətləri dəyişir').waitFor();
  assert.match(await said(first), /ikinci operator təsdiq etməlidir/);

  const second = await openBrowser(pages.url, { viewport: PHONE });
  await signInOnPage(second, 'operator-2', 'ru');
  await second.goto(proposal.replace('/az/', '/ru/'));
  await press(second, 'a.govuk-button');
  await press(second, 'form button');
  await second.goto(`${new URL(second.url()).pathname}?still`);
  await assertGoodPage(second);
  await workOff(pages.record);
  await second.goto(proposal.replace('/az/', '/en/'));
  assert.match(await said(second), /Confirmed[\s\S]*Counting the terms anew[\s\S]*Open terms: 400/);
  await assertGoodPage(second);
});

test('what the calendar is and was known to be is for everybody; taking back is by the keyboard alone', async () => {
  const page = await openBrowser(pages.url, { viewport: PHONE, javaScriptEnabled: false });
  await page.goto('/en/calendar?year=2025');
  assert.match(await said(page), /27 March 2025, Thursday/);
  const operator = await openBrowser(pages.url);
  await operator.goto('/az/calendar?year=2025&known=2025-02-01');
  await assertGoodPage(operator);
  await signInOnPage(operator, 'operator-2');
  await operator.goto('/en/calendar/editor/take-back');
  await assertGoodPage(operator);
  await operator.locator('#source').focus();
  await operator.keyboard.type('Decision № 50');
  await operator.locator('input[type=checkbox]').first().focus();
  await operator.keyboard.press('Space');
  await operator.locator('#source').focus();
  await follow(operator, () => operator.keyboard.press('Enter'));
  await assertGoodPage(operator);
  assert.match(await said(operator), /Give the day of publication/);
  assert.equal(await operator.locator('input[type=checkbox]').first().isChecked(), true, 'what was chosen is kept');
  await operator.locator('#published').fill('2025-02-15');
  await operator.locator('#source').focus();
  await follow(operator, () => operator.keyboard.press('Enter'));
  await assertGoodPage(operator);
  assert.match(await said(operator), /takes back an earlier one/);
});

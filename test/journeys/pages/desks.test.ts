import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordFailedDelivery } from '../../../cases/signature-issuance/recordFailedDelivery.ts';
import { openPages, type TestPages } from '../../pages/openPages.ts';
import { assertGoodPage, closeBrowser, follow, openBrowser, PHONE, signInOnPage } from '../../support/browser.ts';
import { bringTo } from '../../support/issuing.ts';

let pages: TestPages;
let caseNumber: string;
before(async () => {
  pages = await openPages();
  caseNumber = (await bringTo(pages, 'invitation')).caseNumber;
  await pages.owner.run(`UPDATE custody_item SET state = 'replaced' WHERE case_number = $1 AND kind = 'token'`, [
    caseNumber,
  ]);
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

test('R1598/2.10: the Centre enters a new token and reports damage; the operator is led from the incident to its settlement', async () => {
  const centre = await openBrowser(pages.url, { viewport: PHONE });
  await signInOnPage(centre, 'centre-e-imza-1', 'az');
  await centre.goto('/az/custody');
  await assertGoodPage(centre);
  await follow(centre, () => centre.locator(`a[href$="/${caseNumber}/items"]`).click());
  await follow(centre, () => centre.locator('main form button').click());
  await assertGoodPage(centre);
  await centre.locator('#token').fill('T-77');
  await follow(centre, () => centre.keyboard.press('Enter'));
  await follow(centre, () => centre.locator(`a[href$="/${caseNumber}/report"]`).click());
  await assertGoodPage(centre);
  await centre.locator('#found-0').check();
  await follow(centre, () => centre.locator('button.govuk-button').click());

  const operator = await openBrowser(pages.url, { viewport: PHONE });
  await signInOnPage(operator, 'operator-1', 'az');
  await operator.goto('/az/operator/incidents');
  await assertGoodPage(operator);
  await follow(operator, () => operator.locator('a[href*="/custody/differences/"]').first().click());
  await assertGoodPage(operator);
  await follow(operator, () => operator.locator('button.govuk-button').click());
  await assertGoodPage(operator);
  await operator.locator('#settle-0').check();
  await follow(operator, () => operator.locator('button.govuk-button').click());
  assert.match((await operator.textContent('.govuk-notification-banner')) ?? '', /Fərq həll olundu/);
});

test('the operator finds out what an unreadable message was, sees what a retry came to, and says why he suspends', async () => {
  const own = (await pages.register()).caseNumber;
  await pages.deliver(own, ['internal-affairs']);
  await pages.garble(own, 'internal-affairs');
  for (let n = 0; n < 3; n += 1)
    await recordFailedDelivery(pages.record, { caseNumber: own, agency: 'state-security', failure: 'timed-out' });
  await pages.visitAs('foreign-affairs-reviewer-1');
  const page = await openBrowser(pages.url, { viewport: PHONE });
  await signInOnPage(page, 'operator-1', 'ru');
  await page.goto(`/ru/operator/cases/${own}`);
  await follow(page, () => page.locator('#retry button').click());
  await assertGoodPage(page);
  await follow(page, () => page.locator('a[href$="/finding"]').click());
  await follow(page, () => page.locator('button.govuk-button').click());
  await assertGoodPage(page);
  await page.goto('/ru/operator/users');
  await follow(page, () => page.locator('button.govuk-button--warning').first().click());
  await assertGoodPage(page);
  for (const path of ['checks', 'clock']) {
    await page.goto(`/ru/operator/${path}`);
    await assertGoodPage(page);
  }
});

test('a verdict is a good page; so is a broken chain as the auditor sees it', async () => {
  const page = await openBrowser(pages.url, { viewport: PHONE });
  await page.goto('/az/check');
  const field = page.locator('#document');
  assert.match(
    (await field.textContent()) ?? '',
    /Fayl seçilməyib, Fayl seç və ya bura at/,
    'not in the browser’s words',
  );
  await page.goto('/en/check');
  await page
    .locator('#document-input')
    .setInputFiles({ name: 'a.jws', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await follow(page, () => page.locator('button.govuk-button').click());
  await assertGoodPage(page);
  await pages.owner.run(`ALTER TABLE evidence DISABLE TRIGGER ALL`);
  await pages.owner.run(`UPDATE evidence SET body = 'no JSON' WHERE chain = $1 AND seq = 2`, [`case:${caseNumber}`]);
  const auditor = await openBrowser(pages.url, { viewport: PHONE });
  await signInOnPage(auditor, 'auditor-1', 'az');
  await auditor.goto(`/az/auditor/chains/case:${caseNumber}`);
  await assertGoodPage(auditor);
  await auditor.goto(`/az/auditor?from=2017-09-12&until=2036-01-01`);
  await assertGoodPage(auditor);
});

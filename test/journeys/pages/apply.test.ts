import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { openPages, type TestPages } from '../../pages/openPages.ts';
import { assertGoodPage, closeBrowser, follow, openBrowser, PHONE } from '../../support/browser.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

const main = (page: Page) => page.locator('main');
const next = (page: Page) => follow(page, () => main(page).locator('form .govuk-button').first().click());
const type = (page: Page, name: string, text: string) => page.locator(`[name="${name}"]`).fill(text);
const pick = (page: Page, name: string, value: string) => page.locator(`[name="${name}"][value="${value}"]`).check();
const list = (page: Page, name: string, value: string) => page.locator(`select[name="${name}"]`).selectOption(value);
const day = async (page: Page, name: string, [d, m, y]: readonly string[]) => {
  await type(page, `${name}-day`, d ?? '');
  await type(page, `${name}-month`, m ?? '');
  await type(page, `${name}-year`, y ?? '');
};

async function fillIn(page: Page, good: (page: Page) => Promise<void>): Promise<void> {
  await pick(page, 'applicantKind', 'foreigner');
  await pick(page, 'filedBy', 'self');
  await good(page);
  await next(page);
  await pick(page, 'carrier', 'e-imza-token');
  await pick(page, 'use', 'personal');
  await next(page);
  await type(page, 'applicant_surname', 'Çələbi-Öztürk');
  await type(page, 'applicant_givenName', 'İlqar');
  await pick(page, 'applicant_noPatronymic', 'true');
  await day(page, 'applicant_birthDate', ['31', '2', '1986']);
  await type(page, 'applicant_birthPlace', 'Köln');
  await pick(page, 'applicant_sex', 'male');
  await list(page, 'applicant_citizenship', 'DEU');
  await list(page, 'applicant_countryOfResidence', 'DEU');
  await type(page, 'applicant_residentialAddress', 'Erfundene Gasse 4');
  await type(page, 'applicant_registeredAddress', 'Erfundene Gasse 4');
  await next(page);
  assert.equal(await page.locator('.govuk-error-summary').count(), 1, '31 February is no day');
  assert.equal(
    await page.locator('[name="applicant_surname"]').inputValue(),
    'Çələbi-Öztürk',
    'what was typed is kept',
  );
  await good(page);
  await day(page, 'applicant_birthDate', ['28', '2', '1986']);
  await next(page);
  await pick(page, 'applicant_identityDocument_kind', 'passport');
  await type(page, 'applicant_identityDocument_number', `C01${Math.floor(Math.random() * 1e6)}`);
  await day(page, 'applicant_identityDocument_validFrom', ['3', '2', '2022']);
  await day(page, 'applicant_identityDocument_validUntil', ['2', '2', '2032']);
  await type(page, 'applicant_identityDocument_issuingAuthority', 'Stadt Köln');
  await list(page, 'applicant_identityDocument_issuingCountry', 'DEU');
  await next(page);
  await type(page, 'applicant_phones_mobile', '+49 151 23456789');
  await type(page, 'applicant_email', 'not an address');
  await list(page, 'mission', 'berlin');
  await pick(page, 'languageOfNotices', 'az');
  await next(page);
  await good(page);
  await type(page, 'applicant_email', 'ilqar@example.com');
  await next(page);
  await type(page, 'applicant_bankAccount_beneficiary', 'Ilqar');
  await type(page, 'applicant_bankAccount_bank', 'Erfundene Bank');
  await list(page, 'applicant_bankAccount_country', 'DEU');
  await type(page, 'applicant_bankAccount_bic', 'INVTDEFF');
  await type(page, 'applicant_secretQuestion', 'İlk qayığım?');
  await type(page, 'applicant_secretAnswer', 'Qağayı');
  await next(page);
  await pick(page, 'declarations_rulesAndContract', 'true');
  await pick(page, 'declarations_truthfulness', 'true');
  await next(page);
}

test('R1598/2.3-2.6: on a telephone, with mistakes on the way, left and come back to, from the rule of silence to the number', async () => {
  const page = await openBrowser(pages.url, { viewport: PHONE });
  await page.goto('/az/apply');
  await assertGoodPage(page);
  assert.match((await main(page).textContent()) ?? '', /R1598\/2\.8/);
  await next(page);
  await assertGoodPage(page);
  const code = ((await page.textContent('#return-code')) ?? '').trim();
  await follow(page, () => main(page).locator('.govuk-button').click());
  await assertGoodPage(page);
  await follow(page, () => page.locator('.govuk-task-list a').first().click());
  await fillIn(page, assertGoodPage);

  const made = await pages.makeFiles();
  await page
    .locator('#photograph')
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg onload=alert(1)>') });
  await follow(page, () => page.locator('section:has(#photograph) button').click());
  await assertGoodPage(page);
  assert.match((await page.textContent('.govuk-error-summary')) ?? '', /qəbul edilmədi/);
  for (const [kind, path] of [
    ['photograph', made.photograph],
    ['identity-document', made.identityDocument],
  ] as const) {
    await page
      .locator(`#${kind}`)
      .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await readFile(path) });
    await follow(page, () => page.locator(`section:has(#${kind}) form:has(#${kind}) button`).click());
    assert.equal(await page.locator('.govuk-notification-banner').count(), 1);
  }
  await assertGoodPage(page);

  const another = await openBrowser(pages.url, { viewport: PHONE });
  await another.goto('/az/apply/return');
  await another.locator('#code').fill('0000-0000-0000-0000-0000-0000-0000');
  await next(another);
  await assertGoodPage(another);
  await another.locator('#code').fill(code.toLowerCase().replaceAll('-', ' '));
  await follow(another, () => another.locator('#code').press('Enter'));
  await another.goto('/az/apply/check');
  await assertGoodPage(another);
  assert.equal(await another.locator('.govuk-error-summary').count(), 0);
  await next(another);
  await assertGoodPage(another);
  assert.equal(
    ((await another.textContent('#tracking-code')) ?? '').trim(),
    code,
    'the return code became the tracking code',
  );
  const [registered] = await pages.owner.many<{ number: string }>(`SELECT number FROM "case"`);
  assert.match((await another.textContent('.govuk-panel')) ?? '', new RegExp(registered?.number ?? 'none'));
});

test('without JavaScript and with the keyboard alone a draft is begun and a step saved', async () => {
  const page = await openBrowser(pages.url, { javaScriptEnabled: false });
  await page.goto('/ru/apply');
  await follow(page, () => main(page).locator('form button').press('Enter'));
  await follow(page, () => main(page).locator('.govuk-button').press('Enter'));
  await follow(page, () => page.locator('.govuk-task-list a').first().press('Enter'));
  await page.locator('[value="legal-person"]').focus();
  await page.keyboard.press('Space');
  await follow(page, () => main(page).locator('form .govuk-button').first().press('Enter'));
  await page.goto('/ru/apply/check');
  assert.match((await main(page).textContent()) ?? '', /иностранное юридическое лицо/);
});

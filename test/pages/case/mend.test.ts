import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { closeBrowser, follow, openBrowser } from '../../support/browser.ts';
import { bringTo } from '../../support/issuing.ts';
import { openPages, type TestPages } from '../openPages.ts';
import { applicantOf, signInApplicantOnPage } from '../signInApplicant.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(async () => {
  await closeBrowser();
  await pages.stop();
});

/** A case whose Centre answered that these items are deficient, in the first round. */
async function foundDeficient(items: readonly (readonly [item: string, reason: string])[]) {
  const one = await pages.register();
  await bringTo(pages, 'centre', one);
  const { caseNumber } = one;
  await pages.owner.run(
    `UPDATE centre_request SET answer = 'deficiency', answered_at = legal_now() WHERE case_number = $1 AND round = 1`,
    [caseNumber],
  );
  await pages.owner.run(
    `INSERT INTO centre_request (case_number, round, centre, message_id, opened_at, next_attempt_at, answer, answered_at)
     VALUES ($1, 1, 'e-imza', $2, legal_now(), machine_now(), 'deficiency', legal_now()) ON CONFLICT DO NOTHING`,
    [caseNumber, randomUUID()],
  );
  for (const [n, [item, reason]] of items.entries())
    await pages.owner.run(`INSERT INTO deficiency (case_number, round, n, item, reason) VALUES ($1, 1, $2, $3, $4)`, [
      ...[caseNumber, n, item, reason],
    ]);
  return one;
}

test('R1598/2.9: every fault of a mending is told at once, and a file once accepted is not asked for again', async () => {
  const one = await foundDeficient([
    ['photograph', 'unreadable'],
    ['/applicant/bankAccount/bic', 'wrong'],
    ['/applicant/email', 'wrong'],
  ]);
  const applicant = await applicantOf(pages, one);
  assert.match((await applicant.get('/en/case')).html, /id="next">The Centre waits for you/);
  await applicant.get('/en/case/mend');
  const empty = await applicant.submit({ applicant_email: 'a\u202eb' }, { files: {} });
  assert.equal(empty.status, 422);
  for (const field of ['photograph', 'applicant_email']) assert.match(empty.html, new RegExp(`href="#${field}"`));

  const made = await pages.makeFiles();
  const photograph = { name: 'a.jpg', bytes: await readFile(made.photograph) };
  const wrong = await applicant.submit(
    { applicant_email: 'not an address', applicant_bankAccount_bic: 'INVTDEFF' },
    { files: { photograph } },
  );
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /href="#applicant_email"/);
  assert.match(wrong.html, /value="not an address"/, 'what was typed is kept');
  assert.match(wrong.html, /id="kept-photograph"/, 'so is the file');
  const done = await applicant.submit(
    { applicant_email: 'right@example.com', applicant_bankAccount_bic: 'INVTDEFF' },
    { files: {} },
  );
  assert.match(done.html, /What you mended was sent to the Centre/);
  const replaced = await pages.owner.one<{ n: number }>(
    `SELECT count(*)::integer AS n FROM upload WHERE case_number = $1 AND kind = 'photograph'`,
    [one.caseNumber],
  );
  assert.equal(replaced.n, 2, 'the old photograph and the new one');
});

test('R1598/2.9: a mending half typed is read in another language; what was typed stays, and nothing is sent yet', async () => {
  const one = await foundDeficient([
    ['photograph', 'unreadable'],
    ['/applicant/email', 'wrong'],
  ]);
  const page = await openBrowser(pages.url, { javaScriptEnabled: false });
  await signInApplicantOnPage(page, pages, one);
  await page.goto('/en/case/mend');
  await page.locator('#applicant_email').fill('half@typed');
  await page.locator('#photograph').setInputFiles((await pages.makeFiles()).photograph);
  await follow(page, () => page.getByRole('button', { name: 'Русский' }).click());
  assert.match(page.url(), /\/ru\/case\/mend$/);
  assert.equal(await page.locator('#applicant_email').inputValue(), 'half@typed');
  assert.equal(await page.locator('.govuk-error-summary').count(), 0);
  const { n } = await pages.owner.one<{ n: number }>(
    `SELECT count(*)::integer AS n FROM upload WHERE case_number = $1 AND kind = 'photograph'`,
    [one.caseNumber],
  );
  assert.equal(n, 1, 'the file stayed behind');
});

test('ASVS 2.4.1: the files of a mending are counted like a draft’s: so many an hour from an address', async () => {
  const one = await foundDeficient([
    ['photograph', 'unreadable'],
    ['/applicant/email', 'wrong'],
  ]);
  const applicant = await applicantOf(pages, one);
  const photograph = { name: 'a.jpg', bytes: await readFile((await pages.makeFiles()).photograph) };
  const send = async () => {
    await applicant.get('/en/case/mend');
    return applicant.submit({ applicant_email: 'no address' }, { files: { photograph } });
  };
  const stored = () => pages.owner.many(`SELECT 1 FROM upload WHERE case_number IS NULL`);
  assert.match((await send()).html, /id="kept-photograph"/);
  const before = (await stored()).length;
  await pages.owner.run(`UPDATE rate_limit SET points = 120 WHERE key LIKE 'upload-sent:%'`);
  const refused = await send();
  assert.equal(refused.status, 422);
  assert.match(refused.html, /Too many files were sent from your address/);
  assert.equal((await stored()).length, before);
});

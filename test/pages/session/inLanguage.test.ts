import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sessionOf } from '../../authorisation/sessions.ts';
import { invitedAt } from '../../support/atMission.ts';
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

test('R1598/2.8: so is one typed longer than five minutes after the sign-in: it waits for the sign-in too', async () => {
  const { caseNumber } = await pages.register();
  await pages.deliver(caseNumber);
  const reviewer = await pages.visitAs('internal-affairs-reviewer-1');
  const path = (language: string) => `/${language}/reviewer/files/${caseNumber}/negative`;
  await reviewer.get(path('en'));
  await sessionOf(pages, reviewer).change({ official: { authenticatedAt: Date.now() / 1000 - 301 } });
  const asked = await reviewer.submit({ grounds: 'typed before', inLanguage: 'az' });
  assert.ok(asked.url.startsWith(`${pages.sso.issuer}/interaction/`), asked.url);
  const back = await reviewer.choose('internal-affairs-reviewer-1');
  assert.equal(back.url, `${pages.url}${path('az')}`);
  assert.match(back.html, /typed before/);
  assert.doesNotMatch((await reviewer.get(path('az'))).html, /typed before/, 'once');
});

test('R1598/2.13: with JavaScript a kept form goes to and fro between the languages with what was chosen', async () => {
  const { caseNumber } = await invitedAt(pages, { mission: 'berlin' });
  const page = await openBrowser(pages.url);
  await signInOnPage(page, 'berlin-officer-1');
  await page.goto(`/en/mission/cases/${caseNumber}/identity`);
  await page.locator('[name="came"][value="applicant"]').check();
  for (const [button, language] of [
    ['Русский', 'ru'],
    ['Azərbaycanca', 'az'],
    ['English', 'en'],
    ['Русский', 'ru'],
  ] as const) {
    await follow(page, () => page.getByRole('button', { name: button }).click());
    assert.equal(new URL(page.url()).pathname, `/${language}/mission/cases/${caseNumber}/identity`);
    assert.equal(await page.locator('[name="came"][value="applicant"]').isChecked(), true);
  }
});

test('so are an absence, an announcement and a decision of the Cabinet; the languages stand there as buttons of the form', async () => {
  await pages.visitAs('internal-affairs-reviewer-2'); // A colleague, who may stand in.
  for (const [sub, path, typed] of [
    ['internal-affairs-reviewer-1', '/reviewer/absence', { 'until-year': '20267' }],
    ['operator-1', '/operator/announcements', { ru: 'Работы на линии' }],
    ['operator-1', '/calendar/editor/new', { source: 'Qərar №', day7: '2027-01-05', many: 'yes' }],
  ] as const) {
    const visit = await pages.visitAs(sub);
    const open = await visit.get(`/en${path}`);
    assert.match(
      open.html,
      /<button type="submit" form="typed" formenctype="application\/x-www-form-urlencoded" name="inLanguage" value="az"/,
    );
    const there = await visit.submit({ ...typed, inLanguage: 'az' }, { form: 'id="typed"' });
    assert.equal(there.url, `${pages.url}/az${path}`);
    for (const text of Object.values(typed)) assert.ok(there.html.includes(text), `${path}: ${text}`);
    assert.doesNotMatch(there.html, /govuk-error-summary/);
  }
});

test('asking for another language opens no page to another role, and ends the session of one who is suspended', async () => {
  const reviewer = await pages.visitAs('internal-affairs-reviewer-2');
  await reviewer.get('/en/reviewer/absence');
  const { fields } = reviewer.hidden();
  const body = new URLSearchParams({ ...fields, inLanguage: 'ru' });
  const ask = (path: string) => reviewer.ask(`${pages.url}${path}`, { method: 'POST', body }, false);
  assert.equal((await ask('/en/operator/users')).status, 404);
  assert.equal((await ask('/en/reviewer/absence')).status, 303, 'his own');
  await pages.owner.run(`UPDATE official SET suspended_at = machine_now(), suspended_by = 'test' WHERE sub = $1`, [
    'internal-affairs-reviewer-2',
  ]);
  assert.equal((await ask('/en/reviewer/absence')).status, 403);
  assert.match((await reviewer.get('/en/reviewer')).url, /\/en\/sign-in\?/);
});

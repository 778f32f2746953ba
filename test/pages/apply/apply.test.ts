import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { sealFor } from '../../../pages/session/sealed.ts';
import { sessionOf } from '../../authorisation/sessions.ts';
import type { Browsing } from '../browsing.ts';
import { openPages, type TestPages } from '../openPages.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(() => pages.stop());

async function begin(at = pages): Promise<{ somebody: Browsing; code: string }> {
  const somebody = at.visit();
  await somebody.get('/en/apply');
  const opened = await somebody.submit({});
  const [, code = ''] = /id="return-code">([^<]+)</.exec(opened.html) ?? [];
  await somebody.get('/en/apply/steps/who');
  await somebody.submit({ applicantKind: 'foreigner', filedBy: 'self' });
  return { somebody, code };
}

const inputValue = (html: string, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0].match(/value="([^"]*)"/)?.[1] ?? null;

test('R1598/2.8: before filing, the days over Novruz 2026: the last of them is named, not the midnight after it', async (t) => {
  const other = await openPages();
  t.after(() => other.stop());
  await other.forward('2026-03-19T10:00:00+04:00');
  const { html } = await other.visit().get('/en/apply');
  assert.match(html, /at the end of 2 April 2026, Thursday \(3 April 2026, 00:00, Baku time\)/);
  assert.match(html, /Each has 3 working days/);
  assert.match(html, /class="mohlet-calendar" role="img" aria-label="Calendar: working days counted: 3"/);
  assert.match(html, /You may complain about a refusal/);
  assert.match(html, /A draft is kept for 30 days/);
});

test('R1598/2.8: a day that the next year’s holidays may still move is said to be provisional before filing and after', async (t) => {
  const other = await openPages();
  t.after(() => other.stop());
  await other.forward('2026-12-30T10:00:00+04:00');
  const provisional =
    /at the end of 7 January 2027, Thursday[^<]*provisional: next year’s holidays are not published yet/;
  assert.match((await other.visit().get('/en/apply')).html, provisional);
  const told = await other.register();
  const somebody = other.visit();
  await somebody.get('/en/apply');
  await somebody.submit({});
  await sessionOf(other, somebody).change({ registered: sealFor(other.record, told) });
  assert.match((await somebody.get('/en/apply/confirmation')).html, provisional);
  await other.deliver(told.caseNumber);
  assert.match((await somebody.get('/en/apply/confirmation')).html, provisional, 'as the case has it');
});

test('R1598/2.8: where the calendar of a year is not published, the pages say so and an application can be begun', async (t) => {
  const other = await openPages();
  t.after(() => other.stop());
  await other.forward('2027-12-30T10:00:00+04:00');
  const words = {
    az: /Rəsmi təqvim hələ dərc olunmayıb \(il: 2028\)/,
    en: /The official calendar of 2028 is not published yet, so the days cannot be named yet/,
    ru: /Официальный календарь на 2028 год ещё не опубликован/,
  };
  for (const [language, sentence] of Object.entries(words)) {
    const { status, html } = await other.visit().get(`/${language}/apply`);
    assert.equal(status, 200);
    assert.match(html, sentence);
  }
  const { somebody } = await begin(other);
  assert.equal((await somebody.get('/en/apply/check')).status, 200);
});

test('a step with one impossible day keeps the rest of it, here and after coming back with the code', async () => {
  const { somebody, code } = await begin();
  await somebody.get('/en/apply/steps/person');
  const typed = {
    applicant_surname: 'Əliyeva-Ğazıyeva İ.',
    applicant_birthPlace: '東京',
    ...{ 'applicant_birthDate-day': '31', 'applicant_birthDate-month': '2', 'applicant_birthDate-year': '1986' },
  };
  const wrong = await somebody.submit(typed);
  assert.equal(wrong.status, 422);
  assert.match(
    wrong.html,
    /href="#applicant_birthDate-day">Date of birth [^<]*: Write the day/,
    'the summary leads to what takes the focus',
  );
  assert.match(wrong.html, /id="applicant_birthDate-day"[^>]*value="31"/);
  assert.doesNotMatch(wrong.html, /name="anyway"/, 'what is no day cannot be kept as typed');
  const again = pages.visit();
  await again.get('/en/apply/return');
  await again.submit({ code });
  const { html } = await again.get('/en/apply/steps/person');
  assert.equal(inputValue(html, 'applicant_surname'), 'Əliyeva-Ğazıyeva İ.');
  assert.equal(inputValue(html, 'applicant_birthPlace'), '東京');
});

test('over-long and invisible text is refused by its field with what would be accepted, and stays in the form', async () => {
  const { somebody } = await begin();
  await somebody.get('/en/apply/steps/person');
  const wrong = await somebody.submit({
    applicant_surname: 'x'.repeat(5_000),
    applicant_givenName: 'a\u202eb\u200bc',
    applicant_birthPlace: '\ud83d\ude00'.repeat(3),
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /href="#applicant_surname"/);
  assert.match(wrong.html, /href="#applicant_givenName">Given name: This text is too long/, 'which of them is said');
  assert.equal(inputValue(wrong.html, 'applicant_surname')?.length, 5_000);
  await somebody.get('/en/apply/steps/person');
  const huge = await somebody.submit({ applicant_surname: 'x'.repeat(300_000) });
  assert.ok(huge.status >= 400 && huge.status < 500, `${huge.status}`);
  assert.match(huge.html, /govuk-heading-l/, 'a page, not a bare line');
});

test('WCAG 1.3.5: the browser is told what it knows of whoever types: the applicant, or his representative', async () => {
  const { somebody } = await begin();
  const purposes = async (step: string) =>
    [
      ...(await somebody.get(`/en/apply/steps/${step}`)).html.matchAll(/name="([^"]+)"[^>]*? autocomplete="([^"]+)"/g),
    ].map(([, name, purpose]) => `${name} ${purpose}`);
  assert.deepEqual(await purposes('person'), [
    'applicant_surname family-name',
    'applicant_givenName given-name',
    'applicant_patronymic additional-name',
    'applicant_birthDate-day bday-day',
    'applicant_birthDate-month bday-month',
    'applicant_birthDate-year bday-year',
    'applicant_countryOfResidence country-name',
  ]);
  await somebody.get('/en/apply/steps/who');
  await somebody.submit({ applicantKind: 'foreigner', filedBy: 'representative' });
  assert.deepEqual(await purposes('person'), [], 'his are not the representative’s');
  assert.deepEqual((await purposes('representative')).slice(0, 2), [
    'representative_surname family-name',
    'representative_givenName given-name',
  ]);
});

for (const [language, word] of [
  ['az', 'Səhv'],
  ['ru', 'Ошибка'],
] as const)
  test(`what stands before a mistake is heard in the reader’s language (${language})`, async () => {
    const { somebody } = await begin();
    await somebody.get(`/${language}/apply/steps/person`);
    const { html } = await somebody.submit({ 'applicant_birthDate-day': '31' });
    assert.match(html, new RegExp(`<span class="govuk-visually-hidden">${word}:</span>`));
    assert.doesNotMatch(html, /Error:/);
  });

test('who has no country, or a document of no country, finds himself in words: no bare code in any list', async () => {
  const { somebody } = await begin();
  for (const language of ['az', 'en', 'ru'])
    for (const step of ['person', 'document']) {
      const { html } = await somebody.get(`/${language}/apply/steps/${step}`);
      assert.doesNotMatch(html, />\s*[A-Z]{3}\s*<\/option>/, `${language} ${step}`);
    }
  assert.match((await somebody.get('/en/apply/steps/person')).html, /<option value="XXA">stateless person/);
});

test('a choice that asks for more says so and shows the new fields', async () => {
  const { somebody } = await begin();
  await somebody.get('/en/apply/steps/certificate');
  const grown = await somebody.submit({ carrier: 'asan-imza-sim', use: 'personal' });
  assert.match(grown.html, /Your choice asks for more/);
  assert.match(grown.html, /name="mobileOperator"/);
});

test('R1598/2.3.2: a photograph’s size, ratio and colour are each named at once, refused or taken', async () => {
  const { somebody } = await begin();
  const flat = { width: 300, height: 300, channels: 3 as const, background: '#888' };
  const grey = await sharp({ create: flat }).greyscale().png().toBuffer();
  await somebody.get('/en/apply/files');
  const wrong = await somebody.submit(
    {},
    { form: 'value="photograph"', files: { photograph: { name: 'a.png', bytes: grey } } },
  );
  assert.equal(wrong.status, 422);
  for (const said of [/300 x 300 pixels, too few/, /Ratio of the sides: 1.00, wrong/, /Not in colour/])
    assert.match(wrong.html, said);
  assert.match(wrong.html, /accept="image\/jpeg,image\/png"/);
  const made = await pages.makeFiles();
  const photograph = { name: 'a.jpg', bytes: await readFile(made.photograph) };
  const taken = await somebody.submit({}, { form: 'value="photograph"', files: { photograph } });
  for (const said of [/\d+ x \d+ pixels, enough/, /0.78, right/, /In colour/]) assert.match(taken.html, said);
  assert.match(taken.html, /<img class="mohlet-preview"/);
  const empty = await somebody.submit({}, { form: 'value="photograph"', files: {} });
  assert.match(empty.html, /Choose a file first/);
  assert.match(empty.html, /<img class="mohlet-preview"/, 'the file that was taken stays');
});

test('the answers are shown one by one, each with the way back to its own field', async () => {
  const { somebody } = await begin();
  const { html } = await somebody.get('/en/apply/check');
  assert.match(html, /href="\/en\/apply\/steps\/who#applicantKind"/);
  assert.match(html, /href="#to-person"/, 'what is missing is told, and where');
});

test('R1598/A: the secret question is among the answers to check, its answer is not', async () => {
  const { somebody } = await begin();
  await somebody.get('/en/apply/steps/account');
  await somebody.submit({ applicant_secretQuestion: 'First school?', applicant_secretAnswer: 'number-190' });
  const { html } = await somebody.get('/en/apply/check');
  assert.match(html, /Secret question[\s\S]*First school\?/);
  assert.doesNotMatch(html, /number-190/);
});

test('R1598/2.8: the confirmation opened again later says the days as the case has them, or that its page says more', async (t) => {
  const other = await openPages();
  t.after(() => other.stop());
  await other.forward('2026-03-19T10:00:00+04:00');
  const told = await other.register();
  const untold = await other.register();
  const confirmed = async ({ caseNumber, trackingCode }: { caseNumber: string; trackingCode: string }) => {
    const somebody = other.visit();
    await somebody.get('/en/apply');
    await somebody.submit({});
    await sessionOf(other, somebody).change({ registered: sealFor(other.record, { caseNumber, trackingCode }) });
    return async () => (await somebody.get('/en/apply/confirmation')).html;
  };
  const [ofTold, ofUntold] = [await confirmed(told), await confirmed(untold)];
  const inNovruz = /If it reaches the agencies today, you will know at the end of 2 April 2026/;
  assert.match(await ofTold(), inNovruz);
  await other.forward('2026-04-01T10:00:00+04:00');
  await other.deliver(told.caseNumber);
  const recorded =
    /All four agencies have it: you will know at the end of 6 April 2026[\s\S]*2 April 2026, Thursday: [^<]*\(counted\)/;
  assert.match(await ofTold(), recorded);
  assert.match(await ofUntold(), /Until when the case goes on is said on its own page/);
  assert.doesNotMatch(await ofUntold(), /If it reaches the agencies today/, 'not the days of another day');
  await other.forward('2026-04-03T10:00:00+04:00');
  assert.match(await ofTold(), recorded, 'the same on every day');
});

test('an unknown return code, one of another shape and an empty one are one answer', async () => {
  const somebody = pages.visit();
  await somebody.get('/en/apply/return');
  const answers = [];
  for (const code of ['0000-0000-0000-0000-0000-0000-0000', '<script>', '', '\ud800'])
    answers.push((await somebody.submit({ code })).html.replace(/value="[^"]*"/g, ''));
  assert.equal(new Set(answers).size, 1);
});

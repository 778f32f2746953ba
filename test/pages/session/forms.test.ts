import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PAGES } from '../../../pages/createPages.ts';
import type { Page } from '../../../pages/page.ts';
import { NOWHERE } from '../../authorisation/world.ts';
import type { Browsing } from '../browsing.ts';
import { openPages, type TestPages } from '../openPages.ts';
import { applicantOf } from '../signInApplicant.ts';

let pages: TestPages;
const people = new Map<string, Browsing>();
before(async () => {
  pages = await openPages();
  const draft = pages.visit();
  await draft.get('/en/apply');
  await draft.submit({});
  people.set('draft', draft).set('anyone', pages.visit());
  people.set('applicant', await applicantOf(pages, await pages.register()));
  for (const [role, sub] of Object.entries({
    operator: 'operator-1',
    reviewer: 'internal-affairs-reviewer-1',
    'mission-officer': 'berlin-officer-1',
    'centre-officer': 'centre-e-imza-1',
    auditor: 'auditor-1',
    'ministry-officer': 'foreign-affairs-1',
    courier: 'courier-7',
    'mobile-operator-officer': 'azercell-1',
  }))
    people.set(role, await pages.visitAs(sub));
});
after(() => pages.stop());

const POSTS = PAGES.filter(({ post }) => post !== undefined);
const whoOf = ({ who }: Page) => people.get(typeof who === 'string' ? who : who[0])!;
const addressOf = ({ path }: Page) =>
  `/en${path.replaceAll(/:(\w+)/g, (_, name: string) => NOWHERE[name as keyof typeof NOWHERE])}`;
const send = (visit: Browsing, page: Page, body: URLSearchParams | FormData, headers = {}) =>
  visit.ask(addressOf(page), { method: 'POST', body, headers }, false);

for (const language of ['az', 'en', 'ru'] as const)
  test(`ASVS 3.5.1: each of the ${POSTS.length} forms is refused without its session’s token, with an empty and with another’s (${language})`, async () => {
    const another = pages.visit();
    await another.get('/en/sign-out');
    const foreign = another.hidden().fields['_csrf'] ?? '';
    assert.ok(foreign.length > 20);
    for (const page of POSTS)
      for (const token of [null, '', foreign])
        for (const kind of page.files !== undefined ? ['urlencoded', 'multipart'] : ['urlencoded']) {
          const body = kind === 'multipart' ? new FormData() : new URLSearchParams();
          if (token !== null) body.append('_csrf', token);
          body.append('once', '1');
          const visit = whoOf(page);
          const at = addressOf(page).replace('/en', `/${language}`);
          const answer = await visit.ask(at, { method: 'POST', body }, false);
          assert.equal(answer.status, 403, `${page.path} ${token ?? 'none'} ${kind}`);
          assert.match(answer.headers.get('content-security-policy') ?? '', /style-src 'self'/);
        }
  });

test('a form that cannot be read is answered on a page with its policy: too large, of a strange type, cut short', async () => {
  for (const page of POSTS) {
    const large = await send(whoOf(page), page, new URLSearchParams({ x: 'x'.repeat(300_000) }));
    assert.equal(large.status, 413, page.path);
    assert.match(large.headers.get('content-security-policy') ?? '', /style-src 'self'/);
    assert.match(large.html, /<h1/);
    const strange = await whoOf(page).ask(addressOf(page), {
      method: 'POST',
      body: '{"_csrf":"x"}',
      headers: { 'Content-Type': 'application/json' },
    });
    assert.equal(strange.status, 403, page.path);
  }
  const withFiles = POSTS.find(({ files, who }) => files !== undefined && who === 'draft')!;
  const cut = await whoOf(withFiles).ask(addressOf(withFiles), {
    method: 'POST',
    body: '--x\r\nContent-Disposition: form-data; name="photograph"; filename="a"\r\n\r\nabc',
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
  });
  assert.equal(cut.status, 400);
  assert.match(cut.headers.get('content-security-policy') ?? '', /style-src 'self'/);
});

test('files are read of those alone whom the page may hold: a stranger’s are not held in memory', async () => {
  const bytes = Buffer.alloc(13 * 1024 * 1024);
  for (const page of POSTS.filter(({ files, who }) => files !== undefined && who !== 'anyone')) {
    const body = new FormData();
    body.append('photograph', new Blob([bytes]), 'a.jpg');
    const answer = await pages.visit().ask(addressOf(page), { method: 'POST', body }, false);
    assert.equal(answer.status, 303, page.path);
  }
});

test('ASVS 5.2.1: a form brings as many files as it asks for: no stranger has more held in memory', async () => {
  for (const page of POSTS.filter(({ files }) => files !== undefined)) {
    const body = new FormData();
    for (let n = 0; n <= (page.files ?? 0); n += 1) body.append(`file${n}`, new Blob([Buffer.alloc(10)]), 'a.jpg');
    assert.equal((await send(whoOf(page), page, body)).status, 400, page.path);
    const enough = new FormData();
    for (let n = 0; n < (page.files ?? 0); n += 1) enough.append(`file${n}`, new Blob([Buffer.alloc(10)]), 'a.jpg');
    assert.equal((await send(whoOf(page), page, enough)).status, 403, `${page.path}: only its token is missing`);
  }
});

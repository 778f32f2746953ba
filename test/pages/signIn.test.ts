import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPages, type TestPages } from './openPages.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(() => pages.stop());

test('the address without a language leads to the browser’s, to the one remembered, else to Azerbaijani', async () => {
  const somebody = pages.visit();
  assert.equal(new URL((await somebody.get('/')).url).pathname, '/az');
  assert.equal(
    (await somebody.ask('/', { headers: { 'Accept-Language': 'ru' } })).url,
    `${pages.url}/az`,
    'remembered',
  );
  const another = await pages.visit().ask('/', { headers: { 'Accept-Language': 'ru' } });
  assert.match(another.html, /lang="ru"/);
});

test('an address typed without a language leads to its page, a mistyped one to words; a program is told in JSON', async () => {
  const headers = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'Accept-Language': 'ru' };
  const typed = await pages.visit().ask('/who?kind=foreigner&country=DEU', { headers });
  assert.equal(typed.url, `${pages.url}/ru/who?kind=foreigner&country=DEU`);
  assert.equal(typed.status, 200);
  const mistyped = await pages.visit().ask('/xx/aply', { headers });
  assert.equal(mistyped.status, 404);
  assert.match(mistyped.html, /<h1[^>]*>Страница не найдена/);
  const program = await pages.visit().ask('/xx/aply', { headers: { Accept: 'application/json' } });
  assert.match(program.headers.get('content-type') ?? '', /json/);
  assert.equal((await pages.visit().ask('/api/v1/nothing', { headers })).headers.get('location'), null);
  assert.match((await pages.visit().ask('/api/v1/nothing', { headers })).html, /urn:mohlet:problem:not-found/);
});

test('an official signs in at the provider and begins at the page of his role; signing out ends the session', async () => {
  const official = pages.visit();
  const arrived = await official.signInAs('operator-1');
  assert.equal(new URL(arrived.url).pathname, '/en/operator');
  assert.match(arrived.html, /operator-1/);
  await official.get('/en/sign-out');
  await official.submit({});
  assert.doesNotMatch((await official.get('/en')).html, /operator-1/);
});

test('a sign-in without a role is refused, and says so', async () => {
  const somebody = pages.visit();
  const chooser = await somebody.get('/en/sign-in/start');
  const back = await somebody.ask(chooser.url, { method: 'POST', body: new URLSearchParams({ refuse: '1' }) });
  assert.match(back.html, /You were not signed in|names no role/);
});

test('when the provider is down the page says so in the reader’s language with 503', async () => {
  pages.sso.setUp(false);
  const other = await openPages();
  other.sso.setUp(false);
  const down = await other.visit().get('/az/sign-in/start');
  pages.sso.setUp(true);
  await other.stop();
  assert.equal(down.status, 503);
  assert.match(down.html, /Giriş xidməti cavab vermir/);
});

test('a form without its token does nothing, and a page sends no script from elsewhere', async () => {
  const somebody = await pages.visitAs('operator-1');
  const refused = await somebody.ask('/en/sign-out', { method: 'POST', body: new URLSearchParams({ _csrf: 'x' }) });
  assert.equal(refused.status, 403);
  const policy = refused.headers.get('content-security-policy') ?? '';
  assert.match(policy, /script-src 'self';/);
  assert.doesNotMatch(policy, /unsafe/);
});

test('the style sheet has our letters and not those of another government', async () => {
  const css = (await pages.visit().get('/assets/mohlet.css')).html;
  assert.match(css, /Noto Sans/);
  assert.doesNotMatch(css, /GDS Transport/);
  assert.doesNotMatch(css, /crest|crown/);
  assert.match(css, /unicode-range:U\+0100-02BA/i, 'ə ğ İ ş');
});

test('an asset is looked for by our own names: a folder called as every object has one is none', async () => {
  const letter = 'noto-sans-az-400-normal.woff2';
  assert.equal((await pages.visit().get(`/assets/letters/${letter}`)).status, 200);
  for (const folder of ['constructor', '__proto__', 'toString', '..%2fletters'])
    assert.equal((await pages.visit().get(`/assets/${folder}/${letter}`)).status, 404, folder);
});

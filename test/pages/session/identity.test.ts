import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { after, before, test } from 'node:test';
import { noteSignIn } from '../../../cases/officials/accounts.ts';
import { setSuspended } from '../../../cases/officials/suspend.ts';
import { sessionOf } from '../../authorisation/sessions.ts';
import type { Browsing } from '../browsing.ts';
import { openPages, type TestPages } from '../openPages.ts';
import { codeOf } from '../signInApplicant.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(() => pages.stop());

const pathOf = ({ url }: { url: string }) => new URL(url).pathname;
const cookieOf = (visit: Browsing) => visit.cookies.get('__Host-mohlet') ?? '';

/** Whether a cookie of before still opens a page. */
async function opens(cookie: string, path: string): Promise<boolean> {
  const answer = await fetch(`${pages.url}${path}`, { headers: { Cookie: cookie }, redirect: 'manual' });
  await answer.arrayBuffer();
  return answer.status === 200;
}

test('ASVS 7.2.4: signing in at the provider makes a new session, and the one planted before opens nothing', async () => {
  const visit = pages.visit();
  await visit.get('/en/sign-out');
  const planted = cookieOf(visit);
  await visit.signInAs('operator-1');
  assert.notEqual(cookieOf(visit), planted);
  assert.deepEqual([await opens(planted, '/en/operator'), await opens(cookieOf(visit), '/en/operator')], [false, true]);
});

test('ASVS 7.2.4: so does an applicant’s sign-in, opening a draft, and coming back to one', async () => {
  const one = await pages.register();
  const applicant = pages.visit();
  await applicant.get('/en/case/sign-in');
  await applicant.submit({ code: one.trackingCode });
  const planted = cookieOf(applicant);
  await applicant.submit({ code: await codeOf(pages, one.caseNumber) });
  assert.deepEqual([await opens(planted, '/en/case'), await opens(cookieOf(applicant), '/en/case')], [false, true]);

  const drafting = pages.visit();
  await drafting.get('/en/apply');
  const before = cookieOf(drafting);
  const code = await drafting.submit({});
  const returnCode = /\b(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}\b/.exec(code.html)?.[0] ?? '';
  assert.deepEqual(
    [await opens(before, '/en/apply/tasks'), await opens(cookieOf(drafting), '/en/apply/tasks')],
    [false, true],
  );

  const returning = pages.visit();
  await returning.get('/en/apply/return');
  const early = cookieOf(returning);
  assert.equal(pathOf(await returning.submit({ code: returnCode })), '/en/apply/tasks');
  assert.deepEqual(
    [await opens(early, '/en/apply/tasks'), await opens(cookieOf(returning), '/en/apply/tasks')],
    [false, true],
  );
});

test('ASVS 3.3: cookies are __Host-, Secure, HttpOnly, SameSite=Lax and of no domain', async () => {
  const answer = await fetch(`${pages.url}/en/sign-out`);
  const cookies = answer.headers.getSetCookie();
  assert.equal(cookies.length, 2);
  for (const cookie of cookies) {
    assert.match(cookie, /^__Host-(mohlet|language)=/);
    for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) assert.match(cookie, new RegExp(`; ${part}`));
    assert.doesNotMatch(cookie, /domain/i);
  }
});

test('ASVS 7.4.1: signing out ends the session here and at the provider; its cookie opens nothing more', async () => {
  const visit = await pages.visitAs('operator-1');
  const cookie = cookieOf(visit);
  // The provider knows him still: no chooser.
  assert.equal(pathOf(await visit.get('/en/sign-in/start')), '/en/operator');
  const signedIn = cookieOf(visit);
  await visit.get('/en/sign-out');
  const leaving = await visit.submit({});
  assert.ok(leaving.url.startsWith(pages.sso.issuer), leaving.url);
  const home = await visit.submit({ logout: 'yes' }, { form: 'op.logoutForm' });
  assert.equal(pathOf(home), '/en/');
  assert.deepEqual([await opens(cookie, '/en/operator'), await opens(signedIn, '/en/operator')], [false, false]);
  assert.match(pathOf(await visit.get('/en/sign-in/start')), /^\/interaction\//);
});

test('ASVS 7.4.1: a request that was under way when its session was signed out does not bring it back', async () => {
  const visit = await pages.visitAs('internal-affairs-reviewer-1');
  await visit.get('/en/sign-out');
  const cookie = cookieOf(visit);
  const body = new URLSearchParams({ ...visit.hidden().fields, inLanguage: 'az' }).toString();
  const headers = {
    Cookie: [...visit.cookies.values()].join('; '),
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
  };
  const slow = request(`${pages.url}/en/reviewer/absence`, { method: 'POST', headers });
  slow.write(body.slice(0, 5));
  // Its session is read before its body, while this page is asked for.
  await visit.get('/en/sign-out');
  await visit.submit({}, { follow: false });
  assert.equal(await opens(cookie, '/en/reviewer'), false);
  const answered = once(slow, 'response');
  slow.end(body.slice(5));
  const [answer] = (await answered) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  assert.equal(answer.statusCode, 303);
  assert.equal(await opens(cookie, '/en/reviewer'), false);
});

test('ASVS 3.7.2: `to` leads to our own pages and nowhere else', async () => {
  const elsewhere = [
    ...['//evil.test', '/\\evil.test', 'https://evil.test', '/en//evil.test', '/en/../..//evil.test', '/xx/operator'],
    ...[
      '/en/operator?x=//evil.test',
      '/en/operator\n//evil.test',
      'javascript:alert(1)',
      '/en@evil.test',
      '/en/\t/evil',
    ],
  ];
  for (const to of elsewhere) {
    const visit = pages.visit();
    const chooser = await visit.get(`/en/sign-in/start?to=${encodeURIComponent(to)}`);
    const arrived = await visit.ask(chooser.url, { method: 'POST', body: new URLSearchParams({ sub: 'operator-1' }) });
    assert.equal(arrived.url, `${pages.url}/en/operator`, to);
    assert.doesNotMatch((await pages.visit().get(`/en/sign-in?to=${encodeURIComponent(to)}`)).html, /start\?to=/, to);
  }
  const visit = pages.visit();
  const chooser = await visit.get('/en/sign-in/start?to=%2Faz%2Foperator%2Fusers');
  const arrived = await visit.ask(chooser.url, { method: 'POST', body: new URLSearchParams({ sub: 'operator-1' }) });
  assert.equal(pathOf(arrived), '/az/operator/users');
});

test('an answer of the provider that this browser did not ask for signs nobody in', async () => {
  const visit = pages.visit();
  const chooser = await visit.get('/en/sign-in/start');
  let answer = await visit.ask(
    chooser.url,
    { method: 'POST', body: new URLSearchParams({ sub: 'operator-1' }) },
    false,
  );
  while (!(answer.headers.get('location') ?? '').startsWith(`${pages.url}/sign-in/callback`))
    answer = await visit.look(answer.headers.get('location') ?? '');
  const callback = answer.headers.get('location') ?? '';
  const victim = pages.visit();
  assert.equal(pathOf(await victim.get(callback)), '/az', 'no sign-in was begun');
  await victim.look('/en/sign-in/start');
  assert.equal(pathOf(await victim.get(callback)), '/en/sign-in', 'another state');
  assert.equal(pathOf(await victim.get('/en/operator')), '/en/sign-in');
});

test('a suspended account ends at once: mid-form, in every session, by its token, and at its next sign-in', async () => {
  const operator = { capacity: 'operator', id: 'operator-2' } as const;
  const sub = 'foreign-affairs-reviewer-1';
  const [one, two] = [await pages.visitAs(sub), await pages.visitAs(sub)];
  const { caseNumber } = await pages.register();
  await pages.deliver(caseNumber);
  await one.get(`/en/reviewer/files/${caseNumber}`);
  const token = await pages.token({ sub, role: 'reviewer', body: 'foreign-affairs', post: 'duty-desk' });
  assert.equal((await setSuspended(pages.record, operator, sub, 'inquiry')).kind, 'suspended');

  const sent = await one.submit({}, { form: 'nothing-against' });
  assert.deepEqual([sent.status, /suspended/.test(sent.html)], [403, true]);
  assert.equal((await two.get('/en/reviewer')).status, 403);
  assert.deepEqual(await pages.owner.many(`SELECT 1 FROM opinion WHERE case_number = $1`, [caseNumber]), []);
  assert.equal(pathOf(await one.get('/en/reviewer')), '/en/sign-in', 'his session is gone');
  const api = () => fetch(`${pages.url}/api/v1/bundles`, { headers: { Authorization: `Bearer ${token}` } });
  assert.equal((await api()).status, 401);
  const again = pages.visit();
  assert.equal((await again.signInAs(sub)).status, 403);

  assert.equal((await setSuspended(pages.record, operator, sub, null)).kind, 'restored');
  const anew = await pages.token(
    { sub, role: 'reviewer', body: 'foreign-affairs', post: 'duty-desk' },
    { issued: '0 seconds' },
  );
  const answer = await fetch(`${pages.url}/api/v1/bundles`, { headers: { Authorization: `Bearer ${anew}` } });
  assert.equal(answer.status, 403, 'his role has no bundles, but he is somebody again');
});

test('ASVS 7.4.2: what was signed in before an account was suspended opens nothing once it is restored', async () => {
  const operator = { capacity: 'operator', id: 'operator-2' } as const;
  const sub = 'foreign-affairs-reviewer-2';
  const stolen = await pages.visitAs(sub);
  const token = await pages.token({ sub, role: 'reviewer', body: 'foreign-affairs', post: 'duty-desk' });
  const api = () => fetch(`${pages.url}/api/v1/reviewer/late`, { headers: { Authorization: `Bearer ${token}` } });
  assert.deepEqual([(await stolen.get('/en/reviewer')).status, (await api()).status], [200, 200]);
  await setSuspended(pages.record, operator, sub, 'credentials-lost');
  await setSuspended(pages.record, operator, sub, null);
  assert.equal((await api()).status, 401);
  assert.equal(pathOf(await stolen.get('/en/reviewer')), '/en/sign-in');
  assert.equal(
    pathOf(await (await pages.visitAs(sub)).get('/en/reviewer')),
    '/en/reviewer',
    'signed in anew he is himself',
  );
});

test('ADR 34: nobody restores himself by another account of his own', async () => {
  const person = {
    issuingCountry: 'AZE',
    documentNumber: 'AA1112223',
    birthDate: '1979-01-02',
    citizenship: 'AZE',
  } as const;
  for (const sub of ['one-of-his', 'other-of-his'])
    await noteSignIn(pages.record, { sub, role: 'operator', body: 'portal-operator', post: 'desk' }, person);
  const another = { capacity: 'operator', id: 'operator-2' } as const;
  const himself = { capacity: 'operator', id: 'other-of-his' } as const;
  assert.equal((await setSuspended(pages.record, another, 'one-of-his', 'inquiry')).kind, 'suspended');
  assert.equal((await setSuspended(pages.record, himself, 'one-of-his', null)).kind, 'oneself');
  assert.equal((await setSuspended(pages.record, another, 'one-of-his', null)).kind, 'restored');
});

test('an official who only ever showed a token can be suspended too', async () => {
  const official = {
    sub: 'program-of-an-auditor',
    role: 'auditor',
    body: 'chamber-of-accounts',
    post: 'desk',
  } as const;
  const headers = { Authorization: `Bearer ${await pages.token(official)}` };
  const get = async () => (await fetch(`${pages.url}/api/v1/differences`, { headers })).status;
  assert.equal(await get(), 200);
  const visit = await pages.visitAs('operator-1');
  const users = await visit.get('/en/operator/users');
  assert.match(users.html, /program-of-an-auditor/);
  await visit.submit({ sub: official.sub, deed: 'suspend', why: 'inquiry' }, { form: 'program-of-an-auditor' });
  assert.equal(await get(), 401);
});

test('codes, and what was typed, stand sealed in a session’s row', async () => {
  const one = await pages.register();
  const visit = pages.visit();
  await visit.get('/en/case/sign-in');
  await visit.submit({ code: one.trackingCode });
  const row = JSON.stringify(await sessionOf(pages, visit).read());
  assert.doesNotMatch(row, new RegExp(one.trackingCode.slice(0, 9)));
});

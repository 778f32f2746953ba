import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SESSION_LIMITS } from '../../../pages/session/limits.ts';
import { sessionOf } from '../../authorisation/sessions.ts';
import type { Browsing } from '../browsing.ts';
import { openPages, type TestPages } from '../openPages.ts';
import { applicantOf } from '../signInApplicant.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(() => pages.stop());

const draftHolder = async () => {
  const somebody = pages.visit();
  await somebody.get('/en/apply');
  await somebody.submit({});
  return somebody;
};

/** Who has a session, what shows it, where it is ended to, and how long it may live. */
const KINDS = {
  official: {
    enter: () => pages.visitAs('operator-1'),
    page: '/en/operator',
    door: '/en/sign-in',
    limits: SESSION_LIMITS.official,
  },
  applicant: {
    enter: async () => applicantOf(pages, await pages.register()),
    page: '/en/case',
    door: '/en/case/sign-in',
    limits: SESSION_LIMITS.applicant,
  },
  draft: { enter: draftHolder, page: '/en/apply/tasks', door: '/en/apply/return', limits: SESSION_LIMITS.anyone },
} as const;

const pathOf = ({ url }: { url: string }) => new URL(url).pathname;
const secondsLeft = async (visit: Browsing) => {
  const { sid } = sessionOf(pages, visit);
  const row = await pages.owner.one<{ left: number }>(
    `SELECT extract(epoch FROM expire - now())::float8 AS left FROM session WHERE sid = $1`,
    [sid],
  );
  return row.left;
};

for (const [kind, { enter, page, door, limits }] of Object.entries(KINDS)) {
  test(`ASVS 7.3.1: a session of ${kind} ends ${limits.idle / 60_000} minutes after its last request, the first counted`, async () => {
    const visit = await enter();
    assert.equal(pathOf(await visit.get(page)), page);
    const left = await secondsLeft(visit);
    assert.ok(Math.abs(left - limits.idle / 1000) < 30, `${left} s are left`);
    const { sid } = sessionOf(pages, visit);
    await pages.owner.run(`UPDATE session SET expire = now() - interval '1 second' WHERE sid = $1`, [sid]);
    assert.equal(pathOf(await visit.get(page)), door);
  });

  test(`ASVS 7.3.2: a session of ${kind} ends ${limits.whole / 3_600_000} hours after it began, however busy`, async () => {
    const visit = await enter();
    const row = sessionOf(pages, visit);
    await row.change({ startedAt: Date.now() - limits.whole + 60_000 });
    assert.equal(pathOf(await visit.get(page)), page, 'a minute before');
    await row.change({ startedAt: Date.now() - limits.whole - 1000 });
    assert.equal(pathOf(await visit.get(page)), door, 'a second after');
    const gone = await pages.owner.many(`SELECT 1 FROM session WHERE sid = $1`, [row.sid]);
    assert.equal(gone.length, 0, 'and its row is gone');
  });

  test(`a form of ${kind} whose session ended leads to the sign-in, and does nothing`, async () => {
    const visit = await enter();
    const form = await visit.get('/en/sign-out');
    const { sid } = sessionOf(pages, visit);
    await pages.owner.run(`UPDATE session SET expire = now() - interval '1 second' WHERE sid = $1`, [sid]);
    const token = /name="_csrf" value="([^"]+)"/.exec(form.html)?.[1] ?? '';
    const posts = { official: '/en/operator/announcements', applicant: '/en/case/withdraw', draft: '/en/apply/check' };
    const body = new URLSearchParams({ _csrf: token });
    const answer = await visit.ask(posts[kind as keyof typeof posts], { method: 'POST', body });
    assert.equal(pathOf(answer), door);
    assert.match(answer.html, /the form you sent was not recorded/, 'and he is told so');
    assert.doesNotMatch((await pages.visit().get(page)).html, /was not recorded/);
  });
}

test('the session that signing in makes idles no longer than an official’s, before anything else is asked for', async () => {
  const visit = pages.visit();
  const chooser = await visit.get('/en/sign-in/start');
  const body = new URLSearchParams({ sub: 'operator-1' });
  let answer = await visit.ask(chooser.url, { method: 'POST', body }, false);
  for (let hop = 0; hop < 5 && !answer.url.startsWith(`${pages.url}/sign-in/callback`); hop += 1)
    answer = await visit.look(answer.headers.get('location') ?? '');
  assert.equal(answer.headers.get('location'), '/en/operator');
  assert.ok((await secondsLeft(visit)) < SESSION_LIMITS.official.idle / 1000 + 5);
});

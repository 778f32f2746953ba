import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beatPages } from '../../../api/beatPages.ts';
import { readOutages } from '../../../cases/signature-issuance/readOutages.ts';
import { statements } from '../../../cases/record/database.ts';
import { openPages } from '../openPages.ts';

const SAYS = {
  az: /Giriş xidməti cavab vermir/,
  en: /sign-in (service )?(does not|is not)|not answer/i,
  ru: /не отвечает|недоступ/i,
};

test('D3: a provider that was up and stops is said on the page in three languages, and its outage stands in the record', async (t) => {
  const pages = await openPages();
  t.after(() => pages.stop());
  const { record, owner, signIn } = pages;
  const outages = async () => {
    const { now } = await owner.one<{ now: string }>(`SELECT legal_now() AS now`);
    return readOutages(statements(record.database.ordinary), now);
  };
  const lastBeat = async () =>
    (await owner.one<{ at: string }>(`SELECT last_beat AS at FROM channel WHERE name = 'pages'`)).at;
  // Machine time cannot be waited for: the last heartbeat goes back instead.
  const aMinutePasses = () => owner.run(`UPDATE channel SET last_beat = last_beat - interval '1 minute'`);

  const official = await pages.visitAs('operator-1');
  await beatPages(record, signIn);
  assert.deepEqual(await outages(), []);

  await pages.sso.stop();
  for (const [language, says] of Object.entries(SAYS))
    for (const path of [`/${language}/sign-in`, `/${language}/sign-in/start`]) {
      const down = await pages.visit().get(path);
      assert.equal(down.status, 503, path);
      assert.ok(down.url.startsWith(pages.url));
      assert.match(down.html, says, path);
    }
  assert.equal((await official.get('/en/operator')).status, 200, 'who is signed in goes on');

  await aMinutePasses();
  const before = await lastBeat();
  await beatPages(record, signIn);
  assert.deepEqual(await lastBeat(), before, 'no beat');
  const [lasting] = await outages();
  assert.deepEqual([lasting?.channel, lasting?.to], ['pages', null]);
  assert.match((await official.get('/en/operator/outages')).html, /lasts|still/i);
});

test('D3: when the provider answers again the outage is closed, kept and in the evidence', async (t) => {
  const pages = await openPages();
  t.after(() => pages.stop());
  const { record, owner, signIn } = pages;
  await beatPages(record, signIn);
  pages.sso.setUp(false);
  await owner.run(`UPDATE channel SET last_beat = last_beat - interval '1 minute'`);
  await beatPages(record, signIn);
  assert.deepEqual(await owner.many(`SELECT 1 FROM outage`), [], 'it lasts');
  pages.sso.setUp(true);
  await beatPages(record, signIn);
  const kept = await owner.many<{ channel: string; long: boolean }>(
    `SELECT channel, legal_ended_at - legal_began_at >= interval '1 minute' AS long FROM outage`,
  );
  assert.deepEqual(kept, [{ channel: 'pages', long: true }]);
  const rows = await owner.many<{ body: string }>(`SELECT body FROM evidence WHERE chain = 'installation'`);
  assert.equal(rows.filter(({ body }) => body.includes('channel-was-out')).length, 1);
  assert.equal((await pages.visit().get('/en/sign-in')).status, 200);
});

test('a provider that goes away between the chooser and the way back signs nobody in, and the page says why', async (t) => {
  const pages = await openPages();
  t.after(() => pages.stop());
  const visit = pages.visit();
  const chooser = await visit.get('/en/sign-in/start');
  let answer = await visit.ask(
    chooser.url,
    { method: 'POST', body: new URLSearchParams({ sub: 'operator-1' }) },
    false,
  );
  while (!(answer.headers.get('location') ?? '').startsWith(`${pages.url}/sign-in/callback`))
    answer = await visit.look(answer.headers.get('location') ?? '');
  pages.sso.setUp(false);
  const told = await visit.get(answer.headers.get('location') ?? '');
  assert.equal(told.status, 503);
  assert.match(told.html, SAYS.en);
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { LIMITS, type LimitName } from '../../../cases/record/limits.ts';
import type { Browsing } from '../browsing.ts';
import { openPages, type TestPages } from '../openPages.ts';
import { applicantOf } from '../signInApplicant.ts';

let pages: TestPages;
let free = 1;
before(async () => {
  pages = await openPages({ freeShare: () => free, trustedProxies: ['127.0.0.1'] });
});
after(() => pages.stop());

/** Somebody whose requests come to our proxy from an address of his own. */
function from(address: string): Browsing {
  const visit = pages.visit();
  const ask: Browsing['ask'] = (url, init = {}, follow = true) =>
    visit.ask(url, { ...init, headers: { ...init.headers, 'X-Forwarded-For': address } }, follow);
  return { ...visit, ask };
}

/** Sends a form from an address; the page it comes from is opened there too. */
async function send(visit: Browsing, path: string, fields: Record<string, string>) {
  await visit.ask(path);
  const { fields: own } = visit.hidden();
  return visit.ask(path, { method: 'POST', body: new URLSearchParams({ ...own, ...fields }) });
}

/** Brings whoever has used a limit to its last permitted time, as so many requests would have. */
const useUp = (name: LimitName) =>
  pages.owner.run(`UPDATE rate_limit SET points = $2 WHERE key LIKE $1`, [`${name}:%`, LIMITS[name].points]);
const forget = () => pages.owner.run(`DELETE FROM rate_limit`);
const strip = (html: string) =>
  html.replaceAll(/value="[^"]*"/g, '').replace(/<ul class="mohlet-header__links">[\s\S]*?<\/ul>/, '');
const NO_CODE = '0000-0000-0000-0000-0000-0000-0000';

test('from one address so many drafts a day; from another as many again: whose address it is our own proxy says', async () => {
  await forget();
  const first = from('203.0.113.7');
  assert.equal((await send(first, '/en/apply', {})).status, 200);
  await useUp('draft-opened');
  const refused = await send(from('203.0.113.7'), '/en/apply', {});
  assert.deepEqual([refused.status, /Too many|too many/.test(refused.html)], [429, true]);
  assert.equal((await send(from('203.0.113.8'), '/en/apply', {})).status, 200);
  const rows = await pages.owner.many<{ key: string }>(`SELECT key FROM rate_limit`);
  assert.ok(
    rows.every(({ key }) => !key.includes('203.0.113')),
    'no address is stored as it is',
  );
});

test('a proxy that is not ours is not believed', async (t) => {
  const other = await openPages();
  t.after(() => other.stop());
  for (const address of ['203.0.113.7', '203.0.113.8']) {
    const visit = other.visit();
    await visit.get('/en/apply');
    const body = new URLSearchParams({ _csrf: visit.hidden().fields['_csrf'] ?? '' });
    await visit.ask('/en/apply', { method: 'POST', body, headers: { 'X-Forwarded-For': address } });
  }
  const rows = await other.owner.many<{ points: number }>(
    `SELECT points FROM rate_limit WHERE key LIKE 'draft-opened:%'`,
  );
  assert.deepEqual(rows, [{ points: 2 }]);
});

test('return codes and one-time codes are tried so many times an hour, and one that would fit is then refused alike', async () => {
  await forget();
  const visit = from('203.0.113.9');
  const wrong = await send(visit, '/en/apply/return', { code: NO_CODE });
  assert.equal(wrong.status, 422);
  await useUp('code-tried');
  assert.equal((await send(visit, '/en/apply/return', { code: NO_CODE })).status, 429);
  const one = await pages.register();
  await send(visit, '/en/case/sign-in', { code: one.trackingCode });
  const tried = await send(visit, '/en/case/sign-in/code', { code: '123456' });
  assert.equal(tried.status, 429);
});

test('D12: sign-in codes are asked for so many times an hour; a code of nothing gets the same answers throughout', async () => {
  await forget();
  const { caseNumber, trackingCode } = await pages.register();
  for (const [n, code] of [trackingCode, NO_CODE].entries()) {
    const visit = from(`203.0.113.${20 + n}`);
    assert.match((await send(visit, '/en/case/sign-in', { code })).url, /sign-in\/code$/);
  }
  await useUp('one-time-code-asked');
  const answers = await Promise.all(
    [trackingCode, NO_CODE].map((code, n) => send(from(`203.0.113.${20 + n}`), '/en/case/sign-in', { code })),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    [429, 429],
  );
  const [known = '', unknown = ''] = answers.map(({ html }) => strip(html));
  assert.equal(known.replaceAll(trackingCode, NO_CODE), unknown);

  await forget();
  await send(from('203.0.113.30'), '/en/case/sign-in', { code: trackingCode });
  await useUp('one-time-code-of-case');
  const letters = () =>
    pages.owner.many(`SELECT 1 FROM notice WHERE case_number = $1 AND kind = 'sign-in-code'`, [caseNumber]);
  const before = (await letters()).length;
  const asked = await send(from('203.0.113.31'), '/en/case/sign-in', { code: trackingCode });
  assert.match(asked.url, /sign-in\/code$/, 'the same answer, and no further letter');
  assert.equal((await letters()).length, before);
});

test('files of a draft: so many an hour from an address, one of each kind, none above its kind’s size', async () => {
  await forget();
  const visit = pages.visit();
  await visit.get('/en/apply');
  await visit.submit({});
  const bytes = await readFile((await pages.makeFiles()).photograph);
  const put = async (content: Buffer) => {
    await visit.get('/en/apply/files');
    return visit.submit({}, { form: 'value="photograph"', files: { photograph: { name: 'a.jpg', bytes: content } } });
  };
  for (let n = 0; n < 3; n += 1) assert.equal((await put(bytes)).status, 200);
  const files = await pages.owner.many(`SELECT 1 FROM upload WHERE draft_id IS NOT NULL AND kind = 'photograph'`);
  assert.equal(files.length, 1, 'the next takes the place of the one before');
  assert.equal((await put(Buffer.alloc(13 * 1024 * 1024))).status, 422);
  await useUp('upload-sent');
  assert.equal((await put(bytes)).status, 429);
});

test('R1598/2.8: no limit ever blocks an opinion: with every limit used up and no space left it is taken', async () => {
  await forget();
  const { caseNumber } = await pages.register();
  await pages.deliver(caseNumber);
  const reviewers = ['internal-affairs', 'state-security'].map((agency) => pages.visitAs(`${agency}-reviewer-1`));
  const [one, two] = await Promise.all(reviewers);
  const applicant = await applicantOf(pages, await pages.register());
  free = 0.05;
  try {
    const drafting = await send(from('203.0.113.50'), '/en/apply', {});
    assert.equal(drafting.status, 503);
    assert.match(drafting.html, /storage|space|full/i);
    for (const name of Object.keys(LIMITS) as LimitName[])
      await pages.owner.run(
        `INSERT INTO rate_limit (key, points, expire) SELECT $1 || ':' || n, 1000000, 9999999999999 FROM generate_series(1, 3) n`,
        [name],
      );
    await pages.owner.run(`UPDATE rate_limit SET points = 1000000`);
    await one?.get(`/en/reviewer/files/${caseNumber}`);
    assert.match((await one?.submit({}, { form: 'nothing-against' }))?.html ?? '', /Your opinion was recorded/);
    await two?.get(`/en/reviewer/files/${caseNumber}/negative`);
    assert.match((await two?.submit({ code: '', grounds: 'grounds' }))?.html ?? '', /ended in refusal/);
    assert.equal((await applicant.get('/en/case')).status, 200);
  } finally {
    free = 1;
  }
  const opinions = await pages.owner.many(`SELECT 1 FROM opinion WHERE case_number = $1`, [caseNumber]);
  assert.equal(opinions.length, 2);
});

test('ASVS 2.4.1: whoever has a whole IPv6 network is one sender, and his neighbour another', async () => {
  await forget();
  const draft = (address: string) => send(from(address), '/en/apply', {});
  assert.equal((await draft('2001:db8:1:2::1')).status, 200);
  await useUp('draft-opened');
  assert.equal((await draft('2001:db8:1:2:ffff::99')).status, 429);
  assert.equal((await draft('2001:db8:1:3::1')).status, 200);
});

test('Q191/7.4: however many applications come at one moment, three letters a day go to one mailbox', async () => {
  const apply = (email: string) =>
    fetch(`${pages.url}/api/v1/applications`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({ application: { service: 'issue', applicant: { email } }, uploads: [] }),
    });
  const letters = async () => (await pages.owner.many(`SELECT 1 FROM notice WHERE kind = 'mend-this'`)).length;
  const before = await letters();
  const addresses = Array.from({ length: 30 }, (_, n) =>
    n % 2 === 0 ? 'Victim@example.com' : `victim+${n}@example.com`,
  );
  for (const { status } of await Promise.all(addresses.map(apply))) assert.equal(status, 422);
  assert.equal((await letters()) - before, 3);
});

test('what is kept of a form for another language is no more than anybody types: a stranger fills no database with it', async () => {
  const visit = pages.visit();
  await visit.get('/en/check');
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...visit.hidden().fields, inLanguage: 'az' })) body.append(name, value);
  for (let n = 0; n < 90; n += 1) body.append(`more${n}`, 'x'.repeat(60_000));
  const answer = await visit.ask('/en/check', { method: 'POST', body }, false);
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/az/check']);
  const { most } = await pages.owner.one<{ most: number }>(`SELECT max(length(sess::text)) AS most FROM session`);
  assert.ok(most < 100_000, String(most));
});

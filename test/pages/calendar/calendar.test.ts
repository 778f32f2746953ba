import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { workOnCalendar } from '../../../cases/calendar/workOnCalendar.ts';
import { buildCalendar } from '../../../law/calendar/calendar.ts';
import { DECISIONS } from '../../law/calendar/seededDecisions.ts';
import { workOff } from '../../support/calendar.ts';
import { makeOpenTerms } from '../../support/openTerms.ts';
import type { Browsing } from '../browsing.ts';
import { openPages, type TestPages } from '../openPages.ts';

// On 15 February 2025: 10 March and 1 April are worked, 27 and 28 March are off.
const SWAP = {
  source: 'Nazirlər Kabinetinin qərarı № 45',
  published: '2025-02-15',
  day1: '2025-03-27',
  kind1: 'swap',
  instead1: '2025-03-10',
  day2: '2025-03-28',
  kind2: 'swap',
  instead2: '2025-04-01',
};
const AT = '2025-02-15T12:00:00+04:00';

let pages: TestPages;
let first: Browsing;
let second: Browsing;
let proposal: string;
before(async () => {
  pages = await openPages();
  first = await pages.visitAs('operator-1');
  second = await pages.visitAs('operator-2');
  const like = (await pages.register()).caseNumber;
  await pages.owner.run(`DELETE FROM calendar_decision WHERE kind = 'swap' AND published = '2025-02-15'`);
  await pages.owner.run(`UPDATE legal_clock SET offset_ms = -86400000::bigint * 3650, frozen_at = $1`, [AT]);
  const terms = Array.from({ length: 600 }, (_, n) => ({
    startedAt: '2025-02-13T09:00:00+04:00',
    workingDays: 2 + (Math.floor(n / 4) % 36),
  }));
  await makeOpenTerms(pages.owner, like, buildCalendar(DECISIONS, '2025-02-01'), terms);
});
after(() => pages.stop());

test('a decision with faults is not kept, and every fault is said at once, in the reader’s language', async () => {
  await first.get('/en/calendar/editor/new');
  const empty = await first.submit({ day1: '2025-02-30', instead1: '', kind1: 'swap' });
  assert.equal(empty.status, 422);
  assert.match(empty.html, /Give the day of publication[\s\S]*name and number[\s\S]*There is no such day/);
  const faulty = { ...SWAP, published: '2025-02-16', instead1: '2025-03-27', day2: '2025-03-27', instead2: '' };
  const wrong = await first.submit(faulty);
  assert.equal(wrong.status, 422);
  for (const said of [
    /its day of publication is after today/,
    /cannot be swapped for itself/,
    /needs the day/,
    /stands above already/,
  ])
    assert.match(wrong.html, said);
  assert.equal(wrong.html.match(/href="#published"/g)?.length, 1, 'once for the one field');
  assert.match(wrong.html, /value="2025-03-27"/, 'what was typed is kept');
  const ru = await (await pages.visitAs('operator-1', 'ru')).get('/ru/calendar/editor/new');
  assert.match(ru.html, /Новое решение Кабинета Министров/);
  const { n } = await pages.owner.one<{ n: number }>(`SELECT count(*)::integer AS n FROM calendar_proposal`);
  assert.equal(n, 0);
});

test('R1598/2.8: a proposal moves nothing; its preview shows its progress, then totals first and each term', async () => {
  await first.get('/en/calendar/editor/new');
  const kept = await first.submit(SWAP);
  assert.match(kept.html, /No term has moved/);
  proposal = new URL(kept.url).pathname;
  assert.match(kept.html, /27 March 2025, Thursday is off, 10 March 2025, Monday is worked instead/);
  const waiting = await first.submit({}, { form: 'value="preview"' });
  assert.match(waiting.html, /about to begin/);
  assert.equal(waiting.headers.get('refresh'), '3');
  await pages.owner.run(`UPDATE calendar_slice SET next_attempt_at = machine_now() + interval '1 hour'`);
  await workOnCalendar(pages.record);
  const still = await first.get(`${proposal}?still`);
  assert.equal(still.headers.get('refresh'), null, 'a reader may stop the reloading');
  await workOff(pages.record);
  const done = await first.get(proposal);
  assert.equal(done.headers.get('refresh'), null);
  assert.match(done.html, /Open terms: 600;[\s\S]*Terms whose end moves:[\s\S]*Whose terms move[\s\S]*All together/);
  assert.match(done.html, /State Security Service[\s\S]*BE-2025-0000/);
  const next = /href="([^"]*page=2)"/.exec(done.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  assert.match((await first.get(next)).html, /Page 2 of \d/);
  const longer = await first.get(`${proposal}?outcome=longer`);
  assert.doesNotMatch(longer.html, /the calendar gives/);
  assert.match((await first.get(`${proposal}?outcome=kept`)).html, /Kept; the calendar gives/);
  assert.ok(done.html.length < 100_000, `${done.html.length} bytes`);
});

test('ADR 39: whoever entered it cannot confirm it, and the attempt is in the evidence', async () => {
  assert.match((await first.get(proposal)).html, /a second operator has to confirm it \(ADR 39\)/);
  await first.get(`${proposal}/confirm`);
  const refused = await first.submit({}, { form: 'name="preview"' });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /Who entered a decision cannot confirm it/);
  const { n } = await pages.owner.one<{ n: number }>(
    `SELECT count(*)::integer AS n FROM evidence WHERE chain = 'installation' AND body LIKE '%"reason":"same-person"%'
        AND body LIKE '%operator-1%'`,
  );
  assert.equal(n, 1);
});

test('ADR 39: the second person confirms after a fresh sign-in, and only the preview that was seen', async () => {
  await second.get(`${proposal}/confirm`);
  const seen = await second.get(`${proposal}/confirm`);
  assert.match(seen.html, /The preview of 15 February 2025/);
  // Meanwhile somebody counts anew: what the second person sees is not the latest any more.
  await first.get(proposal);
  await first.submit({}, { form: 'value="preview"' });
  await workOff(pages.record);
  const stale = await second.submit({}, { form: 'name="preview"', page: seen });
  assert.equal(stale.status, 422);
  assert.match(stale.html, /Only the latest preview/);

  await pages.owner.run(
    `UPDATE session SET sess = jsonb_set(sess::jsonb, '{official,authenticatedAt}', '0')::json WHERE sess::text LIKE '%operator-2%'`,
  );
  const asked = await second.look(`${proposal}/confirm`);
  assert.match(asked.headers.get('location') ?? '', /sign-in\/start\?fresh=1/);
  await second.get(`${proposal}/confirm`);
  await second.choose('operator-2');
  const fresh = await second.get(`${proposal}/confirm`);
  const confirmed = await second.submit({}, { form: 'name="preview"', page: fresh });
  assert.match(confirmed.html, /The decision is confirmed[\s\S]*Counting the terms anew/);
  await workOff(pages.record);
  const applied = await second.get(proposal);
  assert.match(applied.html, /Confirmed<\/strong> \(operator-2/);
  assert.match(applied.html, /Open terms: 600;/);
});

test('the calendar of a year is for everybody: as known on a day, with its decisions; and it is taken back by a further one', async () => {
  const anybody = pages.visit();
  const now = await anybody.get('/en/calendar?year=2025');
  assert.match(now.html, /27 March 2025, Thursday[\s\S]*day off by decision/);
  const before = await anybody.get('/en/calendar?year=2025&known=2025-02-14');
  assert.doesNotMatch(before.html, /27 March 2025, Thursday<\/td>/);
  assert.equal((await anybody.get('/en/calendar?year=1999&known=x')).status, 422);

  await pages.owner.run(`UPDATE legal_clock SET frozen_at = '2025-02-18T12:00:00+04:00'`);
  await second.get('/en/calendar/editor/take-back');
  assert.equal((await second.submit({ source: 'x', published: '' })).status, 422);
  const rows = await pages.owner.many<{ id: string }>(
    `SELECT id::text FROM calendar_decision WHERE published = '2025-02-15' ORDER BY id`,
  );
  const kept = await second.submit({
    source: 'Nazirlər Kabinetinin qərarı № 50',
    published: '2025-02-18',
    ...Object.fromEntries(rows.map(({ id }) => [`decision-${id}`, 'yes'])),
  });
  const undo = new URL(kept.url).pathname;
  await second.submit({}, { form: 'value="preview"' });
  await workOff(pages.record);
  await first.get(`${undo}/confirm`);
  await first.submit({}, { form: 'name="preview"' });
  await workOff(pages.record);
  const on = async (day: string) => (await anybody.get(`/en/calendar?year=2025&known=${day}`)).html;
  assert.match(await on('2025-02-17'), /27 March 2025, Thursday<\/td>/);
  assert.doesNotMatch(await on('2025-02-18'), /27 March 2025, Thursday<\/td>/);
  assert.match(
    (await anybody.get('/en/calendar/decisions.csv')).html,
    /2025-03-27,swap,2025-03-10,2025-02-15,2025-02-18/,
  );
});

test('a proposal is rejected by another and withdrawn by whoever entered it, with a reason; nobody else sees the editor', async () => {
  for (const [who, done] of [
    [second, /The proposal is rejected/],
    [first, /The proposal is withdrawn/],
  ] as const) {
    await first.get('/en/calendar/editor/new');
    const { url } = await first.submit(SWAP);
    await who.get(new URL(url).pathname);
    assert.equal((await who.submit({ reason: 'x' }, { form: 'name="reason"' })).status, 422);
    assert.match((await who.submit({ reason: 'A mistake' }, { form: 'name="reason"' })).html, done);
  }
  assert.match((await first.get('/en/operator')).html, /Calendar editor<\/a>: <strong>0/);
  const reviewer = await pages.visitAs('foreign-affairs-reviewer-1');
  for (const path of ['/en/calendar/editor', '/en/calendar/editor/new', proposal, `${proposal}/confirm`])
    assert.equal((await reviewer.get(path)).status, 404, path);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ical from 'ical.js';
import { openSlots } from '../../../cases/mission/openSlots.ts';
import type { MissionId } from '../../../law/signature-issuance/missions.ts';
import { bringTo, request } from '../../support/issuing.ts';
import { inviteApplicant } from '../../../cases/mission/inviteApplicant.ts';
import { openPages, type TestPages } from '../openPages.ts';
import { applicantOf, codeOf } from '../signInApplicant.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(() => pages.stop());

test('D12: tracking code and one-time code; unknown codes get the same answers; a code works once and five tries long', async () => {
  const one = await pages.register();
  const somebody = pages.visit();
  await somebody.get('/en/case');
  const known = await somebody.submit({ code: one.trackingCode });
  const stranger = pages.visit();
  await stranger.get('/en/case/sign-in');
  const unknown = await stranger.submit({ code: '0000-0000-0000-0000-0000-0000-0000' });
  const strip = (html: string) => html.replaceAll(/value="[^"]*"/g, '');
  assert.equal(strip(known.html), strip(unknown.html));
  const code = await codeOf(pages, one.caseNumber);
  const wrong = code === '000000' ? '000001' : '000000';
  const refused = await somebody.submit({ code: wrong });
  assert.equal(refused.status, 422);
  assert.equal(strip((await stranger.submit({ code: wrong })).html), strip(refused.html));
  assert.match((await somebody.submit({ code })).html, new RegExp(`Case ${one.caseNumber}`));
  const again = pages.visit();
  await again.get('/en/case/sign-in');
  await again.submit({ code: one.trackingCode });
  const second = await codeOf(pages, one.caseNumber);
  for (let n = 0; n < 5; n += 1) await again.submit({ code: second === '111111' ? '222222' : '111111' });
  assert.equal((await again.submit({ code: second })).status, 422, 'five tries are all');
  const kept = await pages.owner.many<{ body: string }>(`SELECT sess::text AS body FROM session`);
  // By itself: six digits may well stand within an instant or a random text of a session.
  assert.ok(kept.every(({ body }) => !new RegExp(`\\b${code}\\b`).test(body)));
});

test('R1598/2.8, D4: the case page explains the term day by day, and says of agencies only that they have the file', async () => {
  const one = await pages.register();
  await pages.deliver(one.caseNumber);
  await pages.opine(one.caseNumber, 'state-security', { kind: 'nothing-against' });
  const applicant = await applicantOf(pages, one);
  const { html } = await applicant.get('/en/case');
  assert.match(html, /19 March 2026, 24:00|20 March 2026, 00:00/);
  assert.match(html, /working day/);
  assert.equal(html.match(/has the file since/g)?.length, 4, 'a clock for each agency');
  assert.match(html, /3 working days and \d+ h/);
  assert.match(html, /at the end of 19 March 2026, Thursday \(20 March 2026, 00:00, Baku time\)/, 'no day too late');
  assert.match(html, /id="next">You need do nothing/);
  assert.match(html, /class="mohlet-calendar" role="img" aria-label="/);
});

test('ADR 37: the applicant sees who looked and what for, by office; the security services’ looks are not shown', async () => {
  const one = await pages.register();
  await pages.deliver(one.caseNumber);
  const police = await pages.visitAs('internal-affairs-reviewer-1');
  const service = await pages.visitAs('state-security-reviewer-1');
  for (const reviewer of [police, service]) await reviewer.get(`/en/reviewer/files/${one.caseNumber}`);
  const applicant = await applicantOf(pages, one);
  const { html } = await applicant.get('/en/case');
  const looks = html.slice(html.indexOf('Who looked'));
  assert.match(looks, /Ministry of Internal Affairs[\s\S]*to give an opinion/);
  assert.doesNotMatch(looks, /State Security Service/);
  assert.doesNotMatch(html, /internal-affairs-reviewer-1/);
});

test('R1598/2.8: after a negative opinion nothing on the page tells whose it was', async () => {
  const one = await pages.register();
  await pages.deliver(one.caseNumber);
  await pages.opine(one.caseNumber, 'foreign-affairs', { kind: 'negative', grounds: 'secret grounds' });
  const applicant = await applicantOf(pages, one);
  // The day is the case's own, not that of the letter about it.
  await pages.owner.run(`UPDATE notice SET made_at = '2026-03-20T08:00:00Z' WHERE case_number = $1`, [one.caseNumber]);
  const { html } = await applicant.get('/en/case');
  assert.match(
    html,
    /was refused: a negative opinion[^<]*The case ended: 16 March 2026, \d\d:\d\d \(Baku time\)/,
    'and when',
  );
  assert.match(html, /You may complain/);
  assert.doesNotMatch(html, /secret grounds/);
  assert.equal(html.match(/the stage of opinions is over/g)?.length, 4);
});

test('R1598/2.8: after consent the page says so, hands out the record of silence and where it is checked; then what to do next', async () => {
  const one = await pages.register();
  await bringTo(pages, 'centre', one);
  const applicant = await applicantOf(pages, one);
  const { html } = await applicant.get('/en/case');
  assert.match(
    html,
    /None of the four agencies gave a negative opinion in its term: consent counts as given \(R1598\/2\.8\)\. Recorded: \d+ March 2026/,
  );
  assert.match(html, /id="next">You need do nothing for now. Should the Centre find a deficiency/);
  assert.match(html, /href="\/en\/check"/);
  assert.doesNotMatch(html, /working days and \d+ h/, 'no agency has a clock any more');
});

test('R1598/2.12: an appointment is booked in two zones, moved, taken as .ics and cancelled', async () => {
  const registered = await pages.register();
  const { caseNumber, officer, mission } = await bringTo(pages, 'invitation', registered);
  await inviteApplicant(pages.record, officer, { caseNumber, fromDay: '2026-04-06' }, request());
  const post = {
    mission: mission.split(':')[1] as MissionId,
    day: '2026-04-07',
    times: ['10:00', '10:30'],
    minutes: 30,
  };
  await openSlots(pages.record, officer, post, request());
  const applicant = await applicantOf(pages, registered);
  const page = await applicant.get('/en/case/appointment?zone=Asia/Tokyo');
  assert.match(page.html, /Asia\/Tokyo/);
  const slots = [...page.html.matchAll(/name="slot"[^>]*value="([^"]+)"/g)].map(([, id = '']) => id);
  assert.equal(slots.length, 2);
  assert.equal((await applicant.submit({}, { form: 'name="slot"' })).status, 422);
  assert.match(
    (await applicant.submit({ slot: slots[0] ?? '' }, { form: 'name="slot"' })).html,
    /appointment is booked/,
  );
  const booked = await applicant.get('/en/case');
  assert.match(booked.html, /10:00 \(the post’s local time\)[\s\S]*18:00 \(Asia\/Tokyo\)/, 'his zone is remembered');
  assert.match(booked.html, /id="next">Come to the mission/);
  const ics = await applicant.get('/en/case/appointment.ics');
  assert.equal(new ical.Component(ical.parse(ics.html) as unknown[]).getAllSubcomponents('vevent').length, 1);
  await applicant.get('/en/case/appointment');
  assert.match((await applicant.submit({}, { form: 'value="cancel"' })).html, /appointment is cancelled/);
});

test('ADR 32: the evidence pack is a ZIP, and taking it is a read', async () => {
  const one = await pages.register();
  const applicant = await applicantOf(pages, one);
  const pack = await applicant.get('/en/case/file.zip');
  assert.equal(pack.bytes.subarray(0, 2).toString(), 'PK');
  const stranger = pages.visit();
  assert.match((await stranger.get('/en/case/file.zip')).url, /sign-in/);
});

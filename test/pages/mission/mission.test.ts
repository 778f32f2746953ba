import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { bookAppointment } from '../../../cases/mission/bookAppointment.ts';
import { freeSlots } from '../../../cases/mission/readSlots.ts';
import { atMission, request } from '../../support/atMission.ts';
import { bringTo } from '../../support/issuing.ts';
import type { Browsing } from '../browsing.ts';
import { openPages, type TestPages } from '../openPages.ts';

let pages: TestPages;
let officer: Browsing;
before(async () => {
  pages = await openPages();
  officer = await pages.visitAs('berlin-officer-1');
});
after(() => pages.stop());

const stageOf = async (caseNumber: string) =>
  pages.owner.one<{ stage: string; outcome: string | null }>(`SELECT stage, outcome FROM "case" WHERE number = $1`, [
    caseNumber,
  ]);

/** A case with an appointment at ten on the first day of April, at that hour; the officer's page is the counter's. */
async function atTheCounter(at: TestPages, who: Browsing): Promise<string> {
  const { caseNumber } = await atMission(at);
  await who.get(`/en/mission/cases/${caseNumber}`);
  await who.submit({ fromDay: '2026-04-07' }, { form: 'value="invite"' });
  await who.get('/en/mission/slots?day=2026-04-07');
  await who.submit({ times: '10:00, 10:30', minutes: '30' }, { form: 'value="open"' });
  const { slots } = await freeSlots(at.record, caseNumber);
  await bookAppointment(at.record, caseNumber, slots[0]?.id ?? '', request());
  await at.forward('2026-04-07T10:05:00+02:00');
  return caseNumber;
}

test('R1598/2.11-2.13: invitation, times, a check that is not whole, a photograph, a match; a repeat counts once', async () => {
  const caseNumber = await atTheCounter(pages, officer);
  const desk = await officer.get('/en/mission');
  assert.match(desk.html, new RegExp(`10:00 \\(\\d+ April 2026, 12:00 in Baku\\)[\\s\\S]*${caseNumber}`));
  await officer.get(`/en/mission/cases/${caseNumber}/identity`);
  const tampered = await officer.submit({
    ...{ came: 'applicant', 'identity-document': 'whatever', photograph: 'equal' },
    originalsReturned: 'true',
  });
  assert.equal(tampered.status, 422, 'what the page does not offer is no answer, least of all "equal"');
  assert.match(tampered.html, /href="#identity-document"/);
  const partial = await officer.submit({ photograph: 'equal' });
  assert.equal(partial.status, 422);
  assert.match(partial.html, /Say who came/);
  const equal = { came: 'applicant', 'identity-document': 'equal', photograph: 'equal', originalsReturned: 'true' };
  const without = await officer.submit(equal);
  assert.match(without.html, /R1598\/2\.12|photograph/i, 'no photograph was taken in');
  assert.equal(without.status, 422);

  const made = await pages.makeFiles();
  await officer.get(`/en/mission/cases/${caseNumber}`);
  const bad = await officer.submit(
    {},
    { form: 'value="photograph"', files: { photograph: { name: 'a.jpg', bytes: Buffer.from('x') } } },
  );
  assert.equal(bad.status, 422);
  const camera = { name: 'a.jpg', bytes: await readFile(made.photograph) };
  assert.match(bad.html, /capture="environment"/);
  assert.match(
    (await officer.submit({}, { form: 'value="photograph"', files: { camera } })).html,
    /photograph is taken in/,
  );
  const form = await officer.get(`/en/mission/cases/${caseNumber}/identity`);
  assert.match((await officer.submit(equal)).html, /identity is confirmed/);
  await officer.submit(equal, { page: form });
  const checks = await pages.owner.many(`SELECT 1 FROM identity_check WHERE case_number = $1`, [caseNumber]);
  assert.deepEqual([await stageOf(caseNumber), checks.length], [{ stage: 'contract', outcome: 'approved' }, 1]);
});

test('R1598/2.13: one mismatch refuses, and asks for a fresh sign-in before', async (t) => {
  const other = await openPages();
  t.after(() => other.stop());
  const who = await other.visitAs('berlin-officer-1');
  const caseNumber = await atTheCounter(other, who);
  await other.owner.run(
    `UPDATE session SET sess = jsonb_set(sess::jsonb, '{official,authenticatedAt}', '1')::json WHERE sess::text LIKE '%berlin-officer-1%'`,
  );
  const chooser = await who.get(`/en/mission/cases/${caseNumber}/identity`);
  assert.ok(!chooser.url.startsWith(other.url));
  await who.choose('berlin-officer-1');
  const fields = {
    came: 'applicant',
    'identity-document': 'another-document',
    photograph: 'equal',
    originalsReturned: 'true',
  };
  assert.match((await who.submit(fields)).html, /case ended in refusal/);
  const row = await other.owner.one(`SELECT stage, outcome FROM "case" WHERE number = $1`, [caseNumber]);
  assert.deepEqual(row, { stage: 'ended', outcome: 'mismatch' });
});

test('R1598/2.14, 2.15: contracts are signed and things handed over at their own post alone', async () => {
  const { caseNumber } = await bringTo(pages, 'contract');
  const london = await pages.visitAs('london-officer-1');
  assert.equal((await officer.get(`/en/mission/cases/${caseNumber}`)).status, 404);
  const unknown = await officer.get('/en/mission/cases/QR-2026-999999');
  assert.equal(unknown.status, 404);
  await london.get(`/en/mission/cases/${caseNumber}`);
  const wrong = await london.submit({ certificateContract: '<b>' }, { form: 'value="sign"' });
  assert.equal(wrong.status, 422);
  const signed = await london.submit({ certificateContract: 'M-1/2026' }, { form: 'value="sign"' });
  assert.match(signed.html, /signature is recorded/);
  await london.get(`/en/mission/cases/${caseNumber}/handing-over`);
  const issued = await london.submit({ paperNumber: 'Akt № 5/2026' });
  assert.match(issued.html, /certificate is issued/);
  assert.match(
    (await london.get('/en/mission')).html,
    /copies: 1\): to be handed to the Ministry of Foreign Affairs at the end of \d+ \w+ 2026/,
  );
  assert.deepEqual(await stageOf(caseNumber), { stage: 'register', outcome: 'issued' });
});

test('R1598/2.10, 2.16: the desk shows what is to be taken over and handed on, and the bundles to send', async () => {
  const { caseNumber } = await bringTo(pages, 'invitation');
  const way = [
    ['centre-e-imza-1', 'ministry:foreign-affairs', 'foreign-affairs-1'],
    ['foreign-affairs-1', 'mission:london', 'london-officer-1'],
  ] as const;
  const london = await pages.visitAs('london-officer-1');
  assert.match((await london.get('/en/mission')).html, /There is nothing to take over/);
  for (const [giverName, taker, takerName] of way) {
    const giver = await pages.visitAs(giverName);
    const held = await giver.get('/en/custody');
    const things = [...held.html.matchAll(/name="things"[^>]*value="([^"]+)"/g)].map(([, value = '']) => value);
    await giver.submit({ taker, things }, { form: caseNumber });
    if (takerName === 'london-officer-1') break;
    const receiver = await pages.visitAs(takerName);
    const path = /href="(\/en\/custody\/handovers\/[0-9a-f-]{36})"/.exec((await receiver.get('/en/custody')).html)?.[1];
    await receiver.get(path ?? '');
    await receiver.submit({ 'found-0': 'as-listed', 'found-1': 'as-listed' });
  }
  const desk = await london.get('/en/mission');
  assert.match(desk.html, new RegExp(`handovers/[0-9a-f-]{36}">Take over: ${caseNumber}`));
  const [, taking = ''] = /href="(\/en\/custody\/handovers\/[0-9a-f-]{36})"/.exec(desk.html) ?? [];
  await london.get(taking);
  await london.submit({ 'found-0': 'as-listed', 'found-1': 'as-listed' });
  const taken = await london.get('/en/mission');
  assert.match(taken.html, /There is nothing to take over/);
  assert.match(taken.html, /Things you hold: 3/, 'both, and the second copy of the contract signed before');
});

test('R1598/2.12: impossible times and days are told by their field; a day is closed and opened again', async () => {
  await officer.get('/en/mission/slots?day=2026-04-09');
  const wrong = await officer.submit({ times: 'noon', minutes: '3' }, { form: 'value="open"' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /at most 100/);
  assert.match(wrong.html, /from 5 to 240/);
  for (const times of ['25:00', '10:00 9:60']) {
    await officer.get('/en/mission/slots?day=2026-04-09');
    const never = await officer.submit({ times, minutes: '30' }, { form: 'value="open"' });
    assert.match(never.html, /href="#times">Write times as 10:00 10:30/, `${times} is no hour of any day`);
  }
  await officer.get('/en/mission/slots?day=2026-04-09');
  assert.match((await officer.submit({}, { form: 'value="close-day"' })).html, /The day is closed/);
  assert.match((await officer.submit({}, { form: 'value="open-day"' })).html, /The day is open/);
});

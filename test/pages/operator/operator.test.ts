import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordFailedDelivery } from '../../../cases/signature-issuance/recordFailedDelivery.ts';
import type { Browsing } from '../browsing.ts';
import { openPages, type TestPages } from '../openPages.ts';

const INCIDENT_KINDS = [
  ...['delivery-not-proven', 'unreadable-opinion', 'register-not-reached', 'register-has-no-fin', 'clocks-disagree'],
  ...['centre-not-reached', 'centre-message-refused', 'custody-difference', 'notice-undelivered', 'fin-not-cancelled'],
  'record-differs',
  'calendar-not-published',
];

let pages: TestPages;
let operator: Browsing;
let caseNumber: string;
before(async () => {
  pages = await openPages();
  operator = await pages.visitAs('operator-1');
  caseNumber = (await pages.register()).caseNumber;
  for (let n = 0; n < 3; n += 1)
    await recordFailedDelivery(pages.record, { caseNumber, agency: 'state-security', failure: 'unreachable' });
});
after(() => pages.stop());

test('R1598/2.7: an agency that was not reached lies on the desk, with its reason; a retry says what it set in motion', async () => {
  const desk = await operator.get('/en/operator');
  assert.match(desk.html, /Incidents<\/a>: <strong>1/);
  for (const list of ['incidents', 'agencies', 'stuck'])
    assert.match((await operator.get(`/en/operator/${list}`)).html, new RegExp(caseNumber), list);
  await operator.get(`/en/operator/cases/${caseNumber}`);
  const retried = await operator.submit({}, { form: 'value="retry"' });
  assert.match(retried.html, /[1-9] attempts were brought forward/);
  const row = await pages.owner.one<{ due: boolean; attempts: number }>(
    `SELECT next_attempt_at <= machine_now() AS due, attempts FROM opinion_request
      WHERE case_number = $1 AND agency = 'state-security'`,
    [caseNumber],
  );
  assert.deepEqual(row, { due: true, attempts: 3 });
});

test('a retry tells the truth: nothing yet, then what the attempts themselves came to', async () => {
  const waiting = await operator.get(`/en/operator/cases/${caseNumber}`);
  assert.match(waiting.html, /has not been made yet/);
  await recordFailedDelivery(pages.record, { caseNumber, agency: 'state-security', failure: 'timed-out' });
  const failed = await operator.get(`/en/operator/cases/${caseNumber}`);
  assert.match(failed.html, /arrived 0, failed 1/);
  assert.match(failed.html, /State Security Service<[\s\S]*failed: no answer in time/);
  await pages.deliver(caseNumber, ['foreign-affairs']);
  assert.match((await operator.get(`/az/operator/cases/${caseNumber}`)).html, /çatan 1, alınmayan 1/);
});

test('every kind of incident says what it is, since when and what to do, and leads to where it is done', async (t) => {
  const other = await openPages();
  t.after(() => other.stop());
  const { caseNumber: own } = await other.register();
  for (const kind of INCIDENT_KINDS)
    await other.owner.run(
      `INSERT INTO incident (id, case_number, kind, holder, opened_at) VALUES (gen_random_uuid(), $1, $2, $3, legal_now())`,
      [own, kind, kind === 'unreadable-opinion' ? 'internal-affairs' : ''],
    );
  const who = await other.visitAs('operator-1');
  for (const language of ['az', 'en', 'ru']) {
    const list = await who.get(`/${language}/operator/incidents`);
    const rows = [...list.html.matchAll(/<tr class="govuk-table__row">(<td[\s\S]*?)<\/tr>/g)].map(
      ([, row = '']) => row,
    );
    assert.equal(rows.length, INCIDENT_KINDS.length);
    for (const row of rows) {
      const href = [...row.matchAll(/href="([^"#]+)/g)].at(-1)?.[1] ?? '';
      assert.equal((await who.get(href)).status, 200, href);
    }
  }
});

test('R1598/2.8, ADR 5: what an unreadable message was is recorded with a document, after a fresh sign-in', async () => {
  const { caseNumber: own } = await pages.register();
  await pages.deliver(own);
  await pages.garble(own, 'foreign-intelligence');
  const path = `/en/operator/cases/${own}/finding`;
  const form = await operator.get(path);
  assert.match(form.html, /Foreign Intelligence Service/);
  assert.doesNotMatch(form.html, /value="internal-affairs"/, 'only the agency whose message it was');
  assert.equal((await operator.submit({ document: 'Akt 1' })).status, 422);
  const said = { of: 'foreign-intelligence', finding: 'nothing-against', document: 'Akt № 7/2026' };
  assert.match((await operator.submit(said)).html, /The message is cleared up/);
  assert.equal((await operator.get(path)).status, 404, 'nothing is left to be found out');
});

test('R1598/2.7: delivery by hand asks for a document, and starts the term of that agency alone', async () => {
  await operator.get(`/en/operator/cases/${caseNumber}`);
  const wrong = await operator.submit({ of: 'state-security', document: '<script>' }, { form: 'value="delivered"' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /Write the document/);
  const unsaid = await operator.submit({ document: 'Akt № 5/2026' }, { form: 'value="delivered"' });
  assert.equal(unsaid.status, 422);
  const done = await operator.submit({ of: 'state-security', document: 'Akt № 5/2026' }, { form: 'value="delivered"' });
  assert.match(done.html, /the term has begun/);
  const terms = await pages.owner.many(
    `SELECT holder FROM term WHERE case_number = $1 AND holder <> 'foreign-affairs'`,
    [caseNumber],
  );
  assert.deepEqual(terms, [{ holder: 'state-security' }], 'beside the one whose delivery was proven before');
  assert.match((await operator.get('/en/operator')).html, /Incidents<\/a>: <strong>0/);
});

test('a suspended account loses its open session at once, and has it back when restored', async () => {
  const reviewer = await pages.visitAs('foreign-affairs-reviewer-1');
  await operator.get('/en/operator/users');
  const unsaid = await operator.submit({}, { form: 'value="foreign-affairs-reviewer-1"' });
  assert.equal(unsaid.status, 422);
  assert.match(unsaid.html, /Choose why the account is suspended/);
  await operator.submit({ why: 'credentials-lost' }, { form: 'value="foreign-affairs-reviewer-1"' });
  assert.match((await operator.get('/ru/operator/users')).html, /средства входа утрачены/);
  const shut = await reviewer.get('/en/reviewer');
  assert.equal(shut.status, 403);
  const own = await operator.submit(
    { sub: 'operator-1', deed: 'suspend', why: 'inquiry' },
    { form: 'foreign-affairs-reviewer-1' },
  );
  assert.equal(own.status, 422);
  await operator.get('/en/operator/users');
  const back = await operator.submit({}, { form: 'value="foreign-affairs-reviewer-1"' });
  assert.match(back.html, /account is restored/);
  assert.equal((await (await pages.visitAs('foreign-affairs-reviewer-1')).get('/en/reviewer')).status, 200);
});

test('maintenance is announced in three languages, order checked, and taken back', async () => {
  await operator.get('/en/operator/announcements');
  const text = { az: 'Profilaktika', en: 'Maintenance', ru: 'Работы' };
  const wrong = await operator.submit(
    { from: '2026-04-02T10:00', until: '2026-04-01T10:00', ...text, ru: ' ' },
    { form: 'name="until"' },
  );
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /must lie after the beginning[\s\S]*at most 500/);
  const never = await operator.submit(
    { from: '2026-02-31T10:00', until: '2026-04-31T10:00', ...text },
    { form: 'name="until"' },
  );
  assert.equal(never.status, 422);
  assert.match(never.html, /href="#from"[\s\S]*href="#until"/, 'a day that never comes is no day');
  await operator.submit({ from: '2026-04-01T10:00', until: '2026-04-02T10:00', ...text }, { form: 'name="until"' });
  assert.match((await operator.get('/ru/operator/announcements')).html, /Работы/);
  await operator.submit({}, { form: 'value="withdraw"' });
  assert.doesNotMatch((await operator.get('/ru/operator/announcements')).html, /Работы/);
});

test('the rehearsal clock goes forward by hand and never back', async (t) => {
  const other = await openPages();
  t.after(() => other.stop());
  const who = await other.visitAs('operator-1');
  await who.get('/en/operator/clock');
  assert.match((await who.submit({ forwardTo: '2036-01-01T10:00' })).html, /moved to 1 January 2036, 10:00/);
  assert.match((await who.submit({ forwardTo: '2026-01-01T10:00' })).html, /cannot go back/);
  for (const none of ['noon', '2036-02-31T10:00', '2037-02-29T10:00', '2036-04-01T24:00'])
    assert.equal((await who.submit({ forwardTo: none })).status, 422, none);
});

test('an unknown case is not found, and lists that are empty say so', async () => {
  assert.equal((await operator.get('/en/operator/cases/QR-2026-999999')).status, 404);
  for (const list of ['notices', 'checks', 'outages'])
    assert.equal((await operator.get(`/en/operator/${list}`)).status, 200);
  assert.match((await operator.get('/en/operator/checks')).html, /not made yet[\s\S]*none ended and still open/);
  assert.equal((await operator.get('/en/operator?number=nothing')).status, 422);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordFailedDelivery } from '../../../cases/signature-issuance/recordFailedDelivery.ts';
import type { Browsing } from '../browsing.ts';
import { openPages, type TestPages } from '../openPages.ts';

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

test('R1598/2.7: delivery by hand asks for a document, and starts the term of that agency alone', async () => {
  await operator.get(`/en/operator/cases/${caseNumber}`);
  const wrong = await operator.submit({ of: 'state-security', document: '<script>' }, { form: 'value="delivered"' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /Write the document/);
  const unsaid = await operator.submit({ document: 'Akt № 5/2026' }, { form: 'value="delivered"' });
  assert.equal(unsaid.status, 422);
  const done = await operator.submit({ of: 'state-security', document: 'Akt № 5/2026' }, { form: 'value="delivered"' });
  assert.match(done.html, /the term has begun/);
  const terms = await pages.owner.many(`SELECT holder FROM term WHERE case_number = $1`, [caseNumber]);
  assert.deepEqual(terms, [{ holder: 'state-security' }]);
  assert.match((await operator.get('/en/operator')).html, /Incidents<\/a>: <strong>0/);
});

test('a suspended account loses its open session at once, and has it back when restored', async () => {
  const reviewer = await pages.visitAs('foreign-affairs-reviewer-1');
  await operator.get('/en/operator/users');
  await operator.submit({}, { form: 'value="foreign-affairs-reviewer-1"' });
  const shut = await reviewer.get('/en/reviewer');
  assert.equal(shut.status, 403);
  const own = await operator.submit({ sub: 'operator-1', deed: 'suspend' }, { form: 'foreign-affairs-reviewer-1' });
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
  assert.equal((await who.submit({ forwardTo: 'noon' })).status, 422);
});

test('an unknown case is not found, and lists that are empty say so', async () => {
  assert.equal((await operator.get('/en/operator/cases/QR-2026-999999')).status, 404);
  for (const list of ['notices', 'checks', 'outages'])
    assert.equal((await operator.get(`/en/operator/${list}`)).status, 200);
  assert.equal((await operator.get('/en/operator?number=nothing')).status, 422);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { form } from '../../support/record.ts';
import { applyOverApi } from '../applying.ts';
import type { Browsing } from '../browsing.ts';
import { openPages, type TestPages } from '../openPages.ts';

let pages: TestPages;
let reviewer: Browsing;
before(async () => {
  pages = await openPages();
  reviewer = await pages.visitAs('internal-affairs-reviewer-1');
});
after(() => pages.stop());

const newFile = async () => {
  const { caseNumber } = await pages.register();
  await pages.deliver(caseNumber);
  return caseNumber;
};
const opinionsOf = (caseNumber: string) =>
  pages.owner.many<{ kind: string; effect: string; given_by: string | null }>(
    `SELECT kind, effect, given_by FROM opinion WHERE case_number = $1 ORDER BY received_at`,
    [caseNumber],
  );

test('R1598/2.8: the queue shows the agency’s files with what is left of their terms, and only when delivered', async () => {
  const caseNumber = await newFile();
  const { caseNumber: undelivered } = await pages.register();
  const queue = await reviewer.get('/en/reviewer');
  assert.match(queue.html, new RegExp(caseNumber));
  assert.doesNotMatch(queue.html, new RegExp(undelivered));
  assert.match(queue.html, /3 working days and \d+ h/);
  assert.match((await reviewer.get('/en/reviewer?show=not-delivered')).html, new RegExp(undelivered));
  const { html } = await reviewer.get(`/az/reviewer/files/${caseNumber}`);
  assert.match(html, /Bildirişlərin dili\s*<\/dt>\s*<dd[^>]*>\s*English/, 'a language by its name, not its code');
});

test('a page of the queue that colleagues have emptied meanwhile leads to the last one there is', async () => {
  const caseNumber = await newFile();
  const queue = await reviewer.get('/en/reviewer?show=free&page=7');
  assert.match(queue.url, /show=free&page=0$/);
  assert.match(queue.html, new RegExp(caseNumber));
});

test('R1598/2.8: "nothing against" in two clicks; the form sent twice counts once, and evidence names who said it', async () => {
  const caseNumber = await newFile();
  const file = await reviewer.get(`/en/reviewer/files/${caseNumber}`);
  const first = await reviewer.submit({}, { form: 'nothing-against' });
  assert.match(first.html, /Your opinion was recorded/);
  await reviewer.submit({}, { form: 'nothing-against', page: file });
  assert.deepEqual(await opinionsOf(caseNumber), [
    { kind: 'nothing-against', effect: 'noted', given_by: 'internal-affairs-reviewer-1' },
  ]);
  const [row] = (await pages.evidence(caseNumber)).filter(({ what }) => what === 'opinion-received') as {
    by?: { capacity: string; id: string; body: string };
  }[];
  assert.equal(row?.by?.capacity, 'reviewer');
  assert.equal(row.by.body, 'internal-affairs');
});

test('R1598/2.8: a negative opinion counts without code and grounds; what was typed too long is kept and named', async () => {
  const caseNumber = await newFile();
  await reviewer.get(`/en/reviewer/files/${caseNumber}/negative`);
  const wrong = await reviewer.submit({ code: 'k'.repeat(101), grounds: 'because of this' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /at most 100 characters/);
  assert.match(wrong.html, /because of this/);
  assert.deepEqual(await opinionsOf(caseNumber), []);
  const sent = await reviewer.submit({ code: '', grounds: '' });
  assert.match(sent.html, /the case ended in refusal/);
  assert.deepEqual(await opinionsOf(caseNumber), [
    { kind: 'negative', effect: 'ended-the-case', given_by: 'internal-affairs-reviewer-1' },
  ]);
});

test('R1598/2.8: after the end an opinion is told to be late, with both instants and without effect', async () => {
  const other = await openPages();
  const late = await other.visitAs('state-security-reviewer-1');
  const { caseNumber } = await other.register();
  await other.deliver(caseNumber);
  await late.get(`/en/reviewer/files/${caseNumber}/negative`);
  await other.forward('2026-03-20T00:00:00+04:00');
  const told = await late.submit({ code: '', grounds: '' });
  assert.match(told.html, /Too late: received at .*2026.* the term had ended at .*2026.*no effect/);
  assert.match(told.html, /govuk-notification-banner__title" id="flash-1">\s*Too late\s*</);
  assert.doesNotMatch(told.html, /govuk-notification-banner--success/, 'what has no effect is not said to be done');
  assert.match((await late.get('/en/reviewer/late')).html, new RegExp(caseNumber));
  const ended = await late.get(`/en/reviewer/files/${caseNumber}`);
  assert.match(ended.html, /The term has ended: whatever comes now is too late and has no effect/);
  assert.doesNotMatch(ended.html, /value="nothing-against"/);
  await other.stop();
});

test('a negative opinion asks for a fresh sign-in; what was typed waits for it', async () => {
  const caseNumber = await newFile();
  await reviewer.get(`/en/reviewer/files/${caseNumber}/negative`);
  await pages.owner.run(
    `UPDATE session SET sess = jsonb_set(sess::jsonb, '{official,authenticatedAt}', '1')::json WHERE sess::text LIKE '%internal-affairs-reviewer-1%'`,
  );
  const chooser = await reviewer.submit({ code: 'K-7', grounds: 'typed before' });
  assert.ok(!chooser.url.startsWith(pages.url), 'at the provider');
  const back = await reviewer.choose('internal-affairs-reviewer-1');
  assert.match(back.html, /K-7/);
  assert.match(back.html, /typed before/);
  assert.deepEqual(await opinionsOf(caseNumber), []);
});

test('files are taken, handed on and laid back; a stand-in sees the absent one’s', async () => {
  const caseNumber = await newFile();
  const second = await pages.visitAs('internal-affairs-reviewer-2');
  await reviewer.get(`/en/reviewer/files/${caseNumber}`);
  assert.match((await reviewer.submit({}, { form: 'value="take"' })).html, /You took the file/);
  const unknown = await reviewer.submit({ to: 'foreign-affairs-reviewer-1' }, { form: 'hand-on' });
  assert.equal(unknown.status, 422);
  await reviewer.get('/en/reviewer/absence');
  await reviewer.submit({
    standIn: 'internal-affairs-reviewer-2',
    ...{ 'from-day': '16', 'from-month': '3', 'from-year': '2026' },
    ...{ 'until-day': '31', 'until-month': '12', 'until-year': '2026' },
  });
  assert.match((await second.get('/en/reviewer?show=mine')).html, new RegExp(caseNumber));
  await reviewer.get('/en/reviewer/absence');
  for (const enteredAt of ['', 'yesterday', '2026-13-45', "'; --"])
    assert.equal(
      (await reviewer.submit({ deed: 'end', enteredAt })).status,
      200,
      `an absence entered at “${enteredAt}”`,
    );
});

test('an absence: every fault at once, what was typed stays, and no day that is over', async () => {
  await reviewer.get('/en/reviewer/absence');
  const days = (from: readonly string[], until: readonly string[]) =>
    Object.fromEntries(
      [...from.map((value, n) => ['from', n, value]), ...until.map((value, n) => ['until', n, value])].map(
        ([name, n, value]) => [`${name}-${['day', 'month', 'year'][Number(n)]}`, String(value)],
      ),
    );
  const wrong = await reviewer.submit(
    { standIn: 'nobody', ...days(['31', '2', '2026'], ['x', '3', '2026']) },
    { form: 'name="standIn"' },
  );
  assert.equal(wrong.status, 422);
  for (const field of ['standIn', 'from-day', 'until-day']) assert.match(wrong.html, new RegExp(`href="#${field}"`));
  assert.match(wrong.html, /value="31"/);
  const past = await reviewer.submit(
    {
      standIn: 'internal-affairs-reviewer-2',
      ...days(['1', '3', '2026'], ['2', '3', '2026']),
    },
    { form: 'name="standIn"' },
  );
  assert.match(past.html, /The last day is over already/);
});

test('R1598/2.7: earlier cases of the same person, and of the same document in another’s hands', async () => {
  const own = form('foreigner-personal-token');
  const identityDocument = { ...own.applicant?.identityDocument, number: 'C7 77-777' };
  const first = await applyOverApi(pages, { ...own, applicant: { ...own.applicant, identityDocument } });
  const second = await applyOverApi(pages, {
    ...own,
    applicant: {
      ...own.applicant,
      birthDate: '1991-01-01',
      identityDocument: { ...identityDocument, number: 'c777777' },
    },
  });
  await pages.deliver(second.caseNumber);
  const { html } = await reviewer.get(`/en/reviewer/files/${second.caseNumber}`);
  assert.match(html, new RegExp(`same document, another person: <a[^>]*>${first.caseNumber}</a>`));
  const kept = await pages.owner.many<{ document_index: string }>(`SELECT document_index FROM "case"`);
  assert.ok(kept.every(({ document_index: index }) => !/777777/.test(index)));
});

test('R1598/2.8: nobody judges his own application: neither by what the sign-on says nor by what he declared', async () => {
  const own = form('foreigner-personal-token');
  const { caseNumber } = await applyOverApi(pages, {
    ...own,
    applicant: {
      ...own.applicant,
      birthDate: '1980-05-14',
      citizenship: 'DEU',
      identityDocument: { ...own.applicant?.identityDocument, issuingCountry: 'DEU', number: 'C01X00T47' },
    },
  });
  await pages.deliver(caseNumber);
  const himself = await pages.visitAs('internal-affairs-reviewer-3');
  await himself.get(`/en/reviewer/files/${caseNumber}`);
  const refused = await himself.submit({}, { form: 'nothing-against' });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /may not give an opinion on your own application/);
  const absent = await pages.visitAs('internal-affairs-reviewer-2');
  await absent.get('/en/reviewer/absence');
  const days = { 'from-day': '16', 'from-month': '3', 'from-year': '2026' };
  const until = { 'until-day': '31', 'until-month': '12', 'until-year': '2026' };
  await absent.submit({ standIn: 'internal-affairs-reviewer-3', ...days, ...until }, { form: 'name="standIn"' });
  assert.match((await himself.get('/en/reviewer')).html, /You stand in for: internal-affairs-reviewer-2/);
  await himself.get(`/en/reviewer/files/${caseNumber}/negative`);
  assert.equal((await himself.submit({ code: '', grounds: '' })).status, 422, 'nor as another’s stand-in');

  const second = await pages.visitAs('internal-affairs-reviewer-2');
  const declared = await newFile();
  await second.get(`/en/reviewer/files/${declared}`);
  await second.submit({}, { form: 'value="declare"' });
  await second.get(`/en/reviewer/files/${declared}/negative`);
  assert.equal((await second.submit({ code: '', grounds: '' })).status, 422);
  assert.deepEqual([await opinionsOf(caseNumber), await opinionsOf(declared)], [[], []]);
});

test('another agency’s and an unknown file are one answer, and reads are shown to nobody but the record', async () => {
  const unknown = await reviewer.get('/en/reviewer/files/QR-2026-999999');
  const mission = await pages.visitAs('berlin-officer-1');
  assert.equal(unknown.status, 404);
  const caseNumber = await newFile();
  assert.equal((await mission.get(`/en/reviewer/files/${caseNumber}`)).status, 404);
  await reviewer.get(`/en/reviewer/files/${caseNumber}`);
  const reads = await pages.owner.many(`SELECT what FROM case_read WHERE case_number = $1 AND capacity = 'reviewer'`, [
    caseNumber,
  ]);
  assert.deepEqual(reads, [{ what: 'read-review-file' }]);
});

test('a suspended account ends at once', async () => {
  const suspended = await pages.visitAs('foreign-affairs-reviewer-2');
  await pages.owner.run(
    `UPDATE official SET suspended_at = machine_now(), suspended_by = 'test' WHERE sub = 'foreign-affairs-reviewer-2'`,
  );
  const page = await suspended.get('/en/reviewer');
  assert.deepEqual([page.status, /suspended/.test(page.html)], [403, true]);
  assert.match((await suspended.get('/en/reviewer')).url, /sign-in/);
});

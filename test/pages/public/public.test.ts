import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { join } from 'node:path';
import { fileSigner } from '../../../adapters/signing/fileSigner.ts';
import { AGENCIES } from '../../../law/signature-issuance/agencies.ts';
import { SILENCE_TYP } from '../../../proof/silence.ts';
import type { Browsing } from '../browsing.ts';
import { openPages, type TestPages } from '../openPages.ts';

let pages: TestPages;
let anybody: Browsing;
before(async () => {
  pages = await openPages();
  anybody = pages.visit();
});
after(() => pages.stop());

const KINDS = ['foreigner', 'stateless-person', 'citizen-abroad', 'legal-person'];

test('R1598/1.2.1: the checker answers every branch with the clause, in three languages, and asks for what is missing', async () => {
  const said = {
    az: [/Müraciət edə bilərsiniz/, /Müraciət edə bilməzsiniz/],
    en: [/You may apply/, /You may not apply/],
    ru: [/Вы можете обратиться/, /Вы не можете обратиться/],
  } as const;
  for (const [language, [may, mayNot]] of Object.entries(said))
    for (const kind of KINDS) {
      const abroad = await anybody.get(`/${language}/who?kind=${kind}&country=DEU`);
      assert.match(abroad.html, may, `${language} ${kind}`);
      assert.match(abroad.html, /R1598\/1\.2\.1/);
      const here = await anybody.get(`/${language}/who?kind=${kind}&country=AZE`);
      assert.match(here.html, mayNot, `${language} ${kind}`);
      assert.match(here.html, /R1598\/1\.2\.1/);
    }
  assert.match((await anybody.get('/en/who?kind=citizen-abroad&country=DEU')).html, /your own FIN/);
  assert.match((await anybody.get('/en/who?kind=legal-person&country=DEU')).html, /authorised representative/);
  assert.match((await anybody.get('/en/who?kind=legal-person&country=AZE')).html, /operating outside Azerbaijan/);
  const half = await anybody.get('/en/who?kind=foreigner&country=XXX');
  assert.equal(half.status, 422);
  assert.match(half.html, /Choose the country/);
  assert.match((await anybody.get('/en/who?kind=&country=')).html, /Choose who applies/);
});

test('what is not such a document is said to be none, and an empty form asks for a file', async () => {
  await anybody.get('/en/check');
  assert.equal((await anybody.submit({}, { files: {} })).status, 422);
  await anybody.get('/en/check');
  const none = await anybody.submit({}, { files: { document: { name: 'a.txt', bytes: Buffer.from('hello') } } });
  assert.match(none.html, /no such document[\s\S]*NOT SUCH A DOCUMENT/);
  await anybody.get('/en/check');
  const large = await anybody.submit(
    {},
    { files: { document: { name: 'a.zip', bytes: Buffer.alloc(12 * 1024 * 1024 + 1) } } },
  );
  assert.match(large.html, /larger than 12 MB/);
});

test('an evidence pack of this installation is genuine, and one changed byte is named', async () => {
  const { caseNumber } = await pages.register();
  await pages.deliver(caseNumber);
  for (const agency of AGENCIES) await pages.opine(caseNumber, agency, { kind: 'nothing-against' });
  await pages.close(caseNumber);
  const auditor = { sub: 'a', role: 'auditor', body: 'chamber', post: 'desk' } as const;
  const pack = await fetch(`${pages.url}/api/v1/cases/${caseNumber}/file`, {
    headers: { Authorization: `Bearer ${await pages.token(auditor)}` },
  });
  const bytes = Buffer.from(await pack.arrayBuffer());
  await anybody.get('/en/check');
  const good = await anybody.submit({}, { files: { document: { name: 'pack.zip', bytes } } });
  assert.match(good.html, /REHEARSAL/, good.html.slice(0, 200));
  const changed = Buffer.from(bytes);
  const at = changed.indexOf('evidence.jsonl') + 200;
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  await anybody.get('/en/check');
  const bad = await anybody.submit({}, { files: { document: { name: 'pack.zip', bytes: changed } } });
  assert.match(bad.html, />\s*altered\s*<[\s\S]*ALTERED/);
});

test('R1598/2.8: a record of silence is told apart from an altered one, one of a foreign key and rubbish, in three languages', async () => {
  const { caseNumber } = await pages.register();
  await pages.deliver(caseNumber);
  await pages.forward('2026-12-05T10:00:00+04:00');
  await pages.close(caseNumber);
  const { body } = await pages.owner.one<{ body: string }>(
    `SELECT body FROM document WHERE case_number = $1 AND kind = 'record-of-silence'`,
    [caseNumber],
  );
  const sign = async (folder: string) =>
    (await fileSigner(join(pages.folder, folder))).sign(Buffer.from(body), SILENCE_TYP);
  const good = await sign('signing');
  const [header, payload = '', signature] = good.split('.');
  const altered = [header, `${payload.slice(0, 40)}${payload[40] === 'A' ? 'B' : 'A'}${payload.slice(41)}`, signature];
  const verdicts: readonly (readonly [string, Readonly<Record<'az' | 'en' | 'ru', RegExp>>])[] = [
    [good, { az: /sınaq sənədi/, en: /genuine, but of a rehearsal/, ru: /подлинный, но учебный/ }],
    [altered.join('.'), { az: />\s*dəyişdirilib/, en: />\s*altered/, ru: />\s*изменён/ }],
    [await sign('foreign'), { az: /başqasının açarı/, en: /with a foreign key/, ru: /чужим ключом/ }],
    ['rubbish', { az: /belə sənəd deyil/, en: /no such document/, ru: /не такой документ/ }],
  ];
  for (const [text, said] of verdicts)
    for (const language of ['az', 'en', 'ru'] as const) {
      await anybody.get(`/${language}/check`);
      const file = { name: 'record.jws', bytes: Buffer.from(text) };
      const verdict = await anybody.submit({}, { files: { document: file } });
      assert.equal(verdict.status, 200);
      assert.match(verdict.html, said[language]);
    }
  const page = await anybody.get('/en/check');
  assert.match(page.html, /--trust mohlet-keys\.json/);
  assert.equal((await anybody.get('/.well-known/mohlet-keys.json')).status, 200);
});

test('statistics publish nothing of a few cases, and round what they publish; JSON and CSV say the same', async (t) => {
  const other = await openPages();
  t.after(() => other.stop());
  const visitor = other.visit();
  for (let n = 0; n < 12; n += 1) {
    const { caseNumber } = await other.register();
    await other.deliver(caseNumber);
    await other.opine(caseNumber, 'internal-affairs', n < 9 ? { kind: 'nothing-against' } : { kind: 'negative' });
  }
  await other.forward('2026-12-05T10:00:00+04:00');
  const numbers = await other.owner.many<{ number: string }>(`SELECT number FROM "case" WHERE stage = 'opinions'`);
  for (const { number } of numbers) await other.close(number);
  await other.forward('2027-01-05T10:00:00+04:00');
  const read = await visitor.get('/api/v1/statistics');
  const { outcomes, decided, silence, steps } = JSON.parse(read.html) as {
    decided: { n: number | null; bySilence: number | null };
    outcomes: { outcome: string; n: number | null }[];
    silence: { agency: string; n: number | null; silence: number | null }[];
    steps: { step: string; holder: string | null; n: number | null; median: number | null }[];
  };
  assert.equal(outcomes.find(({ outcome }) => outcome === 'negative-opinion')?.n, null, 'three are too few');
  const of = (agency: string) => silence.find((one) => one.agency === agency);
  assert.equal(of('state-security')?.n, 5, 'nine, rounded');
  assert.equal(of('state-security')?.silence, null, 'a share of nine is none');
  assert.equal(steps.find(({ step }) => step === 'whole')?.n, 10);
  assert.equal(decided.n, 10, 'twelve, rounded');
  assert.equal(decided.bySilence, null, 'three refusals are too few to be told from the rest');
  assert.ok((steps.find(({ step }) => step === 'whole')?.median ?? 0) > 0);
  const csv = await visitor.get('/en/statistics.csv');
  assert.match(csv.html, /^figure,of,value,unit,until\r\n[\s\S]*outcome,negative-opinion,,cases,2027-01-01\r\n/);
  assert.match((await visitor.get('/en/statistics')).html, /fewer than 5/);
  assert.match((await visitor.get('/en/')).html, /at most \d+ working days in half of the cases/);
});

test('the state of the system shows its parts and what is announced', async () => {
  const operator = await pages.visitAs('operator-1');
  await operator.get('/en/operator/announcements');
  const text = { az: 'Profilaktika', en: 'Maintenance of the disks', ru: 'Работы' };
  await operator.submit({ from: '2036-04-01T10:00', until: '2036-04-02T10:00', ...text }, { form: 'name="until"' });
  const state = await anybody.get('/en/state');
  assert.match(state.html, /Everything is up[\s\S]*Maintenance of the disks/);
  assert.match((await anybody.get('/en/')).html, /Maintenance of the disks/);
});

test('the service is told of also where the calendar does not cover the days that a term would take now', async (t) => {
  const late = await openPages();
  t.after(() => late.stop());
  await late.freeze('2027-12-30T10:00:00+04:00');
  assert.equal((await late.visit().get('/az')).status, 200);
});

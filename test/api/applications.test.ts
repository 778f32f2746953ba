import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { lockWaited } from '../support/lockWaited.ts';
import { form } from '../support/record.ts';
import { newKey, openApi, type Problem, type TestApi } from './openApi.ts';

const APPLY = '/api/v1/applications';

describe('applying over HTTP', () => {
  let api: TestApi;
  before(async () => {
    api = await openApi();
  });
  after(() => api.stop());

  const complete = async (person?: string) => ({
    application: form('foreigner-personal-token', person),
    uploads: await api.uploads(),
  });

  it('answers what is no JSON, and what the Annex does not ask for, by problem details', async () => {
    const bad = await api.post(APPLY).set('Content-Type', 'application/json').send('{"application":');
    assert.equal(bad.status, 400);
    assert.match(bad.get('content-type') ?? '', /^application\/problem\+json/);
    const said = JSON.parse(bad.text) as Problem;
    assert.equal(said.type, 'urn:mohlet:problem:not-json');
    assert.equal(said.requestId, bad.get('x-request-id'));

    const unknown = await api.post(APPLY, {
      application: { fatherInLaw: 'x', applicant: { shoeSize: 'forty-four' } },
      uploads: [],
    });
    assert.equal(unknown.status, 400);
    const { items } = JSON.parse(unknown.text) as Problem;
    assert.deepEqual(
      items?.toSorted((a, b) => (a['field'] ?? '').localeCompare(b['field'] ?? '')),
      [
        { field: '/application/applicant/shoeSize', reason: 'not-asked-for' },
        { field: '/application/fatherInLaw', reason: 'not-asked-for' },
      ],
    );
    assert.ok(!unknown.text.includes('forty'), 'no value comes back');
  });

  it('what a client did wrong is never answered as our fault', async () => {
    const undecodable = await api.http.get('/api/v1/cases/%E0%A4%A').set('Authorization', 'Bearer x');
    const zipped = await api
      .post(APPLY, '{}')
      .set('Content-Type', 'application/json')
      .set('Content-Encoding', 'pigeon');
    const cut = await api
      .post('/api/v1/uploads', 'no boundary in here')
      .set('Content-Type', 'multipart/form-data; boundary=b');
    const boundless = await api.post('/api/v1/uploads', 'x').set('Content-Type', 'multipart/form-data');
    const large = await api.post(APPLY, { application: { asanNumber: 'x'.repeat(300_000) } });
    const surrogate = await api
      .post(APPLY, '{"application":{"applicant":{"surname":"\\ud800"}},"uploads":[]}')
      .set('Content-Type', 'application/json');
    const nul = await api.http.get('/api/v1/cases/QR%00').set('Authorization', `Bearer ${await api.token('operator')}`);
    assert.deepEqual(
      Object.entries({ undecodable, zipped, cut, boundless, large, surrogate, nul }).map(([name, answer]) => [
        name,
        answer.status,
        /^application\/problem\+json/.test(answer.get('content-type') ?? ''),
      ]),
      [
        ['undecodable', 404, true],
        ['zipped', 400, true],
        ['cut', 400, true],
        ['boundless', 400, true],
        ['large', 413, true],
        ['surrogate', 400, true],
        ['nul', 404, true],
      ],
    );
  });

  it('asks for an Idempotency-Key of 16 to 200 characters', async () => {
    for (const key of [undefined, 'too-short', 'x'.repeat(201), 'with a blank in it']) {
      const asked = api.http.post(APPLY).send({});
      const answer = await (key === undefined ? asked : asked.set('Idempotency-Key', key));
      assert.equal(answer.status, 400);
      assert.equal((JSON.parse(answer.text) as Problem).title, 'key-missing');
    }
  });

  it('R1598/2.6: a repeat gets the first answer, the same key with another body 422', async () => {
    const body = await complete();
    const key = newKey();
    const first = await api.post(APPLY, body, key);
    assert.equal(first.status, 201);
    const again = await api.post(APPLY, body, key);
    assert.equal(again.status, 201);
    assert.deepEqual(again.body, first.body);
    const other = await api.post(APPLY, await complete(), key);
    assert.equal(other.status, 422);
    assert.equal((JSON.parse(other.text) as Problem).title, 'key-used');
    const { n } = await api.owner.one<{ n: number }>(`SELECT count(*)::integer AS n FROM "case"`);
    assert.equal(n, 1);
  });

  it('the same key while the first request is under way: 409, and the first answer afterwards', async () => {
    const body = await complete();
    const key = newKey();
    const hold = new pg.Client({ connectionString: api.databases.ownerUrl });
    await hold.connect();
    await hold.query('BEGIN');
    await hold.query('SELECT 1 FROM upload WHERE id = ANY ($1) FOR UPDATE', [body.uploads]);
    const first = api.post(APPLY, body, key).then((answer) => answer);
    await lockWaited(api.owner);
    const second = await api.post(APPLY, body, key);
    assert.equal(second.status, 409);
    assert.equal(second.get('retry-after'), '1');
    await hold.query('ROLLBACK');
    await hold.end();
    assert.equal((await first).status, 201);
    assert.deepEqual((await api.post(APPLY, body, key)).body, (await first).body);
  });

  it('uploads that nobody made, or that another case has, are named', async () => {
    const body = await complete();
    assert.equal((await api.post(APPLY, body)).status, 201);
    const ghost = '00000000-0000-4000-8000-000000000000';
    const answer = await api.post(APPLY, {
      application: form('foreigner-personal-token'),
      uploads: [...body.uploads, ghost],
    });
    assert.equal(answer.status, 422);
    const { title, items } = JSON.parse(answer.text) as Problem;
    assert.equal(title, 'unknown-uploads');
    assert.deepEqual(
      items?.map(({ id }) => id),
      [...body.uploads, ghost],
    );
  });

  it('R1598/2.6: the millionth application and the one after it have numbers of their own', async () => {
    await api.owner.run(`SELECT setval('case_number', 999999)`);
    const numbers: string[] = [];
    for (let n = 0; n < 2; n += 1) {
      const answer = await api.post(APPLY, await complete());
      assert.equal(answer.status, 201, answer.text);
      numbers.push((answer.body as { caseNumber: string }).caseNumber);
    }
    assert.deepEqual(numbers, ['QR-2026-1000000', 'QR-2026-1000001']);
    await api.owner.run(`SELECT setval('case_number', 1000)`);
  });

  it('Q191/7.4: an incomplete form is answered with all items at once, in the language asked for', async () => {
    const said: Record<string, Problem> = {};
    for (const language of ['az', 'en', 'ru']) {
      const application = form('foreigner-personal-token');
      delete application.carrier;
      delete application.applicant?.surname;
      delete application.applicant?.email;
      const answer = await api.post(APPLY, { application, uploads: [] }).set('Accept-Language', language);
      assert.equal(answer.status, 422);
      assert.equal(answer.get('content-language'), language);
      said[language] = JSON.parse(answer.text) as Problem;
    }
    const fields = said['az']?.items?.map(({ field }) => field) ?? [];
    for (const field of ['/carrier', '/applicant/surname', '/applicant/email', '/documents/photograph'])
      assert.ok(fields.includes(field), field);
    for (const language of ['en', 'ru'])
      assert.deepEqual(
        said[language]?.items?.map(({ field }) => field),
        fields,
      );
    const mend = ['az', 'en', 'ru'].map((language) => said[language]?.items?.[0]?.['mend']);
    assert.equal(new Set(mend).size, 3);
    assert.ok(mend.every((text) => (text ?? '').length > 3));
    assert.equal(said['az']?.clause, 'Q191/7.4');
  });

  it('R1598/1.2.1: who lives in Azerbaijan is refused by the clause', async () => {
    const application = form('foreigner-personal-token');
    const answer = await api.post(APPLY, {
      application: { ...application, applicant: { ...application.applicant, countryOfResidence: 'AZE' } },
      uploads: [],
    });
    assert.equal(answer.status, 403);
    assert.equal((JSON.parse(answer.text) as Problem).clause, 'R1598/1.2.1');
  });

  it('R1598/1.2.7: a second open application of one person is refused, however its number is typed', async () => {
    assert.equal((await api.post(APPLY, await complete('AB 12-34'))).status, 201);
    const twin = await api.post(APPLY, await complete('ab1234'));
    assert.equal(twin.status, 403);
    assert.equal((JSON.parse(twin.text) as Problem).title, 'open-application');
  });

  it('R1598/1.2.7: of twins sent at one moment exactly one is registered, the others refused', async () => {
    const bodies = await Promise.all([1, 2, 3, 4].map(() => complete('TWIN1')));
    const answers = await Promise.all(bodies.map((body) => api.post(APPLY, body)));
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 403, 403, 403],
    );
  });
});

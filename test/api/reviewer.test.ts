import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { noteSignIn } from '../../cases/officials/accounts.ts';
import { FRESH_SECONDS } from '../../cases/officials/freshSignIn.ts';
import type { Official } from '../../law/officials.ts';
import { newKey, openApi, type Problem, type TestApi } from './openApi.ts';

const reviewer = (agency: 'internal-affairs' | 'state-security', n = 1): Official => ({
  ...{ sub: `${agency}-reviewer-${n}`, role: 'reviewer', body: agency, post: 'duty-desk' },
});

describe('a reviewer over the API', () => {
  let api: TestApi;
  before(async () => {
    api = await openApi();
    for (const one of [reviewer('internal-affairs'), reviewer('internal-affairs', 2), reviewer('state-security')])
      await noteSignIn(api.record, one);
  });
  after(() => api.stop());

  const newFile = async () => {
    const { caseNumber } = await api.register();
    await api.deliver(caseNumber);
    return caseNumber;
  };
  const get = async (path: string, by = reviewer('internal-affairs')) =>
    api.http
      .get(`/api/v1${path}`)
      .set('Authorization', `Bearer ${await api.tokenOf(by)}`)
      .set('Accept-Language', 'en');
  const post = async (
    path: string,
    body: object = {},
    { by = reviewer('internal-affairs'), age = '0 s', key = newKey() } = {},
  ) => api.post(`/api/v1${path}`, body, key).set('Authorization', `Bearer ${await api.tokenOf(by, age)}`);
  const problemOf = ({ text }: { text: string }) => JSON.parse(text) as Problem & { reason?: string };
  const opinions = (caseNumber: string) =>
    api.owner.many(`SELECT kind, effect, given_by AS by FROM opinion WHERE case_number = $1 ORDER BY received_at`, [
      caseNumber,
    ]);

  it('R1598/2.8: the queue under its filters, a file with its days in words; every read is noted', async () => {
    const caseNumber = await newFile();
    const queue = (await get('/reviewer/files')).body as { files: { caseNumber: string; left: object }[] };
    assert.ok(queue.files.some((one) => one.caseNumber === caseNumber));
    const file = await get(`/reviewer/files/${caseNumber}`);
    const { term, documents, colleagues } = file.body as {
      term: { left: { kind: string }; days: { why: string; code: string }[] };
      documents: { kind: string }[];
      colleagues: string[];
    };
    assert.equal(term.left.kind, 'left');
    assert.ok(term.days.every(({ why, code }) => why !== code));
    assert.deepEqual(documents.map(({ kind }) => kind).sort(), ['identity-document', 'photograph']);
    assert.deepEqual(colleagues, ['internal-affairs-reviewer-2']);
    const looks = await api.owner.many(`SELECT what, body FROM case_read WHERE case_number = $1 ORDER BY what`, [
      caseNumber,
    ]);
    assert.deepEqual(looks, [
      { what: 'read-queue', body: 'internal-affairs' },
      { what: 'read-review-file', body: 'internal-affairs' },
    ]);
    assert.equal((await get('/reviewer/files?show=everything')).status, 400);
  });

  it('R1598/2.8: nothing against; a repeat under the key counts once', async () => {
    const caseNumber = await newFile();
    const key = newKey();
    const first = await post(`/reviewer/files/${caseNumber}/nothing-against`, {}, { key });
    assert.equal((first.body as { kind: string }).kind, 'noted', first.text);
    const again = await post(`/reviewer/files/${caseNumber}/nothing-against`, {}, { key });
    assert.deepEqual(again.body, first.body);
    const by = 'internal-affairs-reviewer-1';
    assert.deepEqual(await opinions(caseNumber), [{ kind: 'nothing-against', effect: 'noted', by }]);
  });

  it('R1598/2.8: a negative opinion asks for a sign-in of the last minutes (RFC 9470), then ends the case without grounds', async () => {
    const caseNumber = await newFile();
    const path = `/reviewer/files/${caseNumber}/negative`;
    const stale = await post(path, {}, { age: `${FRESH_SECONDS + 5} s` });
    assert.equal(stale.status, 401);
    assert.equal(stale.headers['www-authenticate'], 'Bearer error="insufficient_user_authentication", max_age="300"');
    assert.equal(problemOf(stale).title, 'fresh-sign-in-needed');
    assert.deepEqual(await opinions(caseNumber), []);
    assert.equal((await post(path, { code: 'k'.repeat(101) })).status, 400);
    const given = await post(path, {}, { age: `${FRESH_SECONDS - 60} s` });
    assert.equal((given.body as { kind: string }).kind, 'ended-the-case', given.text);
  });

  it('R1598/2.8: after the end an opinion is told to be late, and stands among the late ones', async () => {
    const other = await openApi();
    const token = await other.tokenOf(reviewer('state-security'));
    const { caseNumber } = await other.register();
    await other.deliver(caseNumber);
    await other.forward('2036-03-20T00:00:00+04:00');
    const path = `/api/v1/reviewer/files/${caseNumber}/nothing-against`;
    const told = await other.post(path, {}).set('Authorization', `Bearer ${token}`);
    const listed = await other.http.get('/api/v1/reviewer/late').set('Authorization', `Bearer ${token}`);
    await other.stop();
    assert.equal((told.body as { kind: string }).kind, 'late', told.text);
    assert.equal((listed.body as { opinions: { caseNumber: string }[] }).opinions[0]?.caseNumber, caseNumber);
  });

  it('files are taken, handed on to a colleague of the agency alone, and laid back; a stand-in sees them', async () => {
    const caseNumber = await newFile();
    const path = `/reviewer/files/${caseNumber}/taking`;
    assert.deepEqual((await post(path)).body, { kind: 'taken', by: 'internal-affairs-reviewer-1' });
    const foreign = await post(path, { to: 'state-security-reviewer-1' });
    assert.deepEqual([foreign.status, problemOf(foreign).reason], [409, 'no-colleague']);
    const absent = { standIn: 'internal-affairs-reviewer-2', fromDay: '2026-01-01', untilDay: '2036-12-31' };
    assert.equal((await post('/reviewer/absences', { ...absent, standIn: 'nobody' })).status, 422);
    assert.equal((await post('/reviewer/absences', { ...absent, untilDay: '2025-01-01' })).status, 422);
    assert.equal((await post('/reviewer/absences', absent)).status, 201);
    const mine = await get('/reviewer/files?show=mine', reviewer('internal-affairs', 2));
    assert.match(mine.text, new RegExp(caseNumber));
    const listed = (await get('/reviewer/absences')).body as { absences: { enteredAt: string }[] };
    const end = { enteredAt: listed.absences[0]?.enteredAt };
    const second = { by: reviewer('internal-affairs', 2) };
    assert.equal((await post('/reviewer/absences/end', end, second)).status, 404, 'another’s');
    assert.equal((await post('/reviewer/absences/end', end)).status, 200);
    assert.deepEqual((await post(path, { to: null })).body, { kind: 'taken', by: null });
  });

  it('R1598/2.8: who declared himself bound gives no opinion from then on', async () => {
    const caseNumber = await newFile();
    assert.equal((await post(`/reviewer/files/${caseNumber}/declaration`)).status, 200);
    const refused = await post(`/reviewer/files/${caseNumber}/nothing-against`);
    assert.deepEqual([refused.status, problemOf(refused).reason], [409, 'own-application']);
    assert.match(problemOf(refused).detail, /own application/);
    const taking = await post(`/reviewer/files/${caseNumber}/taking`);
    assert.deepEqual([taking.status, problemOf(taking).reason], [409, 'own-application'], 'nor does he hold its file');
    await get('/reviewer/files', reviewer('internal-affairs', 2));
    const to = 'internal-affairs-reviewer-1';
    const by = reviewer('internal-affairs', 2);
    const handed = await post(`/reviewer/files/${caseNumber}/taking`, { to }, { by });
    assert.deepEqual([handed.status, problemOf(handed).reason], [409, 'colleague-bound']);
  });

  it('unknown cases and foreign documents are 404, other roles 403, nobody 401, a suspended reviewer 401', async () => {
    const caseNumber = await newFile();
    const { caseNumber: other } = await api.register();
    const ids = (await get(`/reviewer/files/${other}`)).body as { documents: { id: string }[] };
    const foreign = ids.documents[0]?.id ?? '';
    const none = 'QR-2026-999999';
    const texts = new Set<string>();
    for (const path of [`/reviewer/files/${none}`, `/reviewer/files/${caseNumber}/documents/${foreign}`]) {
      const answer = await get(path);
      assert.equal(answer.status, 404);
      texts.add(problemOf(answer).detail);
    }
    for (const deed of ['nothing-against', 'negative', 'taking', 'declaration'])
      assert.equal((await post(`/reviewer/files/${none}/${deed}`)).status, 404, deed);
    assert.equal(texts.size, 1);
    const operator: Official = { sub: 'o', role: 'operator', body: 'portal-operator', post: 'duty-desk' };
    assert.equal((await get('/reviewer/files', operator)).status, 403);
    assert.equal((await api.http.get('/api/v1/reviewer/files')).status, 401);
    await api.owner.run(`UPDATE official SET suspended_at = machine_now(), suspended_by = 'o' WHERE sub = $1`, [
      'state-security-reviewer-1',
    ]);
    assert.equal((await get('/reviewer/files', reviewer('state-security'))).status, 401);
  });
});

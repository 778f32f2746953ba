import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { noteSignIn } from '../../cases/officials/accounts.ts';
import type { Official } from '../../law/officials.ts';
import { atMission } from '../support/atMission.ts';
import { newKey, openApi, type Problem, type TestApi } from './openApi.ts';

const OPERATOR: Official = { sub: 'operator-1', role: 'operator', body: 'portal-operator', post: 'duty-desk' };
const AUDITOR: Official = { sub: 'auditor-1', role: 'auditor', body: 'chamber-of-accounts', post: 'duty-desk' };
const CENTRE: Official = { sub: 'centre-1', role: 'centre-officer', body: 'e-imza', post: 'duty-desk' };
const OTHER_CENTRE: Official = { ...CENTRE, sub: 'centre-2', body: 'asan' };

describe('the desks of operator, Centre, mission and auditor over the API', () => {
  let api: TestApi;
  before(async () => {
    api = await openApi();
  });
  after(() => api.stop());

  const as = (official: Official, age?: string) => api.tokenOf(official, age).then((token) => `Bearer ${token}`);
  const get = async (path: string, by: Official, age?: string) =>
    api.http
      .get(`/api/v1${path}`)
      .set('Authorization', await as(by, age))
      .set('Accept-Language', 'en');
  const post = async (
    path: string,
    body: object,
    { by = OPERATOR, age = '0 s', key = newKey() }: { by?: Official; age?: string; key?: string } = {},
  ) => api.post(`/api/v1${path}`, body, key).set('Authorization', await as(by, age));
  const problemOf = ({ text }: { text: string }) => JSON.parse(text) as Problem;
  const chainOf = async (chain: string) => {
    const rows = await api.owner.many<{ body: string }>(
      `SELECT body FROM evidence WHERE starts_with(chain, $1) ORDER BY at, seq`,
      [chain],
    );
    return rows.map(({ body }) => JSON.parse(body) as { what: string; facts: Record<string, unknown> });
  };

  it('R1598/2.7: what does not go on, with its reason; a retry brings the attempts forward, once for its key', async () => {
    const { caseNumber } = await api.register();
    await api.owner.run(
      `UPDATE opinion_request SET attempts = 3, next_attempt_at = machine_now() + interval '1 hour'
        WHERE case_number = $1 AND agency = 'state-security'`,
      [caseNumber],
    );
    const stuck = (await get(`/operator/stuck?case=${caseNumber}`, OPERATOR)).body as { cases: object[] };
    assert.deepEqual(
      stuck.cases.map((one) => (one as { reason: string; about: string }).reason),
      ['agency-not-reached'],
    );
    const unreachable = (await get('/operator/unreachable', OPERATOR)).body as { requests: { caseNumber: string }[] };
    assert.deepEqual(
      unreachable.requests.map((one) => one.caseNumber),
      [caseNumber],
    );
    const desk = (await get('/operator/desk', OPERATOR)).body as { unreachable: number; stuck: number };
    assert.deepEqual([desk.unreachable, desk.stuck], [1, 1]);
    const key = newKey();
    const retried = await post(`/cases/${caseNumber}/retry`, {}, { key });
    assert.equal((retried.body as { kind: string }).kind, 'retried', retried.text);
    assert.deepEqual((await post(`/cases/${caseNumber}/retry`, {}, { key })).body, retried.body);
    assert.equal((await post('/cases/QR-2026-999999/retry', {})).status, 404);
    assert.equal((await post(`/cases/${caseNumber}/retry`, {}, { by: AUDITOR })).status, 403);
    const settled = { centre: 'e-imza', document: 'Akt № 5' };
    assert.equal((await post(`/cases/${caseNumber}/centre-settlement`, settled)).status, 409);
    assert.equal((await post('/cases/QR-2026-999999/centre-settlement', settled)).status, 404);
    assert.equal((await get('/operator/outages', OPERATOR)).status, 200);
  });

  it('an account is suspended at once and restored, by a fresh sign-in, and never one’s own', async () => {
    await noteSignIn(api.record, CENTRE);
    const suspend = (sub: string, suspended = true) => ({ sub, suspended, ...(suspended && { why: 'inquiry' }) });
    const path = '/operator/users/suspension';
    assert.equal((await post(path, suspend(CENTRE.sub), { age: '10 minutes' })).status, 401);
    assert.equal((await get('/operator/users', OPERATOR, '10 minutes')).status, 401);
    assert.deepEqual((await post(path, suspend(CENTRE.sub))).body, { kind: 'suspended' });
    assert.equal((await get('/centre/cases', CENTRE)).status, 401);
    const { users } = (await get('/operator/users', OPERATOR)).body as {
      users: { sub: string; suspendedBy: string }[];
    };
    assert.equal(users.find(({ sub }) => sub === CENTRE.sub)?.suspendedBy, OPERATOR.sub);
    assert.deepEqual((await post(path, suspend(CENTRE.sub, false))).body, { kind: 'restored' });
    assert.equal((await get('/centre/cases', CENTRE)).status, 200);
    const own = await post(path, suspend(OPERATOR.sub));
    assert.deepEqual([own.status, problemOf(own).title], [409, 'not-oneself']);
    assert.equal((await post(path, suspend('nobody'))).status, 404);
  });

  it('maintenance is announced to everybody and taken back; one that ends before it begins is refused', async () => {
    const text = { az: 'Profilaktika', en: 'Maintenance', ru: 'Работы' };
    const said = { from: '2036-04-01T10:00:00+04:00', until: '2036-04-01T12:00:00+04:00', text };
    assert.equal((await post('/operator/announcements', { ...said, until: said.from })).status, 400);
    const announced = (await post('/operator/announcements', said)).body as { id: string };
    const listed = async () =>
      ((await api.http.get('/api/v1/state')).body as { announcements: { id: string }[] }).announcements;
    assert.deepEqual(
      (await listed()).map(({ id }) => id),
      [announced.id],
    );
    const take = async () =>
      api.http.delete(`/api/v1/operator/announcements/${announced.id}`).set('Authorization', await as(OPERATOR));
    assert.equal((await take()).status, 200);
    assert.equal((await take()).status, 404);
    assert.deepEqual(await listed(), []);
  });

  it('R1598/2.9: a Centre sees what waits for it and not what waits for the other; its mission sees the counter', async () => {
    const { caseNumber } = await atMission(api);
    await api.owner.run(
      `UPDATE "case" SET waits_for = 'centre:e-imza', waits_since = legal_now(), stage = 'register' WHERE number = $1`,
      [caseNumber],
    );
    const mine = (await get('/centre/cases', CENTRE)).body as { cases: { caseNumber: string }[] };
    assert.deepEqual(
      mine.cases.map((one) => one.caseNumber),
      [caseNumber],
    );
    assert.deepEqual((await get('/centre/cases', OTHER_CENTRE)).body, { cases: [] });
    const officer = (post_: 'berlin' | 'paris'): Official => ({
      ...{ sub: `officer-${post_}`, role: 'mission-officer', body: 'foreign-affairs', post: post_ },
    });
    const counter = await get(`/cases/${caseNumber}/counter`, officer('berlin'));
    assert.equal((counter.body as { stage: string }).stage, 'register', counter.text);
    const foreign = await get(`/cases/${caseNumber}/counter`, officer('paris'));
    const unknown = await get('/cases/QR-2026-999999/counter', officer('paris'));
    assert.deepEqual([foreign.status, unknown.status], [404, 404]);
    assert.equal(problemOf(foreign).detail, problemOf(unknown).detail);
    const next = await get(`/cases/${caseNumber}/next-hands`, officer('paris'));
    assert.deepEqual(next.body, { parties: [] });
  });

  it('S1598/2.1: the auditor searches, verifies a chain and takes rows with him; each of it is evidence', async () => {
    const { caseNumber } = await api.register();
    const found = (await get(`/auditor/evidence?chain=${caseNumber}&what=registered`, AUDITOR)).body as {
      rows: { chain: string; seq: number }[];
    };
    assert.deepEqual(
      found.rows.map(({ chain, seq }) => [chain, seq]),
      [[`case:${caseNumber}`, 1]],
    );
    const whole = await get(`/auditor/chains/case:${caseNumber}/verdict`, AUDITOR);
    assert.equal((whole.body as { kind: string }).kind, 'whole', whole.text);
    const file = await get(`/auditor/export?chain=${caseNumber}`, AUDITOR);
    assert.match(file.headers['content-type'] ?? '', /^application\/x-ndjson/);
    assert.equal((await get('/auditor/chains/case:QR-2026-999999/verdict', AUDITOR)).status, 404);
    assert.equal((await get('/auditor/evidence?from=yesterday', AUDITOR)).status, 400);
    assert.equal((await get('/auditor/evidence', OPERATOR)).status, 403);
    const noted = (await chainOf(`read:${AUDITOR.sub}:`)).map(({ what }) => what);
    assert.deepEqual(noted, [
      ...['read-evidence', 'evidence-searched'],
      ...['chain-verified', 'read-evidence'],
      ...['read-evidence', 'evidence-exported'],
      'chain-verified',
    ]);
  });
});

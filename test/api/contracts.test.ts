import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { bringTo } from '../support/issuing.ts';
import { newKey, openApi, type Problem, type TestApi } from './openApi.ts';
import { askedAgo } from '../support/askedAgo.ts';

describe('the routes of the contract and the register', () => {
  let api: TestApi;
  before(async () => {
    api = await openApi();
    await api.freeze('2026-03-16T09:00:00+04:00');
  });
  after(() => api.stop());

  const token = (claims: { role: string; body: string; post: string }) =>
    new SignJWT({ ...claims, ...askedAgo() })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt' })
      .setSubject(`test-${claims.role}`)
      .setIssuer('urn:test:sign-on')
      .setAudience('mohlet')
      .setIssuedAt()
      .setExpirationTime('1 hour')
      .sign(api.privateKey);
  const officer = (post: string) => token({ role: 'mission-officer', body: 'foreign-affairs', post });
  const centre = (body: string) => token({ role: 'centre-officer', body, post: 'register' });
  const post = async (path: string, body: object, bearer: Promise<string>, key = newKey()) =>
    api.post(`/api/v1${path}`, body, key).set('Authorization', `Bearer ${await bearer}`);
  const problemOf = ({ text }: { text: string }) => JSON.parse(text) as Problem & { reason: string; stage: string };

  it('R1598/2.14, 2.15, 5.4: signed, handed over and entered over HTTP; a repeat gets the first answer', async () => {
    const { caseNumber, mission, serial } = await bringTo(api, 'contract');
    const own = officer(mission.slice('mission:'.length));
    const signed = { certificateContract: `C-${serial}` };
    const early = await post(`/cases/${caseNumber}/handing-over`, { paperNumber: '7' }, own);
    assert.equal(early.status, 409);
    const { clause, reason, stage, detail } = problemOf(early);
    assert.deepEqual([clause, reason, stage], ['R1598/2.14', 'not-signed-yet', 'contract']);
    assert.match(detail, /register it first/);

    const key = newKey();
    const first = await post(`/cases/${caseNumber}/signatures`, signed, own, key);
    assert.equal(first.status, 200);
    const again = await post(`/cases/${caseNumber}/signatures`, signed, own, key);
    assert.deepEqual(again.body, first.body);
    const given = await post(`/cases/${caseNumber}/handing-over`, { paperNumber: 'Akt № 7/2026' }, own);
    assert.equal(given.status, 200);
    assert.equal((given.body as { kind: string }).kind, 'issued');

    const foreign = await post(`/cases/${caseNumber}/register-entry`, { serial }, centre('asan'));
    assert.equal(foreign.status, 404, 'another Centre does not know the case');
    const entered = await post(`/cases/${caseNumber}/register-entry`, { serial }, centre('e-imza'));
    assert.equal(entered.status, 200);

    const read = async (bearer: Promise<string>) =>
      (
        (await api.http.get('/api/v1/register').set('Authorization', `Bearer ${await bearer}`)).body as {
          entries: { serial: string; owner?: object }[];
        }
      ).entries;
    assert.ok((await read(centre('e-imza'))).find((entry) => entry.serial === serial)?.owner !== undefined);
    assert.equal((await read(centre('asan'))).length, 0);
    const audited = (await read(api.token('auditor'))).find((entry) => entry.serial === serial);
    assert.ok(audited !== undefined && audited.owner === undefined);
    const reads = await api.owner.many(`SELECT 1 FROM evidence WHERE body LIKE '%"read-register"%'`);
    assert.equal(reads.length, 3, 'every reading of the register stands in the evidence');
  });

  it('R1598/2.14, 5.5: another post and an unknown case answer alike, other roles and forms are refused', async () => {
    const { caseNumber, mission } = await bringTo(api, 'contract');
    const body = { certificateContract: 'C-1' };
    const foreign = await post(`/cases/${caseNumber}/signatures`, body, officer('tokyo'));
    const unknown = await post('/cases/QR-2026-999999/signatures', body, officer('tokyo'));
    const shapeless = await post('/cases/nothing/signatures', body, officer('tokyo'));
    const said = (answer: { text: string }) => ({ ...problemOf(answer), requestId: '' });
    assert.deepEqual(said(foreign), said(unknown));
    assert.deepEqual(said(shapeless), said(unknown));
    assert.equal(unknown.status, 404);
    const own = officer(mission.slice('mission:'.length));
    assert.equal((await post(`/cases/${caseNumber}/signatures`, body, centre('e-imza'))).status, 403);
    assert.equal((await post(`/cases/${caseNumber}/signatures`, { ...body, more: 1 }, own)).status, 400);
    // R1598/5.5: only those authorised enter data, each Centre's officers in its own register.
    const entry = { serial: 'A1' };
    assert.equal((await post(`/cases/${caseNumber}/register-entry`, entry, own)).status, 403);
    assert.equal((await post(`/cases/${caseNumber}/register-entry`, entry, centre('asan'))).status, 404);
    assert.equal((await post(`/cases/${caseNumber}/handing-over`, { paperNumber: '<b>' }, own)).status, 400);
  });

  it('R1598/2.15: the applicant withdraws at the contract, and not a second time', async () => {
    const { caseNumber, access } = await api.register();
    await bringTo(api, 'contract', { caseNumber });
    const withdraw = () => api.post('/api/v1/application/withdrawal').set('Authorization', `Bearer ${access.token}`);
    const first = await withdraw();
    assert.equal(first.status, 200);
    const second = await withdraw();
    assert.equal(second.status, 409);
    const { title, clause, reason, stage } = problemOf(second);
    assert.deepEqual([title, clause, reason, stage], ['deed-refused', 'R1598/2.15', 'ended-already', 'ended']);
  });
});

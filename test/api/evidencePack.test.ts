import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { readZip } from '../../commands/verify/pack/readZip.ts';
import { provePack } from '../../proof/evidencePackProof.ts';
import { atMission } from '../support/atMission.ts';
import { openApi, type TestApi } from './openApi.ts';

describe('GET the file of a case', () => {
  let api: TestApi;
  let caseNumber: string;
  let access: { token: string };
  let mission: 'berlin' | 'paris';
  before(async () => {
    api = await openApi();
    mission = 'berlin';
    ({ caseNumber, access } = await atMission(api, { mission }));
    await api.owner.run(
      `INSERT INTO centre_request (case_number, round, centre, message_id, opened_at, next_attempt_at)
       VALUES ($1, 1, 'e-imza', gen_random_uuid(), legal_now(), machine_now())`,
      [caseNumber],
    );
  });
  after(() => api.stop());

  /** An official's token of any role, as the sign-on of the test makes it. */
  const token = (claims: Record<string, string>) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt' })
      .setSubject(`official-${claims['post']}`)
      .setIssuer('urn:test:sign-on')
      .setAudience('mohlet')
      .setIssuedAt()
      .setExpirationTime('1 hour')
      .sign(api.privateKey);
  const get = (path: string, authorization: string) =>
    api.http.get(path).set('Authorization', authorization).responseType('blob');
  const ofCase = async (claims: Record<string, string>, number = caseNumber) =>
    get(`/api/v1/cases/${number}/file`, `Bearer ${await token(claims)}`);
  const provenBy = async (body: unknown) => {
    const zip = await readZip(body as Buffer);
    assert.ok(zip.kind === 'read' && zip.differsIn === undefined && zip.unreadable.length === 0);
    const proof = await provePack(zip.members, await api.trust());
    assert.ok(proof.kind === 'rehearsal');
    return proof.manifest;
  };
  const reads = async (prefix: string) =>
    (
      await api.owner.many<{ body: string }>(`SELECT body FROM evidence WHERE starts_with(chain, $1) ORDER BY seq`, [
        prefix,
      ])
    ).map(({ body }) => JSON.parse(body) as { what: string; facts: unknown; by: { capacity: string } });

  const auditor = { role: 'auditor', body: 'chamber', post: 'audit' };

  it('S1598/2.1: auditor, operator, the case’s mission and its Centre get one ZIP that verifies, each for his capacity', async () => {
    for (const claims of [
      auditor,
      { role: 'operator', body: 'portal-operator', post: 'desk' },
      { role: 'mission-officer', body: 'foreign-affairs', post: mission },
      { role: 'centre-officer', body: 'e-imza', post: 'issue' },
    ]) {
      const answer = await ofCase(claims);
      assert.deepEqual([answer.status, answer.type], [200, 'application/zip']);
      assert.equal(answer.headers['content-disposition'], `attachment; filename=${caseNumber}.zip`);
      const manifest = await provenBy(answer.body);
      assert.deepEqual([manifest.caseNumber, manifest.for], [caseNumber, claims.role]);
    }
  });

  it('the applicant gets his own by his token', async () => {
    const answer = await get('/api/v1/application/file', `Bearer ${access.token}`);
    assert.equal(answer.status, 200);
    assert.equal((await provenBy(answer.body)).for, 'applicant');
    assert.equal((await api.http.get('/api/v1/application/file')).status, 401);
  });

  it('another post, another Centre, an unknown case and what is no number answer alike: 404', async () => {
    const texts = new Set<string>();
    for (const answer of [
      await ofCase({
        role: 'mission-officer',
        body: 'foreign-affairs',
        post: mission === 'paris' ? 'berlin' : 'paris',
      }),
      await ofCase({ role: 'centre-officer', body: 'asan', post: 'issue' }),
      await ofCase(auditor, 'QR-2026-999999'),
      await ofCase(auditor, 'nothing'),
    ]) {
      assert.equal(answer.status, 404);
      const problem = JSON.parse(String(answer.body)) as { requestId: string };
      texts.add(JSON.stringify({ ...problem, requestId: '' }));
    }
    assert.equal(texts.size, 1);
    const early = await api.register();
    const own = await api.owner.one<{ mission: string }>(`SELECT mission FROM "case" WHERE number = $1`, [
      early.caseNumber,
    ]);
    for (const claims of [
      { role: 'mission-officer', body: 'foreign-affairs', post: own.mission },
      { role: 'centre-officer', body: 'e-imza', post: 'issue' },
    ]) {
      const answer = await ofCase(claims, early.caseNumber);
      assert.equal(answer.status, 404, `R1598/2.9: it has not reached the ${claims.role} yet`);
    }
    const courier = { role: 'courier', body: 'foreign-affairs', post: '7' };
    assert.equal((await ofCase(courier)).status, 403);
  });

  it('each reading stands in the evidence of its reader, also the one that was not his', async () => {
    const auditors = await reads('read:official-audit:');
    assert.deepEqual(auditors[0]?.facts, { caseNumber });
    assert.equal(auditors[0]?.what, 'read-file');
    const [foreign] = await reads(`read:official-${mission === 'paris' ? 'berlin' : 'paris'}:`);
    assert.equal(foreign?.what, 'read-unknown-file');
    const [own] = await reads(`read:applicant:${caseNumber}:`);
    assert.deepEqual([own?.what, own?.by], ['read-file', { capacity: 'applicant' }]);
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { generateKeyPair } from 'jose';
import { openApi, type Problem, type TestApi } from './openApi.ts';

describe('officials and applicants', () => {
  let api: TestApi;
  let caseNumber: string;
  let trackingCode: string;
  let access: { token: string };
  before(async () => {
    api = await openApi();
    ({ caseNumber, trackingCode, access } = await api.register());
  });
  after(() => api.stop());

  /** A problem without what differs from request to request. */
  const said = ({ status, text }: { status: number; text: string }) => {
    const problem = { ...(JSON.parse(text) as Problem), requestId: '' };
    return { status, problem };
  };
  const follow = (token: string) =>
    api.http.get('/api/v1/application').set('Authorization', `Bearer ${token}`).set('Accept-Language', 'en');
  const ask = (token: string, path: string) => api.http.get(path).set('Authorization', `Bearer ${token}`);

  it('an applicant never learns which agency said what, nor of the letters to them', async () => {
    const { text } = await follow(access.token);
    assert.doesNotMatch(text, /"outcome":"(silence|nothing-against|negative-opinion)"/);
    assert.doesNotMatch(text, /agency-reminder/);
  });

  it('R1598/2.8: after a negative opinion the applicant sees who was asked, and no instant that would tell whose it was', async () => {
    const ended = await api.register();
    const terms = async () => (await follow(ended.access.token)).body as { terms: object[]; requests: object[] };
    await api.deliver(ended.caseNumber, ['foreign-affairs']);
    assert.equal((await terms()).terms.length, 1);
    // Begun by the opinion itself: its start is the instant of the decision.
    await api.opine(ended.caseNumber, 'state-security', { kind: 'negative', grounds: 'x' });
    const shown = (await terms()) as { terms: object[]; requests: object[]; outcome?: string; decidedAt?: string };
    assert.equal(shown.outcome, 'negative-opinion');
    assert.ok(shown.decidedAt);
    assert.deepEqual(shown.terms, []);
    assert.deepEqual(
      shown.requests.map((one) => Object.keys(one)),
      [['agency'], ['agency'], ['agency'], ['agency']],
    );
    const whole = await ask(await api.token('auditor'), `/api/v1/cases/${ended.caseNumber}`);
    assert.equal((whole.body as { terms: object[] }).terms.length, 2);
  });

  it('no token, one of another issuer or key, an old one, or one signed by nobody: 401', async () => {
    const { privateKey: foreign } = await generateKeyPair('ES256');
    const good = await api.token('operator');
    const [, payload = ''] = good.split('.');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const bad = {
      garbage: 'x.y.z',
      issuer: await api.token('operator', { issuer: 'urn:somebody:else' }),
      key: await api.token('operator', { key: foreign }),
      expired: await api.token('operator', { expires: '-1 minute' }),
      none: `${none}.${payload}.`,
      cut: good.slice(0, -4),
    };
    assert.equal((await api.http.get('/api/v1/incidents')).status, 401);
    for (const [name, token] of Object.entries(bad)) {
      const answer = await ask(token, '/api/v1/incidents');
      assert.equal(answer.status, 401, name);
      assert.equal(answer.get('www-authenticate'), 'Bearer');
    }
    assert.equal((await ask(good, '/api/v1/incidents')).status, 200);
  });

  it("the auditor cannot do the operator's work, nor the operator the auditor's", async () => {
    const auditor = await api.token('auditor');
    const operator = await api.token('operator');
    const posts = [
      [`/api/v1/cases/${caseNumber}/deliveries`, { agency: 'foreign-affairs', document: 'letter-1' }],
      [`/api/v1/cases/${caseNumber}/findings`, { agency: 'foreign-affairs', finding: 'negative', document: 'x' }],
      [
        '/api/v1/calendar/proposals',
        {
          kind: 'enter',
          published: '2026-03-16',
          source: 'Qərar',
          days: [{ day: '2026-04-01', kind: 'swap', instead: '2026-04-04' }],
        },
      ],
      ['/api/v1/clock', { forwardTo: '2026-03-17T09:00:00+04:00' }],
    ] as const;
    const decisions = () => api.owner.one(`SELECT count(*) AS n FROM calendar_proposal`);
    const before = [await decisions(), await api.evidence(caseNumber)];
    for (const [path, body] of posts) {
      const answer = await api.post(path, body).set('Authorization', `Bearer ${auditor}`);
      assert.equal(answer.status, 403, path);
      assert.equal((await api.post(path, body)).status, 401, path);
    }
    assert.deepEqual([await decisions(), await api.evidence(caseNumber)], before);
    assert.equal((await ask(auditor, '/api/v1/incidents')).status, 403);
    assert.equal((await ask(operator, `/api/v1/cases/${caseNumber}/evidence`)).status, 403);
    assert.equal((await ask(auditor, `/api/v1/cases/${caseNumber}/evidence`)).status, 200);
  });

  it('the rehearsal’s clock goes where the calendar reaches and PostgreSQL can follow, and nowhere else', async () => {
    const operator = await api.token('operator');
    const move = (at: string) => api.post('/api/v1/clock', { freezeAt: at }).set('Authorization', `Bearer ${operator}`);
    for (const at of ['2027-12-30T09:00:00+04:00', '2091-03-16T09:00:00Z', '0001-01-01T00:00:00Z']) {
      const answer = await move(at);
      assert.deepEqual(
        [answer.status, (answer.body as Problem).type],
        [409, 'urn:mohlet:problem:clock-beyond-calendar'],
        at,
      );
    }
    for (const at of ['2026-03-16T09:00:00+23:59', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59-12:00'])
      assert.equal((await move(at)).status, 400, at);
    assert.equal((await move('2026-03-16T09:00:00+14:00')).status, 200);
  });

  it('a case that is unknown and one that cannot be answer alike; every read stands in the evidence', async () => {
    const auditor = await api.token('auditor');
    const unknown = await ask(auditor, '/api/v1/cases/QR-2026-999999');
    for (const path of ['/api/v1/cases/Imogen', '/api/v1/cases/QR-2026-999999/evidence', '/api/v1/nowhere'])
      assert.deepEqual(said(await ask(auditor, path)), said(unknown), path);
    await ask(auditor, `/api/v1/cases/${caseNumber}`);
    const rows = await api.owner.many<{ body: string }>(
      `SELECT body FROM evidence WHERE chain LIKE 'read:test-auditor:%' ORDER BY seq`,
    );
    const reads = rows.map(({ body }) => JSON.parse(body) as { what: string; facts: { caseNumber: string } });
    assert.deepEqual(reads.at(-1)?.facts, { caseNumber });
    assert.ok(reads.some(({ what, facts }) => what === 'read-unknown-case' && facts.caseNumber === 'QR-2026-999999'));
    assert.ok(!rows.some(({ body }) => body.includes('Imogen')));
  });

  it('R1598/2.7: delivery recorded by hand starts the term and names the document', async () => {
    const other = await api.register();
    const operator = await api.token('operator');
    const answer = await api
      .post(`/api/v1/cases/${other.caseNumber}/deliveries`, { agency: 'state-security', document: 'receipt-17' })
      .set('Authorization', `Bearer ${operator}`);
    assert.equal(answer.status, 200);
    const evidence = await api.evidence(other.caseNumber);
    assert.deepEqual(
      evidence.slice(-2).map(({ what }) => what),
      ['delivered', 'term-started'],
    );
    assert.equal(evidence.at(-2)?.facts?.['document'], 'receipt-17');
  });

  it('the log holds neither codes nor tokens nor what stands in a path by mistake', async () => {
    const token = await api.token('auditor');
    await ask(token, `/api/v1/applications/${trackingCode}?email=imogen@example.com`);
    await ask(token, '/api/v1/cases/%C4%B0mogen');
    const log = api.lines.join('\n');
    assert.ok(api.lines.length > 10);
    for (const secret of [trackingCode, token, access.token, 'imogen@example.com', '%C4%B0mogen'])
      assert.ok(!log.includes(secret), secret);
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { grantAccess, readAccess } from '../../cases/applicant/access.ts';
import { codeOf } from '../pages/signInApplicant.ts';
import { openApi, type Problem, type TestApi } from './openApi.ts';

describe("an applicant's access over the API", () => {
  let api: TestApi;
  before(async () => {
    api = await openApi();
  });
  after(() => api.stop());

  const said = ({ status, text }: { status: number; text: string }) => {
    const answer = text === '' ? {} : (JSON.parse(text) as Partial<Problem>);
    delete answer.requestId;
    return { status, answer };
  };
  const follow = (authorization: string) =>
    api.http.get('/api/v1/application').set('Authorization', authorization).set('Accept-Language', 'en');
  const signIn = (trackingCode: string) => api.post('/api/v1/application/sign-in', { trackingCode });
  const session = (trackingCode: string, code: string) =>
    api.post('/api/v1/application/session', { trackingCode, code });

  it('the tracking code alone opens nothing: 401, and the answer says how to sign in, in three languages', async () => {
    const { trackingCode } = await api.register();
    const refused = await follow(`Tracking-Code ${trackingCode}`);
    assert.equal(refused.status, 401);
    assert.equal(refused.headers['www-authenticate'], 'Bearer');
    assert.match((JSON.parse(refused.text) as Problem).detail, /one-time code sent to your e-mail/);
    assert.equal((await follow(`Bearer ${trackingCode}`)).status, 401);
    const texts = new Set<string>();
    for (const language of ['az', 'en', 'ru'])
      texts.add((await api.http.get('/api/v1/application').set('Accept-Language', language)).text);
    assert.equal(texts.size, 3);
  });

  it('tracking code and one-time code open one case, once, also as a person types the code', async () => {
    const { caseNumber, trackingCode } = await api.register();
    const typed = trackingCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    assert.equal((await signIn(typed)).status, 202);
    const code = await codeOf(api, caseNumber);
    const wrong = await session(trackingCode, code === '000000' ? '000001' : '000000');
    assert.equal(wrong.status, 422);
    const signedIn = await session(typed, code);
    assert.equal(signedIn.status, 201, signedIn.text);
    const { token, expiresAt } = signedIn.body as { token: string; expiresAt: string };
    const minutes = (Date.parse(expiresAt) - Date.now()) / 60_000;
    assert.ok(minutes > 29 && minutes <= 30, expiresAt);
    const own = await follow(`Bearer ${token}`);
    assert.equal((own.body as { caseNumber: string }).caseNumber, caseNumber);
    assert.equal((await session(trackingCode, code)).status, 422);
  });

  it('an unknown code, one that cannot be a code, and a wrong one-time code are the same answer', async () => {
    const { trackingCode } = await api.register();
    const known = await signIn(trackingCode);
    const codes = ['0000-0000-0000-0000-0000-0000-0000', 'not a code at all'];
    for (const code of codes) assert.deepEqual(said(await signIn(code)), said(known));
    const wrong = said(await session(trackingCode, 'x'));
    assert.equal(wrong.status, 422);
    for (const code of codes) assert.deepEqual(said(await session(code, '123456')), wrong);
    assert.equal((await api.post('/api/v1/application/sign-in', { code: 'x' })).status, 400);
  });

  it('a token altered, of another installation, too old, or for a draft opens nothing', async () => {
    const { access, caseNumber } = await api.register();
    const other = await api.register();
    const { record } = api;
    const [kind, payload = '', mac = ''] = access.token.split('.');
    const foreign = other.access.token.split('.')[1] ?? '';
    const day = 24 * 60;
    for (const token of [
      `${kind}.${foreign}.${mac}`,
      `${kind}.${payload}.${mac.slice(0, -2)}`,
      `${kind}.${payload}`,
      `${access.token}.x`,
      `draft.${payload}.${mac}`,
      grantAccess(record, 'draft', caseNumber, 30).token,
      grantAccess(record, 'case', caseNumber, 30, Date.now() - day * 60_000).token,
      await api.token('operator'),
    ])
      assert.equal((await follow(`Bearer ${token}`)).status, 401, token);
    assert.equal((await follow(`Bearer ${access.token}`)).status, 200);
    const at = Date.now();
    const short = grantAccess(record, 'case', caseNumber, 30, at).token;
    assert.equal(readAccess(record, 'case', short, at + 30 * 60_000 - 1), caseNumber);
    assert.equal(readAccess(record, 'case', short, at + 30 * 60_000), null);
  });

  it('from one address ten codes an hour are asked for; then 429, for every code alike', async () => {
    const fresh = await openApi();
    const answers: number[] = [];
    for (let n = 0; n < 11; n += 1) {
      const asked = fresh.post('/api/v1/application/sign-in', { trackingCode: 'not a code' });
      answers.push((await asked).status);
    }
    await fresh.stop();
    assert.deepEqual(answers, [...Array<number>(10).fill(202), 429]);
  });
});

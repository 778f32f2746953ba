import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SignJWT } from 'jose';
import { hands } from '../cases/contract-copies/hands.ts';
import { newKey, openApi, type TestApi } from './openApi.ts';

let api: TestApi;
let tokens: Record<'operator' | 'mission-officer', string>;
let bundle: string;
before(async () => {
  api = await openApi();
  const { sign, bundleOf } = hands(api);
  const { caseNumber } = await api.register();
  await api.owner.run(`UPDATE "case" SET mission = 'berlin' WHERE number = $1`, [caseNumber]);
  const [copy = ''] = await sign(caseNumber, ['e-imza']);
  bundle = await bundleOf(copy);
  const token = (role: string, body: string, post: string) =>
    new SignJWT({ role, body, post })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt' })
      .setSubject(`hostile-${role}`)
      .setIssuer('urn:test:sign-on')
      .setAudience('mohlet')
      .setIssuedAt()
      .setExpirationTime('1 hour')
      .sign(api.privateKey);
  tokens = {
    operator: await token('operator', 'portal-operator', 'desk'),
    'mission-officer': await token('mission-officer', 'foreign-affairs', 'berlin'),
  };
});
after(() => api.stop());

const YEAR_0 = '0000-01-01';

// What was once answered as a fault of ours, and what its like would be; answers are held to the description besides.
test('hostile calls are refused by name, and none is a fault of ours', async () => {
  const calls: [who: keyof typeof tokens, method: 'get' | 'post' | 'delete', path: string, body?: unknown][] = [
    ['mission-officer', 'get', `/missions/berlin/appointments?day=${YEAR_0}`],
    ['mission-officer', 'get', '/missions/berlin/appointments?day=a&day=b'],
    ['mission-officer', 'post', '/missions/berlin/closing-days', { day: YEAR_0 }],
    ['mission-officer', 'delete', `/missions/berlin/closing-days/${YEAR_0}`],
    ['mission-officer', 'post', `/cases/${bundle}/invitation`, { fromDay: YEAR_0 }],
    ['mission-officer', 'post', '/missions/berlin/slots', { day: '2026-03-20', times: ['24:00'], minutes: 1e308 }],
    ['mission-officer', 'get', '/cases/%00/uploads/%FF'],
    ['operator', 'post', '/clock', { forwardTo: `${YEAR_0}T00:00:00Z` }],
    ['operator', 'post', '/clock', { freezeAt: `${YEAR_0}T00:00:00Z` }],
    ['operator', 'post', `/cases/${bundle}/deliveries`, { agency: 'foreign-affairs', document: 'A 1' }],
    [
      'operator',
      'post',
      `/cases/${bundle}/findings`,
      { agency: 'foreign-affairs', finding: 'negative', document: 'A 1' },
    ],
    ['operator', 'post', '/calendar/decisions', { day: YEAR_0, kind: 'swap', instead: YEAR_0, published: YEAR_0 }],
    ['operator', 'post', '/notices/undelivered', { __proto__: null, constructor: 1, caseNumber: 'x'.repeat(100_000) }],
    ['operator', 'get', '/items/token/%00?copy=1'],
    ['operator', 'get', '/register?after[]=x'],
  ];
  for (const [who, method, path, body] of calls) {
    const asked = api.http[method](`/api/v1${path}`)
      .set('Authorization', `Bearer ${tokens[who]}`)
      .set('Idempotency-Key', newKey());
    const { status } = await (body === undefined ? asked : asked.send(body as object));
    assert.ok(status >= 400 && status < 500, `${method} ${path}: ${status}`);
  }
});

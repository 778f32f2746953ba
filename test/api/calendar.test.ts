import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { workOff } from '../support/calendar.ts';
import { openApi, type Problem } from './openApi.ts';

type Api = Awaited<ReturnType<typeof openApi>>;

describe('the calendar editor as JSON (ADR 39)', () => {
  let api: Api;
  let today: string;
  let first: string;
  let second: string;
  before(async () => {
    api = await openApi();
    ({ today } = await api.owner.one<{ today: string }>(
      `SELECT to_char(legal_now() AT TIME ZONE 'Asia/Baku', 'YYYY-MM-DD') AS today`,
    ));
    first = await api.token('operator');
    second = await api.token('operator', { sub: 'second-operator' });
  });
  after(() => api.stop());

  const decision = (days: object[], published = today) => ({
    kind: 'enter',
    published,
    source: 'Nazirlər Kabinetinin qərarı № 45',
    days,
  });
  const send = async (token: string, path: string, body: object = {}) => {
    const answer = await api.post(path, body).set('Authorization', `Bearer ${token}`).set('Accept-Language', 'en');
    return { status: answer.status, body: JSON.parse(answer.text) as Problem & Record<string, string> };
  };
  const read = async (path: string) =>
    JSON.parse((await api.http.get(path).set('Authorization', `Bearer ${first}`)).text) as Record<string, unknown>;

  it('every fault of every day comes back at once, in words', async () => {
    const year = Number(today.slice(0, 4));
    const days = [
      { day: `${year}-02-03`, kind: 'swap' },
      { day: `${year}-06-03`, kind: 'election', instead: `${year}-06-06` },
      { day: `${year}-07-01`, kind: 'swap', instead: `${year}-07-01` },
      { day: '2099-02-03', kind: 'swap', instead: `${year}-07-04` },
    ];
    const { status, body } = await send(first, '/api/v1/calendar/proposals', decision(days));
    assert.deepEqual([status, body.type], [422, 'urn:mohlet:problem:decision-faulty']);
    assert.deepEqual(
      body.items?.map(({ field, reason }) => [field, reason]),
      [
        ['/days/0/instead', 'swap-needs-instead'],
        ['/days/1/instead', 'only-swap-has-instead'],
        ['/days/2/instead', 'swapped-for-itself'],
        ['/days/3/day', 'year-out-of-range'],
      ],
    );
    assert.ok(body.items?.every(({ detail }) => (detail ?? '').length > 10));
    assert.equal((await send(first, '/api/v1/calendar/proposals', decision([]))).status, 400);
    assert.deepEqual(await read('/api/v1/calendar/proposals'), { proposals: [] });
  });

  it('proposed, previewed, refused to the first, confirmed by the second, and read by everybody', async () => {
    const year = today.slice(0, 4);
    const days = [{ day: `${year}-04-03`, kind: 'swap', instead: `${year}-04-04` }];
    const proposed = await send(first, '/api/v1/calendar/proposals', decision(days));
    assert.deepEqual([proposed.status, proposed.body['kind']], [200, 'proposed']);
    const path = `/api/v1/calendar/proposals/${proposed.body['proposal']}`;
    const begun = await send(first, `${path}/preview`);
    await workOff(api.record);
    const seen = (await read(path)) as { preview: { totals: object; stale: boolean } };
    assert.equal(seen.preview.stale, false);
    assert.deepEqual(await read(`${path}/lines?outcome=longer`), { lines: [], all: 0 });
    const preview = { preview: begun.body['preview'] ?? '' };
    const own = await send(first, `${path}/confirmation`, preview);
    assert.deepEqual([own.status, own.body.type], [409, 'urn:mohlet:problem:calendar-refused']);
    assert.match(own.body.detail, /Who entered a decision cannot confirm it.*ADR 39/);
    const long = await api.token('operator', { sub: 'second-operator', age: '301 seconds' });
    const stale = await send(long, `${path}/confirmation`, preview);
    assert.deepEqual([stale.status, stale.body.title], [401, 'fresh-sign-in-needed']);
    assert.equal(((await read(path)) as { state?: string }).state, 'proposed');
    assert.equal((await send(second, `${path}/confirmation`, preview)).status, 200);
    await workOff(api.record);
    assert.equal((await send(second, `${path}/rejection`, { reason: 'too late' })).status, 409);

    const anybody = JSON.parse((await api.http.get(`/api/v1/calendar/years/${year}`)).text) as {
      nonWorking: { day: string; why: string; sentence: string }[];
    };
    assert.deepEqual(
      anybody.nonWorking.find(({ day }) => day === `${year}-04-03`),
      {
        day: `${year}-04-03`,
        why: 'swapped-off',
        sentence: 'Nazirlər Kabinetinin qərarı ilə istirahət günü',
      },
    );
    const csv = (await api.http.get('/api/v1/calendar/decisions.csv')).text;
    assert.ok(csv.startsWith('day,kind,instead,published,taken_back\n'));
    assert.ok(csv.includes(`${year}-04-03,swap,${year}-04-04,${today},\n`));
    assert.equal((await api.http.get('/api/v1/calendar/years/1999')).status, 404);
    assert.equal((await api.http.get(`${path}`)).status, 401);
  });

  it('what names nothing is not found', async () => {
    const none = '/api/v1/calendar/proposals/00000000-0000-4000-8000-000000000000';
    assert.equal((await send(first, `${none}/preview`)).status, 404);
    assert.equal((await send(first, '/api/v1/calendar/proposals/x/preview')).status, 404);
    assert.equal((await send(first, `${none}/rejection`, { reason: 'none such' })).status, 404);
  });
});

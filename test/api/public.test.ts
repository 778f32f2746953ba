import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openApi, type TestApi } from './openApi.ts';

describe('what anybody may read over the API', () => {
  let api: TestApi;
  before(async () => {
    api = await openApi();
  });
  after(() => api.stop());

  const get = (path: string) => api.http.get(`/api/v1${path}`).set('Accept-Language', 'en');

  it('R1598/1.2.1: who may apply, with the clause; a country that is none is refused', async () => {
    const abroad = await get('/eligibility?kind=foreigner&country=DEU');
    assert.deepEqual(abroad.body, { mayApply: true, clause: 'R1598/1.2.1' });
    const home = (await get('/eligibility?kind=foreigner&country=AZE')).body as { mayApply: boolean; detail: string };
    assert.equal(home.mayApply, false);
    assert.notEqual(home.detail, '');
    assert.equal((await get('/eligibility?kind=foreigner&country=Atlantis')).status, 400);
  });

  it('R1598/2.8: the earliest and the latest day, each day with its reason in words', async () => {
    await api.freeze('2026-03-19T10:00:00+04:00');
    const told = (await get('/decision-days')).body as {
      workingDays: number;
      endsAt: string;
      days: { why: string; code: string }[];
    };
    assert.deepEqual([told.workingDays, told.endsAt], [3, '2026-04-03T00:00:00+04:00']);
    assert.equal(told.days.find(({ code }) => code === 'novruz')?.why, 'Novruz');
  });

  it('R1598/2.8: where the calendar of a year is not published, that is said instead of the days', async () => {
    await api.freeze('2027-12-30T10:00:00+04:00');
    const answer = await get('/decision-days');
    const { yearNotPublished, detail, workingDays } = answer.body as Record<string, unknown>;
    assert.deepEqual([answer.status, yearNotPublished, workingDays], [200, 2028, 3]);
    assert.match(String(detail), /The official calendar of 2028 is not published yet/);
    await api.freeze('2026-03-19T10:00:00+04:00');
  });

  it('the state of the parts and the published statistics', async () => {
    assert.deepEqual(((await get('/state')).body as { announcements: object[] }).announcements, []);
    const { until, outcomes } = (await get('/statistics')).body as { until: string; outcomes: { n: number | null }[] };
    assert.match(until, /^\d{4}-\d{2}-01$/);
    assert.ok(outcomes.every(({ n }) => n === 0));
  });

  it('what is no record of silence and no pack is told so; a form without a document is refused', async () => {
    const check = (bytes: Buffer) =>
      api.http.post('/api/v1/check').set('Accept-Language', 'en').attach('document', bytes, 'record.jws');
    const none = await check(Buffer.from('not signed at all'));
    assert.equal((none.body as { verdict: string }).verdict, 'malformed', none.text);
    assert.equal((await api.http.post('/api/v1/check').field('x', 'y')).status, 400);
    assert.equal((await api.post('/api/v1/check', {})).status, 400);
  });

  it('S1598/2.1: an applicant reads who looked, and what he may do; without record or appointment it is 404', async () => {
    const { access, caseNumber } = await api.register();
    const own = (path: string) => get(`/application${path}`).set('Authorization', `Bearer ${access.token}`);
    const token = await api.token('operator');
    await api.http.get(`/api/v1/cases/${caseNumber}`).set('Authorization', `Bearer ${token}`);
    const { looks } = (await own('/looks')).body as { looks: { capacity: string; what: string }[] };
    assert.deepEqual(
      looks.map(({ capacity, what }) => [capacity, what]),
      [['operator', 'read-case']],
    );
    const view = (await own('')).body as { mayWithdraw: boolean; complaint: string };
    assert.equal(view.mayWithdraw, true);
    assert.notEqual(view.complaint, '');
    assert.equal((await own('/record-of-silence')).status, 404);
    assert.equal((await own('/appointment.ics')).status, 404);
    assert.equal((await get('/application/looks')).status, 401);
  });
});

import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { notePaper, storeContract } from '../../cases/centre/papers.ts';
import { inCase } from '../../cases/record/inCase.ts';
import { makeFiles } from '../../demo/makeFiles.ts';
import { atMission } from '../support/atMission.ts';
import { newKey, openApi, type Problem, type TestApi } from './openApi.ts';
import { askedAgo } from '../support/askedAgo.ts';

type Body = Record<string, never>;

describe("the mission's routes and the applicant's appointment", () => {
  let api: TestApi;
  let folder: string;
  let picture: Buffer;
  before(async () => {
    api = await openApi();
    await api.freeze('2026-03-16T09:00:00+04:00');
    folder = await mkdtemp(join(tmpdir(), 'mohlet-mission-'));
    picture = await readFile((await makeFiles(folder)).photograph);
  });
  after(async () => {
    await api.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const sign = (claims: Record<string, string>, subject: string) =>
    new SignJWT({ ...claims, ...askedAgo() })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt' })
      .setSubject(subject)
      .setIssuer('urn:test:sign-on')
      .setAudience('mohlet')
      .setIssuedAt()
      .setExpirationTime('1 hour')
      .sign(api.privateKey);
  const officer = (post: string, subject = `officer-of-${post}`) =>
    sign({ role: 'mission-officer', body: 'foreign-affairs', post }, subject);
  const post = (path: string, body: object, token: string) =>
    api.post(`/api/v1${path}`, body).set('Authorization', `Bearer ${token}`);
  const get = (path: string, token: string) =>
    api.http.get(`/api/v1${path}`).set('Authorization', `Bearer ${token}`).set('Accept-Language', 'en');
  const track = (token: string) => ({ Authorization: `Bearer ${token}`, 'Accept-Language': 'en' });
  const problemOf = ({ text }: { text: string }) => JSON.parse(text) as Problem & { reason?: string; stage?: string };

  it('R1598/2.11-2.14: from the invitation to the contract over the API', async () => {
    const berlin = await officer('berlin');
    const { caseNumber, access } = await atMission(api);
    const invited = await post(`/cases/${caseNumber}/invitation`, {}, berlin);
    assert.equal(invited.status, 200, invited.text);
    const again = await post(`/cases/${caseNumber}/invitation`, {}, berlin);
    assert.equal(again.status, 409);
    const refused = problemOf(again);
    assert.deepEqual(
      [refused.type, refused.clause, refused.reason, refused.stage],
      ['urn:mohlet:problem:deed-refused', 'R1598/2.11', 'invited-for-that-day', 'identity'],
    );
    assert.match(refused.detail, /invited already, with that first day/);
    const far = problemOf(await post(`/cases/${caseNumber}/invitation`, { fromDay: '2027-01-01' }, berlin));
    assert.equal(far.reason, 'from-day-too-far');
    assert.match(far.items?.[0]?.item ?? '', /^2026-05-\d\d$/);

    const slots = { day: '2026-03-17', times: ['09:00', '09:30'], minutes: 30 };
    assert.equal((await post('/missions/berlin/slots', slots, berlin)).status, 200);
    const free = await api.http.get('/api/v1/application/slots').set(track(access.token));
    const { slots: offered, zone } = free.body as { slots: { id: string; startsAt: string }[]; zone: string };
    assert.equal(zone, 'Europe/Berlin');
    assert.deepEqual(
      offered.map(({ startsAt }) => startsAt),
      ['2026-03-17T09:00:00+01:00', '2026-03-17T09:30:00+01:00'],
    );
    const booked = await api.post('/api/v1/application/appointment', { slot: offered[0]?.id }).set(track(access.token));
    assert.equal(booked.status, 200, booked.text);
    const view = (await api.http.get('/api/v1/application').set(track(access.token))).body as {
      waitsFor: { party: string };
      furtherTerms: { clause: string; overdue: boolean; days: { code: string }[] }[];
      appointments: { state: string; startsAt: string }[];
      custody: unknown[];
    };
    assert.equal(view.waitsFor.party, 'applicant');
    assert.equal(view.furtherTerms[0]?.clause, 'R1598/2.11');
    assert.ok(view.furtherTerms[0].days.every(({ code }) => code !== ''));
    assert.deepEqual(
      view.appointments.map(({ state, startsAt }) => [state, startsAt]),
      [['booked', '2026-03-17T09:00:00+01:00']],
    );

    await api.freeze('2026-03-17T08:10:00Z');
    const day = (await get('/missions/berlin/appointments', berlin)).body as {
      day: string;
      slots: { appointment: { caseNumber: string } | null }[];
    };
    assert.equal(day.day, '2026-03-17');
    assert.equal(day.slots[0]?.appointment?.caseNumber, caseNumber);
    const shown = (await get(`/cases/${caseNumber}/application`, berlin)).body as {
      application: { applicant: unknown };
      documents: { kind: string; id: string }[];
      mustCome: string;
    };
    assert.equal(shown.mustCome, 'applicant');
    assert.ok(shown.application.applicant);
    assert.deepEqual(shown.documents.map(({ kind }) => kind).sort(), ['identity-document', 'photograph']);

    const upload = (token: string) =>
      api.http
        .post(`/api/v1/cases/${caseNumber}/photographs`)
        .set('Idempotency-Key', newKey())
        .set('Authorization', `Bearer ${token}`)
        .attach('file', picture, 'a.jpg');
    const taken = await upload(berlin);
    assert.equal(taken.status, 200, taken.text);
    const { photograph } = taken.body as { photograph: string };
    const items = ['identity-document', 'photograph'].map((item) => ({ item, originalSeen: true, equal: true }));
    const found = { came: 'applicant', findings: items, photograph };
    const early = await post(`/cases/${caseNumber}/identity`, { ...found, originalsReturned: false }, berlin);
    assert.deepEqual([early.status, problemOf(early).reason], [409, 'originals-not-returned']);
    const half = await post(
      `/cases/${caseNumber}/identity`,
      { ...found, findings: items.slice(1), originalsReturned: true },
      berlin,
    );
    assert.equal(problemOf(half).items?.[0]?.['detail'], 'This item was not compared with its original.');
    const match = await post(`/cases/${caseNumber}/identity`, { ...found, originalsReturned: true }, berlin);
    assert.deepEqual([match.status, (match.body as { kind: string }).kind], [200, 'match']);
    await api.freeze('2026-03-16T09:00:00+04:00');
  });

  it("R1598/2.9: a case is its own mission's once the decision is there; foreign and unknown answer alike", async () => {
    const [berlin, paris] = [await officer('berlin'), await officer('paris')];
    const { caseNumber } = await atMission(api);
    const early = await api.register();
    const said = (answer: { status: number; text: string }) => [answer.status, { ...problemOf(answer), requestId: '' }];
    assert.equal((await get(`/cases/${caseNumber}`, berlin)).status, 200);
    const unknown = said(await get('/cases/QR-2026-999999', berlin));
    assert.equal(unknown[0], 404);
    assert.deepEqual(said(await get(`/cases/${caseNumber}`, paris)), unknown);
    assert.deepEqual(said(await get(`/cases/${caseNumber}/application`, paris)), unknown);
    assert.deepEqual(said(await get(`/cases/${early.caseNumber}`, berlin)), unknown);
    assert.deepEqual(said(await post(`/cases/${caseNumber}/invitation`, {}, paris)), unknown);
    const centre = await sign({ role: 'centre-officer', body: 'asan', post: 'desk' }, 'centre-1');
    assert.deepEqual(said(await get(`/cases/${caseNumber}`, centre)), unknown);
    assert.equal((await get('/missions/berlin/cases', paris)).status, 404);
    assert.equal((await post('/missions/berlin/closing-days', { day: '2026-03-20' }, paris)).status, 404);
    assert.equal((await get('/missions/atlantis/cases', paris)).status, 404);

    const { text } = await get(`/cases/${caseNumber}`, berlin);
    assert.doesNotMatch(text, /"outcome":"(silence|nothing-against|negative-opinion)"/);
    const reads = await api.owner.many<{ body: string }>(
      `SELECT body FROM evidence WHERE chain LIKE 'read:officer-of-%' ORDER BY chain, seq`,
    );
    const noted = reads.map(({ body }) => {
      const { by, what, facts } = JSON.parse(body) as { by: { post: string }; what: string; facts: Body };
      return [by.post, what, facts['caseNumber']].join(' ');
    });
    assert.ok(noted.includes(`berlin read-case ${caseNumber}`));
    assert.ok(noted.includes(`paris read-unknown-case ${caseNumber}`));
    assert.ok(noted.includes(`berlin read-unknown-case ${early.caseNumber}`));
  });

  it('R1598/2.9, 2.14: the mission is given the contract that the Centre signed, and nobody else is', async () => {
    const [berlin, paris] = [await officer('berlin'), await officer('paris')];
    const { caseNumber } = await atMission(api);
    const path = `/cases/${caseNumber}/contract.pdf`;
    assert.equal((await get(path, berlin)).status, 404, 'there is none yet');
    const content = Buffer.from('%PDF-1.7 signed by the Centre');
    const sha256 = createHash('sha256').update(content).digest('hex');
    const stored = await storeContract(api.record, api.files, { id: randomUUID(), sha256, content });
    await inCase(api.record, caseNumber, { capacity: 'procedure' }, async (tx, now, facts) => {
      await notePaper(tx, now, api.record, facts, { ...stored, kind: 'contract-signed' });
      return { outcome: null, evidence: [{ what: 'test' }] };
    });
    const given = await get(path, berlin);
    assert.deepEqual([given.status, given.type], [200, 'application/pdf']);
    assert.deepEqual(given.body, content);
    assert.equal((await get(path, paris)).status, 404);
    assert.equal((await get(path, await api.token('operator'))).status, 403);
    const read = await api.owner.many(
      `SELECT 1 FROM evidence WHERE starts_with(chain, 'read:officer-of-berlin:') AND strpos(body, 'read-contract') > 0`,
    );
    assert.equal(read.length, 2);
  });

  it("R1598/2.8: neither applicant nor mission is told how an agency's term began, nor when it closed", async () => {
    const { caseNumber, access } = await atMission(api);
    const mine = await api.http.get('/api/v1/application').set(track(access.token));
    for (const { body } of [mine, await get(`/cases/${caseNumber}`, await officer('berlin'))]) {
      const { terms } = body as { terms: Record<string, unknown>[] };
      assert.equal(terms.length, 4);
      for (const term of terms)
        for (const told of ['outcome', 'startEvent', 'closedAt']) assert.ok(!Object.hasOwn(term, told), told);
    }
    const whole = await get(`/cases/${caseNumber}`, await api.token('operator'));
    assert.match(whole.text, /"outcome":"nothing-against"/);
  });

  it('R1598/2.12: only a mission officer does what a mission does', async () => {
    const others = [
      await api.token('operator'),
      await api.token('auditor'),
      await sign({ role: 'centre-officer', body: 'e-imza', post: 'desk' }, 'centre-1'),
      await sign({ role: 'ministry-officer', body: 'foreign-affairs', post: 'desk' }, 'ministry-1'),
    ];
    const { caseNumber } = await atMission(api);
    for (const token of others) {
      assert.equal((await post(`/cases/${caseNumber}/invitation`, {}, token)).status, 403);
      assert.equal((await post('/missions/berlin/slots', {}, token)).status, 403);
      assert.equal((await get(`/cases/${caseNumber}/application`, token)).status, 403);
    }
    assert.equal((await api.post(`/api/v1/cases/${caseNumber}/invitation`, {})).status, 401);
    const bad = await post(`/cases/${caseNumber}/identity`, { came: 'nobody' }, await officer('berlin'));
    assert.equal(bad.status, 400);
  });

  it('R1598/2.12: closing days and slots over the API; a repeat gets the first answer', async () => {
    const token = await officer('oslo-is-none', 'x');
    assert.equal((await get('/missions/sofia/cases', token)).status, 401);
    const sofia = await officer('sofia');
    const times = { day: '2026-03-29', times: ['03:30', '09:00'], minutes: 20 };
    const leap = await post('/missions/sofia/slots', times, sofia);
    assert.equal(leap.status, 409);
    assert.deepEqual(
      problemOf(leap).items?.map(({ item, reason }) => [item, reason]),
      [['03:30', 'no-such-time']],
    );
    const opened = await post('/missions/sofia/slots', { ...times, times: ['09:00'] }, sofia);
    const [slot] = (opened.body as { slots: { id: string }[] }).slots;
    const key = newKey();
    const close = () => post(`/slots/${slot?.id ?? ''}/closure`, {}, sofia).set('Idempotency-Key', key);
    assert.deepEqual((await close()).body, (await close()).body);
    const foreign = await post(`/slots/${slot?.id ?? ''}/closure`, {}, await officer('rome'));
    assert.equal(foreign.status, 404);
    assert.equal((await post('/missions/sofia/closing-days', { day: '2026-04-13' }, sofia)).status, 200);
    const list = await get('/missions/sofia/appointments?day=2026-04-13', sofia);
    assert.equal((list.body as { closingDay: boolean }).closingDay, true);
    assert.equal((await get('/missions/sofia/appointments?day=2026-02-30', sofia)).status, 400);
    const remove = () =>
      api.http
        .delete('/api/v1/missions/sofia/closing-days/2026-04-13')
        .set('Authorization', `Bearer ${sofia}`)
        .set('Idempotency-Key', newKey());
    assert.deepEqual([(await remove()).status, (await remove()).status], [200, 404]);
  });
});

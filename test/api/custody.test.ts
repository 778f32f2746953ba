import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { bringTo } from '../support/issuing.ts';
import { newKey, openApi, type Problem, type TestApi } from './openApi.ts';

describe('the routes of custody', () => {
  let api: TestApi;
  before(async () => {
    api = await openApi();
    await api.freeze('2026-03-16T09:00:00+04:00');
  });
  after(() => api.stop());

  const bearer = async (role: string, body: string, post: string) =>
    `Bearer ${await new SignJWT({ role, body, post })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt' })
      .setSubject(`${role}-${post}`)
      .setIssuer('urn:test:sign-on')
      .setAudience('mohlet')
      .setIssuedAt()
      .setExpirationTime('1 hour')
      .sign(api.privateKey)}`;
  const centre = () => bearer('centre-officer', 'e-imza', 'desk');
  const ministry = () => bearer('ministry-officer', 'foreign-affairs', 'post-room');
  const courier = (post: string) => bearer('courier', 'foreign-affairs', post);
  const operator = () => bearer('operator', 'portal-operator', 'duty-desk');
  const auditor = () => bearer('auditor', 'chamber-of-accounts', 'duty-desk');
  const post = async (path: string, body: object, who: Promise<string>, key = newKey()) =>
    api.post(`/api/v1${path}`, body, key).set('Authorization', await who);
  const get = async (path: string, who: Promise<string>) =>
    api.http.get(`/api/v1${path}`).set('Authorization', await who);
  const problemOf = ({ text }: { text: string }) => JSON.parse(text) as Problem & { reason: string; stage: string };
  const reads = async () =>
    (
      await api.owner.many<{ body: string }>(`SELECT body FROM evidence WHERE chain LIKE 'read:%' ORDER BY at, seq`)
    ).map(({ body }) => (JSON.parse(body) as { what: string }).what);

  it('R1598/2.10: offered, listed, confirmed with a difference, settled and taken back, each once for its key', async () => {
    const { caseNumber, serial } = await bringTo(api, 'invitation');
    const token = { kind: 'token', serial: `T-${serial}` };
    const certificate = { kind: 'certificate', serial };
    const offer = { taker: 'ministry:foreign-affairs', items: [token, certificate] };
    const key = newKey();
    const first = await post(`/cases/${caseNumber}/handovers`, offer, centre(), key);
    assert.equal(first.status, 200, first.text);
    assert.deepEqual((await post(`/cases/${caseNumber}/handovers`, offer, centre(), key)).body, first.body);
    const { handoverId } = first.body as { handoverId: string };

    const listed = (await get('/handovers', ministry())).body as { toTake: { id: string; items: object[] }[] };
    assert.deepEqual(
      listed.toTake.map(({ id, items }) => [id, items.length]),
      [[handoverId, 2]],
    );
    const foreign = await post(`/handovers/${handoverId}/confirmation`, { items: [] }, courier('9'));
    assert.equal(foreign.status, 400, 'nothing found is no confirmation');
    const findings = {
      items: [
        { ...token, found: 'wrong-number', foundSerial: 'T-9-of-another' },
        { ...certificate, found: 'as-listed' },
      ],
    };
    const stranger = await post(`/handovers/${handoverId}/confirmation`, findings, courier('9'));
    assert.equal(stranger.status, 404, 'another’s hand-over is unknown');
    const differs = await post(`/handovers/${handoverId}/confirmation`, findings, ministry());
    assert.deepEqual([differs.status, (differs.body as { kind: string }).kind], [200, 'difference']);
    const again = await post(`/handovers/${handoverId}/recall`, {}, centre());
    assert.equal(again.status, 409);
    assert.equal(problemOf(again).reason, 'answered-already');

    const stopped = await post(
      `/cases/${caseNumber}/handovers`,
      { taker: 'courier:9', items: [certificate] },
      ministry(),
    );
    const { clause, reason, stage, detail } = problemOf(stopped);
    assert.deepEqual([stopped.status, clause, reason, stage], [409, 'R1598/2.10', 'difference-open', 'invitation']);
    assert.match(detail, /not settled yet/);

    const desk = (await api.http.get('/api/v1/incidents').set('Authorization', await operator())).body as {
      incidents: { id: string; caseNumber: string; kind: string }[];
    };
    const incident = desk.incidents.find((one) => one.caseNumber === caseNumber);
    assert.equal(incident?.kind, 'custody-difference');
    const settlement = { items: [{ ...token, settlement: 'as-listed' }] };
    assert.equal((await post(`/incidents/${incident.id}/settlement`, settlement, ministry())).status, 403);
    assert.equal((await post(`/incidents/${incident.id}/settlement`, settlement, operator())).status, 200);
    const broken = { items: [{ ...token, found: 'damaged' }] };
    const reported = await post(`/cases/${caseNumber}/differences`, broken, centre());
    assert.deepEqual([reported.status, (reported.body as { kind: string }).kind], [200, 'reported']);
    const twice = await post(`/cases/${caseNumber}/differences`, broken, centre());
    assert.deepEqual([twice.status, problemOf(twice).reason], [409, 'difference-open']);
    assert.equal((await post(`/cases/${caseNumber}/differences`, broken, auditor())).status, 403);
    const list = (await api.http.get('/api/v1/incidents').set('Authorization', await operator())).body as typeof desk;
    const open = list.incidents.find((one) => one.caseNumber === caseNumber);
    assert.equal((await post(`/incidents/${open?.id ?? ''}/settlement`, settlement, operator())).status, 200);
    const second = await post(`/cases/${caseNumber}/handovers`, { ...offer, items: [token] }, centre());
    const { handoverId: next } = second.body as { handoverId: string };
    assert.equal((await post(`/handovers/${next}/recall`, {}, centre())).status, 200);

    const held = (await get('/custody', ministry())).body as { holder: string; items: { serial: string }[] };
    assert.equal(held.holder, 'ministry:foreign-affairs');
    assert.ok(held.items.some((one) => one.serial === serial));
    assert.deepEqual([...new Set(await reads())].filter((what) => what.startsWith('list-')).toSorted(), [
      'list-custody',
      'list-handovers',
    ]);
  });

  it('R1598/2.10: the whereabouts and the printed act are for those they concern, and each reading is noted', async () => {
    const { caseNumber, serial } = await bringTo(api, 'invitation');
    const token = { kind: 'token', serial: `T-${serial}` };
    const offer = { taker: 'ministry:foreign-affairs', items: [token] };
    const offered = await post(`/cases/${caseNumber}/handovers`, offer, centre());
    const { handoverId } = offered.body as { handoverId: string };
    const where = (await get(`/items/token/${token.serial}`, auditor())).body as { holder: string; open: object };
    assert.equal(where.holder, 'centre:e-imza');
    assert.ok(where.open !== null);
    const act = `/handovers/${handoverId}/act.pdf`;
    for (const who of [centre(), ministry(), operator(), auditor()]) {
      const pdf = await get(act, who);
      assert.equal(pdf.status, 200);
      assert.match(pdf.headers['content-type'] ?? '', /^application\/pdf/);
    }
    for (const path of [act, `/items/token/${token.serial}`])
      assert.equal((await get(path, courier('9'))).status, 404, path);
    assert.equal((await get('/items/token/of-nobody', auditor())).status, 404);
    assert.equal((await get('/items/banana/1', auditor())).status, 404);
    const noted = new Set(await reads());
    for (const what of ['read-act', 'read-item', 'read-unknown-act', 'read-unknown-item'])
      assert.ok(noted.has(what), what);
  });

  it('R1598/2.10: what is no party, no thing or no hand-over is answered by its form, and nothing is done', async () => {
    const { caseNumber, serial } = await bringTo(api, 'invitation');
    const items = [{ kind: 'token', serial: `T-${serial}` }];
    const bad = [
      { taker: 'mission:atlantis', items },
      { taker: 'ministry:foreign-affairs', items: [] },
      { taker: 'ministry:foreign-affairs', items: [{ kind: 'banana', serial: '1' }] },
      { taker: 'ministry:foreign-affairs', items: [{ kind: 'token', serial: 'a\nb' }] },
      { taker: 'ministry:foreign-affairs', items, more: 1 },
    ];
    for (const body of bad) assert.equal((await post(`/cases/${caseNumber}/handovers`, body, centre())).status, 400);
    const nobody = '00000000-0000-4000-8000-000000000000';
    assert.equal((await post(`/handovers/${nobody}/recall`, {}, centre())).status, 404);
    assert.equal((await post(`/handovers/not-an-id/recall`, {}, centre())).status, 404);
    assert.equal(
      (await post(`/incidents/${nobody}/settlement`, { items: [{ ...items[0], settlement: 'as-listed' }] }, operator()))
        .status,
      404,
    );
    assert.equal((await post(`/cases/${caseNumber}/handovers`, bad[0] ?? {}, auditor())).status, 403);
    const entered = await post(`/cases/${caseNumber}/items`, { items: [{ kind: 'sim', serial: 'S-1' }] }, operator());
    assert.equal(problemOf(entered).reason, 'not-yours-to-make', 'an E-imza certificate needs no SIM card');
  });
});

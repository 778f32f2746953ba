import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import type { BundleView } from '../../cases/contract-copies/findBundles.ts';
import type { OverdueTerm } from '../../cases/terms/findOverdue.ts';
import { hands } from '../cases/contract-copies/hands.ts';
import { openApi, type TestApi } from './openApi.ts';

const MINISTRY = 'ministry:foreign-affairs';

describe('bundles of copies and overdue terms', () => {
  let api: TestApi;
  let berlin: string;
  let kars: string;
  const clock = (to: string) => api.owner.run(`UPDATE legal_clock SET frozen_at = $1`, [`${to}+04:00`]);
  /** Berlin's bundle of both parts, its E-imza part on to the ministry of communications; Kars's of one ASAN contract. */
  before(async () => {
    api = await openApi();
    await clock('2026-03-16T10:00:00');
    const { sign, hand, offer, bundleOf } = hands(api);
    const register = async (mission: string) => {
      const { caseNumber } = await api.register();
      await api.owner.run(`UPDATE "case" SET mission = $2 WHERE number = $1`, [caseNumber, mission]);
      return caseNumber;
    };
    const [eImza = '', contract = '', sim = ''] = await sign(await register('berlin'), ['e-imza', 'asan']);
    berlin = await bundleOf(eImza);
    const [karsContract = ''] = await sign(await register('kars'), ['asan']);
    kars = await bundleOf(karsContract);
    await clock('2026-06-18T10:00:00');
    await hand(berlin, [eImza, contract, sim], 'mission:berlin', MINISTRY);
    await hand(berlin, [eImza], MINISTRY, 'ministry:communications');
    await clock('2026-09-16T10:00:00');
    const copies = await api.owner.many(`SELECT 1 FROM bundle_item WHERE bundle = $1`, [kars]);
    assert.ok(copies.length > 1, 'beside the contract on its way another copy stays');
    await offer(kars, [karsContract], 'mission:kars', 'courier:7');
    await clock('2026-09-17T00:00:00');
  });
  after(() => api.stop());

  const officials = {
    operator: ['operator', 'portal-operator', 'desk'],
    auditor: ['auditor', 'audit', 'desk'],
    ministry: ['ministry-officer', 'foreign-affairs', 'consular'],
    communications: ['ministry-officer', 'communications', 'desk'],
    berlin: ['mission-officer', 'foreign-affairs', 'berlin'],
    kars: ['mission-officer', 'foreign-affairs', 'kars'],
    eImza: ['centre-officer', 'e-imza', 'desk'],
    asan: ['centre-officer', 'asan', 'desk'],
    azercell: ['mobile-operator-officer', 'azercell', 'desk'],
    nar: ['mobile-operator-officer', 'nar', 'desk'],
    courier: ['courier', 'foreign-affairs', '7'],
  } as const;
  type Who = keyof typeof officials;
  async function ask(who: Who, path: string) {
    const [role, body, post] = officials[who];
    const token = await new SignJWT({ role, body, post })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt' })
      .setSubject(`test-${who}`)
      .setIssuer('urn:test:sign-on')
      .setAudience('mohlet')
      .setIssuedAt()
      .setExpirationTime('1 hour')
      .sign(api.privateKey);
    return api.http.get(path).set('Authorization', `Bearer ${token}`);
  }
  const bundles = async (who: Who) => ((await ask(who, '/api/v1/bundles')).body as { bundles: BundleView[] }).bundles;
  const overdue = async (who: Who) => ((await ask(who, '/api/v1/overdue')).body as { terms: OverdueTerm[] }).terms;

  it('R1598/2.16-2.18: each office sees the bundles it has to do with, and of each its own part alone', async () => {
    const seen = async (who: Who) =>
      Object.fromEntries((await bundles(who)).map(({ mission, items }) => [mission, items.length]));
    for (const all of ['operator', 'auditor', 'ministry'] as const)
      assert.deepEqual(await seen(all), { berlin: 3, kars: 2 }, all);
    assert.deepEqual(await seen('berlin'), { berlin: 3 });
    assert.deepEqual(await seen('kars'), { kars: 2 });
    assert.deepEqual(await seen('communications'), { berlin: 1 });
    assert.deepEqual(await seen('eImza'), { berlin: 1 });
    assert.deepEqual(await seen('asan'), { berlin: 1, kars: 1 });
    assert.deepEqual(await seen('azercell'), { berlin: 1, kars: 1 });
    assert.deepEqual(await seen('nar'), {});
    assert.equal((await ask('courier', '/api/v1/bundles')).status, 403);
  });

  it('R1598/2.17, 2.18: a bundle shows in whose hands each copy is, and of each leg the days that were counted', async () => {
    const [view] = await bundles('berlin');
    assert.ok(view);
    assert.deepEqual([view.bundle, view.stage, view.waitsFor?.party], [berlin, 'ministry', MINISTRY]);
    assert.notEqual(view.closedToCopiesAt, null);
    const holders = view.items.map(({ part, kind, holder }) => `${part} ${kind} ${holder}`).sort();
    assert.deepEqual(holders, [
      `asan certificate-contract ${MINISTRY}`,
      `asan sim-contract ${MINISTRY}`,
      'e-imza certificate-contract ministry:communications',
    ]);
    const legs = Object.fromEntries(view.legs.map((leg) => [leg.holder, leg]));
    assert.equal(legs['mission:berlin']?.outcome, 'done');
    assert.equal(legs['mission:berlin'].months, 6);
    const days = legs[`${MINISTRY}/asan`]?.days.map(({ date, counted }) => [date, counted]);
    assert.deepEqual(days, [
      ['2026-06-18', false],
      ['2026-06-19', true],
    ]);
    const [part] = await bundles('eImza');
    assert.deepEqual(part?.legs.map(({ holder }) => holder).sort(), [
      'ministry:communications',
      `${MINISTRY}/e-imza`,
      'mission:berlin',
    ]);
  });

  it('R1598/2.16-2.18: what is past its end and open is listed to its holder and to whoever answers for him', async () => {
    const holders = async (who: Who) => (await overdue(who)).map(({ caseNumber, holder }) => `${caseNumber} ${holder}`);
    const asan = `${berlin} ${MINISTRY}/asan`;
    const communications = `${berlin} ministry:communications`;
    // One of its two contracts Kars has not offered.
    const late = `${kars} mission:kars`;
    for (const all of ['operator', 'auditor', 'ministry'] as const)
      assert.deepEqual(await holders(all), [asan, communications, late], all);
    assert.deepEqual(await holders('kars'), [late]);
    assert.deepEqual(await holders('berlin'), [asan, communications]);
    assert.deepEqual(await holders('communications'), [communications]);
    assert.deepEqual(await holders('eImza'), []);
    const [first] = await overdue('ministry');
    assert.deepEqual([first?.procedure, first?.clause, first?.overdueAt], ['contract-copies', 'R1598/2.17', null]);
  });

  it('ADR 28: a mission that offered all its copies in time is not on the list', async () => {
    await api.owner.run(
      `INSERT INTO handover_item (handover_id, item_id)
      SELECT h.id, b.item_id FROM handover h JOIN bundle_item b ON b.bundle = h.case_number
       WHERE h.case_number = $1 AND h.state = 'offered' ON CONFLICT DO NOTHING`,
      [kars],
    );
    assert.deepEqual(await overdue('kars'), []);
  });

  it('every read stands in the evidence of its reader', async () => {
    await bundles('azercell');
    const rows = await api.owner.many<{ body: string }>(
      `SELECT body FROM evidence WHERE chain LIKE 'read:test-azercell:%' ORDER BY chain, seq`,
    );
    const [read] = rows.map(({ body }) => JSON.parse(body) as { what: string; facts: { cases: string[] } }).slice(-1);
    assert.deepEqual([read?.what, read?.facts.cases.toSorted()], ['read-bundles', [berlin, kars].toSorted()]);
    assert.equal((await api.http.get('/api/v1/overdue')).status, 401);
    assert.equal((await ask('nar', '/api/v1/overdue')).status, 403);
  });
});

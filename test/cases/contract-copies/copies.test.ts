import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { openTestRecord, type TestRecord } from '../../support/record.ts';
import { hands } from './hands.ts';

const baku = (day: string) => new Date(`${day}T00:00:00+04:00`).toISOString();
const MINISTRY = 'ministry:foreign-affairs';
const COMMUNICATIONS = 'ministry:communications';
const OPERATOR = 'portal-operator';

describe('a bundle of second copies', () => {
  let test: TestRecord | undefined;
  beforeEach(async () => {
    await test?.stop();
    test = await openTestRecord();
  });
  after(() => test?.stop());

  /** A record frozen at an instant of Baku, with an application of Berlin's whose contracts are signed. */
  async function at(instant: string) {
    const record = test as TestRecord;
    const clock = (to: string) => record.owner.run(`UPDATE legal_clock SET frozen_at = $1`, [`${to}+04:00`]);
    await clock(instant);
    const { caseNumber } = await record.register();
    await record.owner.run(`UPDATE "case" SET mission = 'berlin' WHERE number = $1`, [caseNumber]);
    return { record, clock, caseNumber, ...hands(record) };
  }

  it('R1598/2.16: opens with the first copy in hand, a case of its own whose term is six months', async () => {
    const { record, caseNumber, sign, bundleOf, standing } = await at('2026-03-16T10:00:00');
    await record.owner.run('DELETE FROM outbox');
    const [first = ''] = await sign(caseNumber, ['e-imza']);
    const bundle = await bundleOf(first);
    assert.match(bundle, /^MN-2026-\d{6}$/);
    const { stage, waits_for, terms, ends } = await standing(bundle);
    assert.deepEqual([stage, waits_for, terms], ['collecting', 'mission:berlin', { 'mission:berlin': null }]);
    assert.equal(ends['mission:berlin'], baku('2026-09-17'), '24:00 of 16 September');
    const woken = await record.owner.many(`SELECT case_number FROM outbox`);
    assert.deepEqual(woken, [{ case_number: bundle }]);

    const [second = ''] = await sign(caseNumber, ['asan']);
    assert.equal(await bundleOf(second), bundle);
    const what = (await record.evidence(bundle)).map((entry) => entry.what);
    assert.deepEqual(what, ['bundle-opened', 'term-started', 'copies-added', 'copies-added']);
    assert.ok((await record.evidence(caseNumber)).some((entry) => entry.what === 'copies-bundled'));
  });

  it('R1598/2.16: two first copies at once open one bundle', async () => {
    const { record, caseNumber, sign } = await at('2026-03-16T10:00:00');
    const others = await Promise.all([1, 2, 3].map(() => record.register()));
    const numbers = [caseNumber, ...others.map((one) => one.caseNumber)];
    await record.owner.run(`UPDATE "case" SET mission = 'berlin'`);
    await Promise.all(numbers.map((number) => sign(number, ['e-imza', 'asan'])));
    const bundles = await record.owner.many(`SELECT bundle, count(*)::integer AS n FROM bundle_item GROUP BY bundle`);
    assert.equal(bundles.length, 1);
    assert.equal((bundles[0] as { n: number }).n, 12);
    const cases = await record.owner.many(`SELECT number FROM "case" WHERE procedure = 'contract-copies'`);
    assert.equal(cases.length, 1, 'no bundle without its case, no case without its bundle');
  });

  it('R1598/2.16-2.18: fifty copies of both parts go home, each leg a term of its holder with its own days', async () => {
    const { record, clock, caseNumber, sign, hand, bundleOf, standing } = await at('2026-03-16T10:00:00');
    const eImza: string[] = [];
    const asan: string[] = [];
    for (let signed = 0; signed < 10; signed += 1) eImza.push(...(await sign(caseNumber, ['e-imza', 'e-imza'])));
    for (let signed = 0; signed < 15; signed += 1) asan.push(...(await sign(caseNumber, ['asan'])));
    const all = [...eImza, ...asan];
    assert.equal(all.length, 50);
    const bundle = await bundleOf(all[0] ?? '');

    await clock('2026-06-12T12:00:00');
    assert.equal(await hand(bundle, all, 'mission:berlin', 'courier:7'), false);
    assert.deepEqual((await standing(bundle)).terms, { 'mission:berlin': null }, 'a courier is on the way, not there');
    assert.equal((await standing(bundle)).waits_for, 'courier:7');
    await clock('2026-06-18T15:00:00'); // a Thursday
    assert.equal(await hand(bundle, all, 'courier:7', MINISTRY), true);
    let now = await standing(bundle);
    assert.deepEqual([now.stage, now.waits_for], ['ministry', MINISTRY]);
    assert.deepEqual(now.terms, {
      'mission:berlin': 'done',
      [`${MINISTRY}/asan`]: null,
      [`${MINISTRY}/e-imza`]: null,
    });
    assert.equal(now.ends[`${MINISTRY}/asan`], baku('2026-06-20'), 'one working day: Friday, to its end');

    await clock('2026-06-19T09:00:00');
    await hand(bundle, eImza, MINISTRY, COMMUNICATIONS);
    now = await standing(bundle);
    assert.equal(now.stage, 'ministry', 'one part has gone, the other has not');
    assert.equal(now.terms[`${MINISTRY}/e-imza`], 'done');
    assert.equal(now.terms[`${MINISTRY}/asan`], null);
    assert.equal(now.ends[COMMUNICATIONS], baku('2026-06-25'), 'three working days: Monday to Wednesday');

    await clock('2026-06-22T09:00:00');
    await hand(bundle, asan, MINISTRY, OPERATOR);
    now = await standing(bundle);
    assert.deepEqual([now.stage, now.terms[`${MINISTRY}/asan`]], ['delivery', 'done-late']);

    await clock('2026-06-24T09:00:00');
    await hand(bundle, eImza, COMMUNICATIONS, 'centre:e-imza');
    const sims = asan.filter((_, n) => n % 2 === 1);
    await hand(bundle, sims, OPERATOR, 'mobile-operator:azercell');
    now = await standing(bundle);
    assert.deepEqual([now.stage, now.terms[COMMUNICATIONS], now.terms[OPERATOR]], ['delivery', 'done', null]);
    const contracts = asan.filter((id) => !sims.includes(id));
    assert.equal(await hand(bundle, contracts, OPERATOR, 'centre:asan'), true);
    now = await standing(bundle);
    assert.deepEqual(
      [now.stage, now.outcome, now.closed, now.waits_for, now.terms[OPERATOR]],
      ['ended', 'delivered', true, null, 'done'],
    );
    const what = (await record.evidence(bundle)).map((entry) => entry.what);
    assert.equal(what.at(-1), 'copies-delivered');
    assert.equal(what.filter((one) => one === 'term-closed').length, 5);
  });

  it('ADR 28: a copy that comes while a bundle is offered or on its way is the first of the next one', async () => {
    const { record, caseNumber, sign, offer, confirm, bundleOf, standing } = await at('2026-03-16T10:00:00');
    const [first = ''] = await sign(caseNumber, ['e-imza']);
    const bundle = await bundleOf(first);
    const act = await offer(bundle, [first], 'mission:berlin', 'courier:7');
    const [second = ''] = await sign(caseNumber, ['e-imza']);
    const next = await bundleOf(second);
    assert.notEqual(next, bundle);
    assert.deepEqual((await standing(next)).terms, { 'mission:berlin': null }, 'with a term of its own');
    await confirm(bundle, act);
    const [third = ''] = await sign(caseNumber, ['asan']);
    assert.equal(await bundleOf(third), next);
    const sent = await record.owner.many(`SELECT case_number FROM bundle WHERE sent_at IS NULL`);
    assert.deepEqual(sent, [{ case_number: next }]);
  });

  it('ADR 28: what its holder offered in time is done in time, whenever the taker confirms', async () => {
    const { clock, caseNumber, sign, offer, confirm, bundleOf, standing } = await at('2026-03-16T10:00:00');
    const [copy = ''] = await sign(caseNumber, ['e-imza']);
    const bundle = await bundleOf(copy);
    await clock('2026-09-16T23:59:59.999');
    const act = await offer(bundle, [copy], 'mission:berlin', MINISTRY);
    await clock('2026-09-17T10:00:00');
    await confirm(bundle, act);
    const { terms, ends } = await standing(bundle);
    assert.equal(terms['mission:berlin'], 'done');
    assert.equal(ends[`${MINISTRY}/e-imza`], baku('2026-09-19'), 'the ministry’s day is counted from its own hands');

    await clock('2026-09-19T00:00:00');
    const late = await offer(bundle, [copy], MINISTRY, COMMUNICATIONS);
    await confirm(bundle, late);
    assert.equal((await standing(bundle)).terms[`${MINISTRY}/e-imza`], 'done-late', 'the end itself is too late');
  });

  it('R1598/2.16-2.18: a missing copy keeps its own leg open, the others go on; found, it has a term of its own', async () => {
    const { clock, caseNumber, sign, hand, bundleOf, standing } = await at('2026-03-16T10:00:00');
    const [one = '', two = ''] = await sign(caseNumber, ['e-imza', 'e-imza']);
    const bundle = await bundleOf(one);
    assert.equal(await hand(bundle, [one, two], 'mission:berlin', MINISTRY, [two]), true);
    let now = await standing(bundle);
    assert.deepEqual([now.stage, now.waits_for], ['collecting', 'mission:berlin']);
    assert.deepEqual(now.terms, { 'mission:berlin': null, [`${MINISTRY}/e-imza`]: null });

    await hand(bundle, [one], MINISTRY, COMMUNICATIONS);
    await hand(bundle, [one], COMMUNICATIONS, 'centre:e-imza');
    now = await standing(bundle);
    assert.deepEqual(now.terms, {
      'mission:berlin': null,
      [`${MINISTRY}/e-imza`]: 'done',
      [COMMUNICATIONS]: 'done',
    });

    await clock('2026-04-06T10:00:00');
    await hand(bundle, [two], 'mission:berlin', MINISTRY);
    now = await standing(bundle);
    assert.deepEqual([now.stage, now.terms['mission:berlin']], ['ministry', 'done']);
    assert.equal(now.ends[`${MINISTRY}/e-imza/2`], baku('2026-04-08'));
    await hand(bundle, [two], MINISTRY, COMMUNICATIONS);
    await hand(bundle, [two], COMMUNICATIONS, 'centre:e-imza');
    now = await standing(bundle);
    assert.deepEqual([now.stage, now.outcome], ['ended', 'delivered']);
    assert.equal(now.terms[`${COMMUNICATIONS}/2`], 'done');
  });

  it('R1598/2.16: a copy that another paper replaced is asked of nobody any more', async () => {
    const { record, caseNumber, sign, hand, bundleOf, standing } = await at('2026-03-16T10:00:00');
    const [one = '', two = ''] = await sign(caseNumber, ['e-imza', 'asan']);
    const bundle = await bundleOf(one);
    await hand(bundle, [one, two], 'mission:berlin', MINISTRY, [two]);
    await record.owner.run(`UPDATE custody_item SET state = 'replaced' WHERE id <> $1`, [one]);
    await hand(bundle, [one], MINISTRY, COMMUNICATIONS);
    const now = await standing(bundle);
    assert.deepEqual([now.stage, now.terms['mission:berlin']], ['delivery', 'done']);
  });
});

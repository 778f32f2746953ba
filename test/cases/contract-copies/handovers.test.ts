import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { confirmHandover } from '../../../cases/custody/confirmHandover.ts';
import { offerHandover } from '../../../cases/custody/offerHandover.ts';
import type { ItemName } from '../../../cases/custody/readItems.ts';
import { resolveDifference } from '../../../cases/custody/resolveDifference.ts';
import type { Party } from '../../../law/signature-issuance/parties.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';
import { hands } from './hands.ts';

const MINISTRY = 'ministry:foreign-affairs';

describe('a bundle handed over by the deeds of custody', () => {
  let test: TestRecord;
  before(async () => {
    test = await openTestRecord();
  });
  after(() => test.stop());

  const request = () => ({ route: 'test', caller: 'test', key: randomUUID(), body: '' });
  const actor = (party: Party) => ({ capacity: 'ministry-officer', id: party, party }) as const;

  it('R1598/2.16-2.18: a copy missing at the ministry stays the mission’s; settled as lost, the bundle goes home without it', async () => {
    const { sign, bundleOf, standing } = hands(test);
    const { caseNumber } = await test.register();
    const ids = await sign(caseNumber, ['e-imza', 'asan']);
    const bundle = await bundleOf(ids[0] ?? '');
    const { mission } = await test.owner.one<{ mission: string }>(`SELECT mission FROM "case" WHERE number = $1`, [
      bundle,
    ]);
    const all = await test.owner.many<ItemName & { part: string }>(
      `SELECT kind, serial, copy, part FROM custody_item i JOIN bundle_item b ON b.item_id = i.id ORDER BY part, kind`,
    );
    const [lost, ...others] = all.map(({ kind, serial, copy }): ItemName => ({ kind, serial, copy }));
    assert.ok(lost);
    const hand = async (items: readonly ItemName[], from: Party, to: Party, missing?: ItemName) => {
      const offered = await offerHandover(
        test.record,
        actor(from),
        { caseNumber: bundle, taker: to, items },
        request(),
      );
      if (offered?.kind !== 'offered') assert.fail(JSON.stringify(offered));
      const findings = items.map((item) => ({ ...item, found: item === missing ? 'missing' : 'as-listed' }) as const);
      const { handoverId } = offered;
      const confirmed = await confirmHandover(test.record, actor(to), { handoverId, findings }, request());
      return confirmed?.kind;
    };

    assert.equal(await hand([lost, ...others], `mission:${mission}`, 'courier:7'), 'taken');
    assert.equal(await hand([lost, ...others], 'courier:7', MINISTRY, lost), 'difference');
    let now = await standing(bundle);
    assert.deepEqual([now.stage, now.waits_for, now.terms[`mission:${mission}`]], ['collecting', 'courier:7', null]);
    assert.equal(now.terms[`${MINISTRY}/e-imza`], null, 'what came has its term');

    const { id: incidentId } = await test.owner.one<{ id: string }>(
      `SELECT id FROM incident WHERE kind = 'custody-difference' AND case_number = $1`,
      [bundle],
    );
    const items = [{ ...lost, settlement: 'to-be-replaced' as const }];
    const settled = await resolveDifference(test.record, actor('portal-operator'), { incidentId, items }, request());
    assert.equal(settled?.kind, 'settled');
    now = await standing(bundle);
    assert.deepEqual([now.stage, now.terms[`mission:${mission}`]], ['ministry', 'done']);

    const eImza = others.filter(({ serial }) => all.some((one) => one.serial === serial && one.part === 'e-imza'));
    const sims = others.filter(({ kind }) => kind === 'sim-contract');
    assert.deepEqual([eImza.length, sims.length], [1, 1]);
    await hand(eImza, MINISTRY, 'ministry:communications');
    await hand(sims, MINISTRY, 'portal-operator');
    await hand(eImza, 'ministry:communications', 'centre:e-imza');
    await hand(sims, 'portal-operator', 'mobile-operator:azercell');
    now = await standing(bundle);
    assert.deepEqual([now.stage, now.outcome, now.waits_for], ['ended', 'delivered', null]);
    assert.deepEqual(new Set(Object.values(now.terms)), new Set(['done']));
  });
});

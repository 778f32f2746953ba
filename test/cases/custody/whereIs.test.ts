import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { handOver } from '../../../cases/contract/handOver.ts';
import { registerSignature } from '../../../cases/contract/registerSignature.ts';
import { enterItems } from '../../../cases/custody/enterItems.ts';
import type { ItemName } from '../../../cases/custody/readItems.ts';
import { whereIs } from '../../../cases/custody/whereIs.ts';
import { bringTo, request } from '../../support/issuing.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';
import { asListed, handsOn, official } from './hands.ts';

const FOREIGN_AFFAIRS = 'ministry:foreign-affairs';
const AUDITOR = { capacity: 'auditor', id: 'a' } as const;

describe('where a thing is, and who says so', () => {
  let test: TestRecord;
  let hands: ReturnType<typeof handsOn>;
  before(async () => {
    test = await openTestRecord();
    await test.freeze('2026-03-16T09:00:00+04:00');
    hands = handsOn(test);
  });
  after(() => test.stop());

  /** A token that its Centre entered in place of another, so that the evidence tells its whole way. */
  const replacement = async () => {
    const { caseNumber, serial, mission } = await bringTo(test, 'invitation');
    const token: ItemName = { kind: 'token', serial: `T-${serial}`, copy: 1 };
    const offered = await hands.offer(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [token]);
    assert.ok(offered?.kind === 'offered');
    await hands.confirm(FOREIGN_AFFAIRS, offered.handoverId, [{ ...token, found: 'missing' }]);
    await hands.settle(caseNumber, [{ ...token, settlement: 'to-be-replaced' }]);
    const fresh = { kind: 'token', serial: `N-${serial}`, copy: 1 } as const;
    await enterItems(test.record, official('centre:e-imza'), { caseNumber, items: [fresh] }, request());
    return { caseNumber, mission, fresh };
  };

  it('R1598/2.10: tells the holder, since when, by which act and by whose word, and the whole chain', async () => {
    const { caseNumber, mission, fresh } = await replacement();
    const first = await hands.hand(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [fresh]);
    await test.forward('2026-03-16T10:00:00+04:00');
    const second = await hands.hand(caseNumber, FOREIGN_AFFAIRS, 'courier:7', [fresh]);
    const offered = await hands.offer(caseNumber, 'courier:7', mission, [fresh]);
    assert.ok(offered?.kind === 'offered');
    const found = await whereIs(test.record, fresh, AUDITOR);
    assert.ok(found !== null);
    assert.equal(found.holder, 'courier:7');
    assert.equal(found.item.caseNumber, caseNumber);
    assert.deepEqual(
      found.chain.map(({ holder, act }) => [holder, act?.handoverId, act?.giver.official, act?.taker.official]),
      [
        ['centre:e-imza', undefined, undefined, undefined],
        [FOREIGN_AFFAIRS, first, 'of-centre:e-imza', `of-${FOREIGN_AFFAIRS}`],
        ['courier:7', second, `of-${FOREIGN_AFFAIRS}`, 'of-courier:7'],
      ],
    );
    assert.equal(found.open?.handoverId, offered.handoverId);
    assert.deepEqual(found.evidence, { agrees: true, disagreements: [] });
  });

  it('R1598/2.10: says so where the rows are not what the evidence tells', async () => {
    const { caseNumber, fresh } = await replacement();
    const moved = await hands.hand(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [fresh]);
    const tell = async () => (await whereIs(test.record, fresh, AUDITOR))?.evidence.disagreements;
    const tamper = (what: string) =>
      test.owner.run(
        `UPDATE custody_holding SET ${what}
          WHERE item_id = (SELECT id FROM custody_item WHERE serial = $1) AND n = 2`,
        [fresh.serial],
      );
    await tamper(`holder = 'courier:7'`);
    assert.deepEqual(await tell(), [{ what: 'move-not-in-evidence', n: 2, handoverId: moved }]);
    await tamper(`holder = '${FOREIGN_AFFAIRS}', handover_id = NULL`);
    assert.deepEqual(await tell(), [
      { what: 'move-not-in-evidence', n: 2, handoverId: null },
      { what: 'move-in-evidence-alone', handoverId: moved },
    ]);
    await tamper(`handover_id = '${moved}', since = since + interval '1 second'`);
    assert.deepEqual(await tell(), [{ what: 'move-not-in-evidence', n: 2, handoverId: moved }]);
    await tamper(`since = since - interval '1 second'`);
    assert.deepEqual(await tell(), []);
    await test.owner.run(`UPDATE custody_item SET serial = serial || 'X' WHERE serial = $1`, [fresh.serial]);
    const other = await whereIs(test.record, { ...fresh, serial: `${fresh.serial}X` }, AUDITOR);
    assert.equal(other?.evidence.agrees, false, 'another number is another thing');
  });

  it('R1598/2.10, R1598/2.15: is answered to those it concerns alone', async () => {
    const { caseNumber, mission, fresh } = await replacement();
    await hands.offer(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [fresh]);
    for (const party of ['centre:e-imza', FOREIGN_AFFAIRS, 'portal-operator', mission] as const)
      assert.notEqual(await whereIs(test.record, fresh, official(party)), null, party);
    for (const party of ['centre:asan', 'courier:7', 'mission:tokyo', 'mobile-operator:nar'] as const)
      assert.equal(await whereIs(test.record, fresh, official(party)), null, party);
    assert.equal(await whereIs(test.record, { ...fresh, serial: 'of-nobody' }, AUDITOR), null);
  });

  it('R1598/2.15, R1598/2.16, R1598/2.17, R1598/2.18: first copy to the applicant by the signed paper, second copy home', async () => {
    const { caseNumber, serial, mission, officer } = await bringTo(test, 'contract');
    const contract = (copy: 1 | 2) => ({ kind: 'certificate-contract', serial: `C-${serial}`, copy }) as const;
    await registerSignature(test.record, officer, { caseNumber, certificateContract: `C-${serial}` }, request());
    const issued = await handOver(test.record, officer, { caseNumber, paperNumber: 'Akt № 7' }, request());
    assert.equal(issued?.kind, 'issued');
    const mine = await whereIs(test.record, contract(1), AUDITOR);
    assert.equal(mine?.holder, 'applicant');
    assert.equal(mine.chain.at(-1)?.act?.paperNumber, 'Akt № 7');
    assert.equal(mine.evidence.agrees, true);

    const { bundle } = await test.owner.one<{ bundle: string }>(
      `SELECT b.bundle FROM bundle_item b JOIN custody_item i ON i.id = b.item_id WHERE i.serial = $1`,
      [`C-${serial}`],
    );
    const second = contract(2);
    const elsewhere = await hands.offer(caseNumber, mission, FOREIGN_AFFAIRS, [second]);
    assert.ok(elsewhere?.kind === 'refused' && elsewhere.reason === 'item-unknown', 'it goes with its bundle');
    await hands.hand(bundle, mission, 'courier:7', [second]);
    await hands.hand(bundle, 'courier:7', FOREIGN_AFFAIRS, [second]);
    const wrong = await hands.offer(bundle, FOREIGN_AFFAIRS, 'portal-operator', [second]);
    assert.ok(wrong?.kind === 'refused' && wrong.clause === 'R1598/2.17' && wrong.reason === 'copy-goes-elsewhere');
    await hands.hand(bundle, FOREIGN_AFFAIRS, 'ministry:communications', [second]);
    const lost = await hands.offer(bundle, 'ministry:communications', 'centre:e-imza', [second]);
    assert.ok(lost?.kind === 'offered' && lost.clause === 'R1598/2.18');
    await hands.confirm('centre:e-imza', lost.handoverId, asListed([second]));
    const home = await whereIs(test.record, second, official('centre:e-imza'));
    assert.equal(home?.holder, 'centre:e-imza');
    assert.deepEqual(home.evidence, { agrees: true, disagreements: [] });
    const ended = await test.owner.one(`SELECT stage, outcome, waits_for FROM "case" WHERE number = $1`, [bundle]);
    assert.deepEqual(ended, { stage: 'ended', outcome: 'delivered', waits_for: null });
  });

  it('R1598/2.16: of a bundle, a copy in dispute is kept back and its fellows go on; lost for good, it is waited for no more', async () => {
    const { caseNumber, serial, officer, mission } = await bringTo(test, 'contract', { form: 'citizen-asan' });
    const signed = { caseNumber, certificateContract: `C-${serial}`, simContract: `SC-${serial}` };
    await registerSignature(test.record, officer, signed, request());
    const { bundle } = await test.owner.one<{ bundle: string }>(
      `SELECT b.bundle FROM bundle_item b JOIN custody_item i ON i.id = b.item_id WHERE i.serial = $1`,
      [`C-${serial}`],
    );
    const copies: ItemName[] = [
      { kind: 'certificate-contract', serial: `C-${serial}`, copy: 2 },
      { kind: 'sim-contract', serial: `SC-${serial}`, copy: 2 },
    ];
    const [certificate, sim] = copies as [ItemName, ItemName];
    const offered = await hands.offer(bundle, mission, FOREIGN_AFFAIRS, copies);
    assert.ok(offered?.kind === 'offered');
    await hands.confirm(FOREIGN_AFFAIRS, offered.handoverId, [
      ...asListed([certificate]),
      { ...sim, found: 'missing' },
    ]);
    const stopped = await hands.offer(bundle, mission, FOREIGN_AFFAIRS, [sim]);
    assert.ok(stopped?.kind === 'refused' && stopped.reason === 'difference-open');
    await hands.hand(bundle, FOREIGN_AFFAIRS, 'portal-operator', [certificate]);
    const back = await hands.settle(bundle, [{ ...sim, settlement: 'to-go-back' }]);
    assert.ok(back?.kind === 'refused' && back.reason === 'copy-does-not-go-back');
    await hands.settle(bundle, [{ ...sim, settlement: 'to-be-replaced' }]);
    await hands.hand(bundle, 'portal-operator', 'centre:asan', [certificate]);
    const ended = await test.owner.one(`SELECT stage, outcome FROM "case" WHERE number = $1`, [bundle]);
    assert.deepEqual(ended, { stage: 'ended', outcome: 'delivered' });
  });
});

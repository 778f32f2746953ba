import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { enterItems } from '../../../cases/custody/enterItems.ts';
import type { ItemName } from '../../../cases/custody/readItems.ts';
import { withdraw } from '../../../cases/signature-issuance/withdraw.ts';
import type { Party } from '../../../law/signature-issuance/parties.ts';
import { bringTo, request } from '../../support/issuing.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';
import { asListed, handsOn, official } from './hands.ts';

const FOREIGN_AFFAIRS = 'ministry:foreign-affairs';

describe('a difference at a hand-over', () => {
  let test: TestRecord;
  let hands: ReturnType<typeof handsOn>;
  before(async () => {
    test = await openTestRecord();
    await test.freeze('2026-03-16T09:00:00+04:00');
    hands = handsOn(test);
  });
  after(() => test.stop());

  /** A case whose token was found so at the ministry, while its certificate was as listed. */
  const differing = async (found: 'missing' | 'damaged' | 'wrong-number') => {
    const { caseNumber, serial, mission } = await bringTo(test, 'invitation');
    const token: ItemName = { kind: 'token', serial: `T-${serial}`, copy: 1 };
    const certificate: ItemName = { kind: 'certificate', serial, copy: 1 };
    const offered = await hands.offer(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [token, certificate]);
    assert.ok(offered?.kind === 'offered');
    const finding = found === 'wrong-number' ? { found, foundSerial: 'T-another' } : { found };
    const answered = await hands.confirm(FOREIGN_AFFAIRS, offered.handoverId, [
      ...asListed([certificate]),
      { ...token, ...finding },
    ]);
    assert.ok(answered?.kind === 'difference');
    assert.deepEqual(answered.items, [{ item: `token/${token.serial}`, found }]);
    return { caseNumber, mission, token, certificate, serial };
  };
  const enter = (
    caseNumber: string,
    by: Party,
    items: readonly (ItemName & { copy: 1 | 2 })[],
    operator?: 'azercell' | 'nar',
  ) =>
    enterItems(
      test.record,
      official(by),
      { caseNumber, items, ...(operator !== undefined && { mobileOperator: operator }) },
      request(),
    );
  const stateOf = async ({ serial }: ItemName) =>
    (
      await test.owner.one<{ state: string }>(
        `SELECT state FROM custody_item WHERE serial = $1 AND kind <> 'certificate'`,
        [serial],
      )
    ).state;

  for (const found of ['missing', 'damaged', 'wrong-number'] as const)
    it(`R1598/2.10: ${found}: the thing stays with its giver, the rest moves, and the chain stops until it is settled`, async () => {
      const { caseNumber, token, certificate } = await differing(found);
      assert.deepEqual(await hands.holder(token), ['centre:e-imza']);
      assert.deepEqual(await hands.holder(certificate), [FOREIGN_AFFAIRS]);
      assert.equal(await stateOf(token), found === 'damaged' ? 'damaged' : 'missing');
      const incident = await test.owner.one(
        `SELECT kind, holder, resolved_at FROM incident WHERE case_number = $1 AND kind = 'custody-difference'`,
        [caseNumber],
      );
      assert.deepEqual(incident, { kind: 'custody-difference', holder: 'centre:e-imza', resolved_at: null });
      const stopped = await hands.offer(caseNumber, FOREIGN_AFFAIRS, 'courier:7', [certificate]);
      assert.ok(stopped?.kind === 'refused' && stopped.reason === 'difference-open');
      const settled = await hands.settle(caseNumber, [{ ...token, settlement: 'as-listed' }]);
      assert.ok(settled?.kind === 'settled' && settled.closed);
      assert.equal(await stateOf(token), 'sound');
      await hands.hand(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [token]);
      await hands.hand(caseNumber, FOREIGN_AFFAIRS, 'courier:7', [token, certificate]);
    });

  it('R1598/2.10: a lost token is replaced by one its Centre enters; what is not lacking, its own or new is refused', async () => {
    const { caseNumber, token, serial } = await differing('missing');
    const fresh = { kind: 'token', serial: `T2-${serial}`, copy: 1 } as const;
    const soon = await enter(caseNumber, 'centre:e-imza', [fresh]);
    assert.ok(soon?.kind === 'refused' && soon.reason === 'there-already', 'not settled yet');
    assert.deepEqual(await enter(caseNumber, 'centre:asan', [fresh]), { kind: 'not-yours' });
    await hands.settle(caseNumber, [{ ...token, settlement: 'to-be-replaced' }]);
    const known = await enter(caseNumber, 'centre:e-imza', [{ ...fresh, serial: token.serial }]);
    assert.ok(known?.kind === 'refused' && known.reason === 'serial-known');
    const sim = await enter(caseNumber, 'centre:e-imza', [{ ...fresh, kind: 'sim' }]);
    assert.ok(sim?.kind === 'refused' && sim.reason === 'not-yours-to-make');
    assert.equal((await enter(caseNumber, 'centre:e-imza', [fresh]))?.kind, 'entered');
    const third = await enter(caseNumber, 'centre:e-imza', [{ ...fresh, serial: `T3-${serial}` }]);
    assert.ok(third?.kind === 'refused' && third.reason === 'there-already');
    await hands.hand(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [fresh]);
  });

  it('R1598/2.10: a damaged token goes back the way it came, and a new one takes its place only then', async () => {
    const { caseNumber, serial } = await bringTo(test, 'invitation');
    const token: ItemName = { kind: 'token', serial: `T-${serial}`, copy: 1 };
    await hands.hand(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [token]);
    await hands.hand(caseNumber, FOREIGN_AFFAIRS, 'courier:7', [token]);
    const { mission } = await test.owner.one<{ mission: string }>(`SELECT mission FROM "case" WHERE number = $1`, [
      caseNumber,
    ]);
    const own: Party = `mission:${mission}`;
    const offered = await hands.offer(caseNumber, 'courier:7', own, [token]);
    assert.ok(offered?.kind === 'offered');
    await hands.confirm(own, offered.handoverId, [{ ...token, found: 'damaged' }]);
    const gone = await hands.settle(caseNumber, [{ ...token, settlement: 'to-go-back' }]);
    assert.equal(gone?.kind, 'settled');
    const onward = await hands.offer(caseNumber, 'courier:7', own, [token]);
    assert.ok(onward?.kind === 'refused' && onward.reason === 'not-the-way-back');
    await hands.hand(caseNumber, 'courier:7', FOREIGN_AFFAIRS, [token]);
    const fresh = { kind: 'token', serial: `T2-${serial}`, copy: 1 } as const;
    const soon = await enter(caseNumber, 'centre:e-imza', [fresh]);
    assert.ok(soon?.kind === 'refused' && soon.reason === 'there-already', 'not back yet');
    await hands.hand(caseNumber, FOREIGN_AFFAIRS, 'centre:e-imza', [token]);
    assert.equal((await enter(caseNumber, 'centre:e-imza', [fresh]))?.kind, 'entered');
    assert.equal(await stateOf(token), 'replaced');
  });

  it('R1598/2.10: only what differs is settled, and a missing thing cannot go back', async () => {
    const { caseNumber, token, certificate } = await differing('missing');
    const other = await hands.settle(caseNumber, [{ ...certificate, settlement: 'as-listed' }]);
    assert.ok(other?.kind === 'refused' && other.reason === 'not-in-difference');
    const back = await hands.settle(caseNumber, [{ ...token, settlement: 'to-go-back' }]);
    assert.ok(back?.kind === 'refused' && back.reason === 'missing-cannot-go-back');
    await hands.settle(caseNumber, [{ ...token, settlement: 'as-listed' }]);
    const again = await hands.settle(caseNumber, [{ ...token, settlement: 'as-listed' }]);
    assert.ok(again?.kind === 'refused' && again.reason === 'settled-already');
  });

  it('R1598/2.10, R1598/2.13: of an ended case what is written off need not come back, and what is found again must', async () => {
    const left = async (caseNumber: string) =>
      test.owner.many(
        `SELECT holder, done_at IS NOT NULL AS done FROM unwinding WHERE case_number = $1 AND what = 'return-item' ORDER BY n`,
        [caseNumber],
      );
    for (const settlement of ['to-be-replaced', 'as-listed'] as const) {
      const { caseNumber, serial } = await bringTo(test, 'invitation');
      const token: ItemName = { kind: 'token', serial: `T-${serial}`, copy: 1 };
      await hands.hand(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [token]);
      const offered = await hands.offer(caseNumber, FOREIGN_AFFAIRS, 'courier:7', [token]);
      assert.ok(offered?.kind === 'offered');
      await hands.confirm('courier:7', offered.handoverId, [{ ...token, found: 'missing' }]);
      await withdraw(test.record, caseNumber, request());
      assert.deepEqual(await left(caseNumber), [{ holder: FOREIGN_AFFAIRS, done: false }]);
      const settled = await hands.settle(caseNumber, [{ ...token, settlement }]);
      assert.equal(settled?.kind, 'settled');
      assert.deepEqual(await left(caseNumber), [{ holder: FOREIGN_AFFAIRS, done: settlement === 'to-be-replaced' }]);
    }
  });

  it('R1598/2.5, R1598/2.10: for ASAN imza the portal operator enters the chosen operator’s SIM card and contract in two copies', async () => {
    const { caseNumber, serial } = await bringTo(test, 'invitation', { form: 'citizen-asan' });
    const made = [
      { kind: 'sim', serial: `8994-${serial}`, copy: 1 },
      { kind: 'sim-contract', serial: `K-${serial}`, copy: 1 },
      { kind: 'sim-contract', serial: `K-${serial}`, copy: 2 },
    ] as const;
    const there = await enter(caseNumber, 'portal-operator', made, 'azercell');
    assert.ok(there?.kind === 'refused' && there.reason === 'there-already');
    // As before the operator has provided anything.
    await test.owner.run(
      `WITH gone AS (SELECT id FROM custody_item WHERE case_number = $1 AND kind IN ('sim', 'sim-contract')),
            freed AS (DELETE FROM custody_holding WHERE item_id IN (SELECT id FROM gone))
       SELECT 1`,
      [caseNumber],
    );
    await test.owner.run(`DELETE FROM custody_item WHERE case_number = $1 AND kind IN ('sim', 'sim-contract')`, [
      caseNumber,
    ]);
    for (const operator of ['nar', undefined] as const) {
      const wrong = await enter(caseNumber, 'portal-operator', made, operator);
      assert.ok(wrong?.kind === 'refused' && wrong.reason === 'another-operator' && wrong.clause === 'R1598/2.5');
    }
    assert.equal((await enter(caseNumber, 'portal-operator', made, 'azercell'))?.kind, 'entered');
    await hands.hand(caseNumber, 'portal-operator', FOREIGN_AFFAIRS, made);
    assert.deepEqual(await hands.holder(made[2]), [FOREIGN_AFFAIRS]);
  });

  it('R1598/2.9, R1598/2.10: before the Centre has decided nothing is entered', async () => {
    const { caseNumber } = await bringTo(test, 'centre', { form: 'citizen-asan' });
    const early = await enter(caseNumber, 'portal-operator', [{ kind: 'sim', serial: 'S-early', copy: 1 }], 'azercell');
    assert.ok(early?.kind === 'refused' && early.reason === 'not-awaiting-items' && early.stage === 'centre');
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { enterInRegister } from '../../../cases/contract/enterInRegister.ts';
import { handOver } from '../../../cases/contract/handOver.ts';
import { registerSignature } from '../../../cases/contract/registerSignature.ts';
import { enterItems } from '../../../cases/custody/enterItems.ts';
import { readAct } from '../../../cases/custody/readAct.ts';
import type { ItemName } from '../../../cases/custody/readItems.ts';
import { type Reported, reportDifference } from '../../../cases/custody/reportDifference.ts';
import { whereIs } from '../../../cases/custody/whereIs.ts';
import { withdraw } from '../../../cases/signature-issuance/withdraw.ts';
import type { Party } from '../../../law/signature-issuance/parties.ts';
import { bringTo, type Issuing, request } from '../../support/issuing.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';
import { handsOn, official } from './hands.ts';

const FOREIGN_AFFAIRS = 'ministry:foreign-affairs';

describe('what is damaged or missing in the holder’s own hands', () => {
  let test: TestRecord;
  let hands: ReturnType<typeof handsOn>;
  before(async () => {
    test = await openTestRecord();
    await test.freeze('2026-03-16T09:00:00+04:00');
    hands = handsOn(test);
  });
  after(() => test.stop());

  const report = (caseNumber: string, by: Party, items: readonly Reported[]) =>
    reportDifference(test.record, official(by), { caseNumber, items }, request());
  const reasonOf = (outcome: object | null) => (outcome as { reason?: string } | null)?.reason;
  const tokenOf = ({ serial }: Issuing): ItemName => ({ kind: 'token', serial: `T-${serial}`, copy: 1 });
  const certificateOf = ({ serial }: Issuing): ItemName => ({ kind: 'certificate', serial, copy: 1 });
  const sign = ({ officer, caseNumber, serial }: Issuing) =>
    registerSignature(test.record, officer, { caseNumber, certificateContract: `C-${serial}` }, request());
  const give = ({ officer, caseNumber }: Issuing) =>
    handOver(test.record, officer, { caseNumber, paperNumber: 'Akt 7' }, request());

  it('R1598/2.9, R1598/2.10, R1598/5.4: a token breaks in the mission’s safe: a new one comes the whole way, and the register gets the certificate’s own number', async () => {
    const issuing = await bringTo(test, 'contract');
    const { caseNumber, mission, serial, centreOfficer } = issuing;
    const token = tokenOf(issuing);
    assert.equal((await sign(issuing))?.kind, 'signed');
    const reported = await report(caseNumber, mission, [{ ...token, found: 'damaged' }]);
    assert.ok(reported?.kind === 'reported');
    assert.deepEqual(reported.items, [{ item: `token/${token.serial}`, found: 'damaged' }]);
    assert.equal(reasonOf(await give(issuing)), 'open-difference');
    const stopped = await hands.offer(caseNumber, mission, 'courier:7', [certificateOf(issuing)]);
    assert.equal(reasonOf(stopped), 'difference-open');
    const where = await whereIs(test.record, token, official(mission));
    assert.deepEqual(
      [where?.holder, where?.item.state, where?.open?.state, where?.open?.taker.party],
      [mission, 'damaged', 'difference', 'portal-operator'],
    );
    assert.equal((await readAct(test.record, reported.handoverId))?.state, 'reported');
    const told = (await test.evidence(caseNumber)).filter(({ what }) => what === 'difference-reported');
    assert.equal(told.length, 1);

    const settled = await hands.settle(caseNumber, [{ ...token, settlement: 'to-be-replaced' }]);
    assert.ok(settled?.kind === 'settled' && settled.closed);
    const another = { kind: 'token', serial: `T2-${serial}`, copy: 1 } as const;
    const entered = await enterItems(
      test.record,
      official('centre:e-imza'),
      { caseNumber, items: [another] },
      request(),
    );
    assert.equal(entered?.kind, 'entered');
    await hands.hand(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [another]);
    await hands.hand(caseNumber, FOREIGN_AFFAIRS, 'courier:7', [another]);
    assert.equal(reasonOf(await give(issuing)), 'things-not-ready');
    await hands.hand(caseNumber, 'courier:7', mission, [another]);
    assert.equal((await give(issuing))?.kind, 'issued');
    const inRegister = await enterInRegister(test.record, centreOfficer, { caseNumber, serial }, request());
    assert.ok(inRegister?.kind === 'entered' && inRegister.serial === serial);
  });

  it('R1598/2.9, R1598/2.10: certificate and first copy keep their number: printed again as listed, never replaced', async () => {
    const issuing = await bringTo(test, 'contract');
    const { caseNumber, mission, serial } = issuing;
    await sign(issuing);
    const prints = [certificateOf(issuing), { kind: 'certificate-contract', serial: `C-${serial}`, copy: 1 }] as const;
    assert.equal(
      (
        await report(
          caseNumber,
          mission,
          prints.map((one) => ({ ...one, found: 'missing' as const })),
        )
      )?.kind,
      'reported',
    );
    for (const print of prints) {
      const no = await hands.settle(caseNumber, [{ ...print, settlement: 'to-be-replaced' }]);
      assert.ok(no?.kind === 'refused' && no.reason === 'keeps-its-number' && no.clause === 'R1598/2.10');
    }
    const anew = { caseNumber, items: [{ kind: 'certificate', serial: `${serial}-2`, copy: 1 }] } as const;
    const entry = await enterItems(test.record, official('centre:e-imza'), anew, request());
    assert.ok(entry?.kind === 'refused' && entry.reason === 'keeps-its-number' && entry.clause === 'R1598/2.10');
    const again = await hands.settle(
      caseNumber,
      prints.map((one) => ({ ...one, settlement: 'as-listed' as const })),
    );
    assert.ok(again?.kind === 'settled' && again.closed);
    assert.equal((await give(issuing))?.kind, 'issued');
  });

  it('R1598/2.10: a damaged certificate that went back is made again by its Centre and travels on under its number', async () => {
    const issuing = await bringTo(test, 'invitation');
    const { caseNumber } = issuing;
    const certificate = certificateOf(issuing);
    await hands.hand(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [certificate]);
    await report(caseNumber, FOREIGN_AFFAIRS, [{ ...certificate, found: 'damaged' }]);
    await hands.settle(caseNumber, [{ ...certificate, settlement: 'to-go-back' }]);
    await hands.hand(caseNumber, FOREIGN_AFFAIRS, 'centre:e-imza', [certificate]);
    assert.equal((await report(caseNumber, 'centre:e-imza', [{ ...certificate, found: 'damaged' }]))?.kind, 'reported');
    await hands.settle(caseNumber, [{ ...certificate, settlement: 'as-listed' }]);
    await hands.hand(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [certificate]);
  });

  it('R1598/2.10: only the holder reports, what he holds, once, and nothing that is on offer', async () => {
    const issuing = await bringTo(test, 'invitation');
    const { caseNumber, mission } = issuing;
    const token = { ...tokenOf(issuing), found: 'damaged' } as const;
    assert.deepEqual(await report(caseNumber, 'centre:asan', [token]), { kind: 'not-yours' });
    assert.deepEqual(await report(caseNumber, 'courier:9', [token]), { kind: 'not-yours' });
    assert.equal(reasonOf(await report(caseNumber, mission, [token])), 'not-in-your-hands');
    assert.equal(reasonOf(await report(caseNumber, 'centre:e-imza', [token, token])), 'named-twice');
    assert.equal(reasonOf(await report(caseNumber, 'centre:e-imza', [{ ...token, serial: 'T-no' }])), 'item-unknown');
    const offered = await hands.offer(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [tokenOf(issuing)]);
    assert.ok(offered?.kind === 'offered');
    assert.equal(reasonOf(await report(caseNumber, 'centre:e-imza', [token])), 'offered-already');
    await hands.recall('centre:e-imza', offered.handoverId);
    assert.equal((await report(caseNumber, 'centre:e-imza', [token]))?.kind, 'reported');
    assert.equal(reasonOf(await report(caseNumber, 'centre:e-imza', [token])), 'difference-open');
    await hands.settle(caseNumber, [{ ...tokenOf(issuing), settlement: 'to-be-replaced' }]);
    assert.equal(reasonOf(await report(caseNumber, 'centre:e-imza', [token])), 'not-asked-for');
  });

  it('R1598/2.10: the portal operator too reports what breaks in his own hands, and settles it', async () => {
    const { caseNumber, serial } = await bringTo(test, 'invitation', { form: 'citizen-asan' });
    const sim: ItemName = { kind: 'sim', serial: `S-${serial}`, copy: 1 };
    assert.equal((await report(caseNumber, 'portal-operator', [{ ...sim, found: 'damaged' }]))?.kind, 'reported');
    await hands.settle(caseNumber, [{ ...sim, settlement: 'to-be-replaced' }]);
    const another = { kind: 'sim', serial: `S2-${serial}`, copy: 1 } as const;
    const entry = { caseNumber, items: [another], mobileOperator: 'azercell' } as const;
    assert.equal((await enterItems(test.record, official('portal-operator'), entry, request()))?.kind, 'entered');
    await hands.hand(caseNumber, 'portal-operator', FOREIGN_AFFAIRS, [another]);
  });

  it('R1598/2.10, R1598/2.13: lost on the way back: reported, written off, and nothing is waited for', async () => {
    const issuing = await bringTo(test, 'invitation');
    const { caseNumber } = issuing;
    const certificate = certificateOf(issuing);
    await hands.hand(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [certificate]);
    await withdraw(test.record, caseNumber, request());
    await report(caseNumber, FOREIGN_AFFAIRS, [{ ...certificate, found: 'missing' }]);
    const settled = await hands.settle(caseNumber, [{ ...certificate, settlement: 'to-be-replaced' }]);
    assert.ok(settled?.kind === 'settled' && settled.closed);
    const left = await test.owner.many(
      `SELECT 1 FROM unwinding WHERE case_number = $1 AND what = 'return-item' AND done_at IS NULL`,
      [caseNumber],
    );
    assert.deepEqual(left, []);
  });

  it('R1598/2.16: a copy lost at the mission is reported in its bundle, which waits for it no longer and stays open for more', async () => {
    const issuing = await bringTo(test, 'contract');
    const { mission, serial } = issuing;
    await sign(issuing);
    const copy: ItemName = { kind: 'certificate-contract', serial: `C-${serial}`, copy: 2 };
    const { bundle } = await test.owner.one<{ bundle: string }>(
      `SELECT b.bundle FROM bundle_item b JOIN custody_item i ON i.id = b.item_id WHERE i.serial = $1`,
      [copy.serial],
    );
    assert.equal(reasonOf(await report(issuing.caseNumber, mission, [{ ...copy, found: 'missing' }])), 'item-unknown');
    const reported = await report(bundle, mission, [{ ...copy, found: 'missing' }]);
    assert.ok(reported?.kind === 'reported');
    const settled = await hands.settle(bundle, [{ ...copy, settlement: 'to-be-replaced' }]);
    assert.ok(settled?.kind === 'settled' && settled.closed);
    const bundleOf = async ({ serial: number }: Issuing) =>
      test.owner.one<{ bundle: string; stage: string; open: boolean }>(
        `SELECT b.case_number AS bundle, c.stage, b.sent_at IS NULL AS open
           FROM bundle b JOIN "case" c ON c.number = b.case_number JOIN bundle_item l ON l.bundle = b.case_number
           JOIN custody_item i ON i.id = l.item_id WHERE i.serial = $1`,
        [`C-${number}`],
      );
    assert.deepEqual(await bundleOf(issuing), { bundle, stage: 'collecting', open: true }, 'others lie in it');
    const next = await bringTo(test, 'contract');
    await sign(next);
    assert.equal((await bundleOf(next)).bundle, bundle);
  });
});

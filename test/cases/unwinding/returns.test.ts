import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { unwindingActivities } from '../../../activities/unwinding.ts';
import { entryExitRegister } from '../../../adapters/entry-exit-register/client.ts';
import type { CertificationCentres } from '../../../adapters/ports.ts';
import { ENTRY_EXIT_SUBSYSTEM, OUR_SUBSYSTEM } from '../../../adapters/x-road/members.ts';
import { confirmHandover } from '../../../cases/custody/confirmHandover.ts';
import { offerHandover } from '../../../cases/custody/offerHandover.ts';
import { withdraw } from '../../../cases/signature-issuance/withdraw.ts';
import type { Party } from '../../../law/signature-issuance/parties.ts';
import { bringTo, request } from '../../support/issuing.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

describe('things of a case that ended without a certificate', () => {
  let test: TestRecord;
  let activities: ReturnType<typeof unwindingActivities>;

  before(async () => {
    test = await openTestRecord();
    await test.freeze('2026-03-16T09:00:00+04:00');
    const centres: CertificationCentres = {
      sendApplication: () => Promise.resolve({ kind: 'acknowledged' }),
      tellToStop: () => Promise.resolve({ kind: 'acknowledged' }),
    };
    // Nobody listens there: after a withdrawal no FIN is cancelled.
    const nowhere = { base: 'http://127.0.0.1:9', subsystem: ENTRY_EXIT_SUBSYSTEM, client: OUR_SUBSYSTEM };
    activities = unwindingActivities({ record: test.record, centres, entryExit: entryExitRegister(nowhere) });
  });
  after(() => test.stop());

  const planned = (caseNumber: string) =>
    test.owner.many<{ what: string; holder: string; done: boolean }>(
      `SELECT what, holder, done_at IS NOT NULL AS done FROM unwinding WHERE case_number = $1 ORDER BY n`,
      [caseNumber],
    );

  it('R1598/2.10, 2.15: things go back hand by hand to their maker, and only there is that step done', async () => {
    const issuing = await bringTo(test, 'contract');
    const { caseNumber, mission, centre, serial } = issuing;
    const token = { kind: 'token', serial: `T-${serial}`, copy: 1 } as const;
    const certificate = { kind: 'certificate', serial, copy: 1 } as const;
    await withdraw(test.record, caseNumber, request());
    await activities.unwindOutside(caseNumber);
    const hand = async (from: Party, taker: Party, items: readonly (typeof token | typeof certificate)[]) => {
      const giver = { capacity: 'courier', id: 'g', party: from } as const;
      const offered = await offerHandover(test.record, giver, { caseNumber, taker, items }, request());
      assert.ok(offered?.kind === 'offered', JSON.stringify(offered));
      const findings = items.map((item) => ({ ...item, found: 'as-listed' as const }));
      const { handoverId } = offered;
      const to = { capacity: 'courier', id: 't', party: taker } as const;
      assert.equal((await confirmHandover(test.record, to, { handoverId, findings }, request()))?.kind, 'taken');
    };
    const returning = async () =>
      (await planned(caseNumber))
        .filter(({ what }) => what === 'return-item')
        .map(({ holder, done }) => [holder, done]);
    await hand(mission, 'courier:7', [token, certificate]);
    assert.deepEqual(await returning(), [
      ['courier:7', false],
      ['courier:7', false],
    ]);
    const left = await activities.askUnwinding(caseNumber);
    assert.equal(left.kind, 'wait', 'the case waits for who has the things');
    await hand('courier:7', 'ministry:foreign-affairs', [token, certificate]);
    await test.owner.run(`DELETE FROM outbox WHERE case_number = $1`, [caseNumber]);
    await hand('ministry:foreign-affairs', centre, [token]);
    assert.equal((await activities.askUnwinding(caseNumber)).kind, 'wait');
    await hand('ministry:foreign-affairs', centre, [certificate]);
    assert.deepEqual(await returning(), [
      [centre, true],
      [centre, true],
    ]);
    const woken = await test.owner.many(`SELECT 1 FROM outbox WHERE case_number = $1`, [caseNumber]);
    assert.ok(woken.length > 0);
    assert.deepEqual(await activities.askUnwinding(caseNumber), { kind: 'over' });
    const acts = (await test.evidence(caseNumber)).filter(({ what }) => what === 'unwound');
    assert.deepEqual(
      acts.map(({ facts }) => facts?.['step']),
      ['tell-centre', 'return-item', 'return-item'],
    );
  });

  it('R1598/2.10: an offer nobody has answered is taken back with the case, and cannot be confirmed any more', async () => {
    const issuing = await bringTo(test, 'invitation');
    const { caseNumber, centre, serial } = issuing;
    const items = [{ kind: 'token', serial: `T-${serial}`, copy: 1 }] as const;
    const giver = { capacity: 'centre-officer', id: 'g', party: centre } as const;
    const taker = 'ministry:foreign-affairs';
    const offered = await offerHandover(test.record, giver, { caseNumber, taker, items }, request());
    assert.ok(offered?.kind === 'offered');
    assert.equal((await withdraw(test.record, caseNumber, request()))?.kind, 'withdrawn');
    assert.deepEqual(
      (await planned(caseNumber)).map(({ what }) => what),
      ['tell-centre'],
      'what is still with its maker needs no way back',
    );
    const { handoverId } = offered;
    const findings = [{ ...items[0], found: 'as-listed' as const }];
    const to = { capacity: 'ministry-officer', id: 't', party: taker } as const;
    const late = await confirmHandover(test.record, to, { handoverId, findings }, request());
    assert.ok(late?.kind === 'refused' && late.reason === 'answered-already');
  });
});

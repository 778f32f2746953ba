import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { enterInRegister } from '../../../cases/contract/enterInRegister.ts';
import { handOver } from '../../../cases/contract/handOver.ts';
import { readRegister } from '../../../cases/contract/readRegister.ts';
import { registerSignature } from '../../../cases/contract/registerSignature.ts';
import { statements } from '../../../cases/record/database.ts';
import { withdraw } from '../../../cases/signature-issuance/withdraw.ts';
import { bringTo, drawnFin, type Issuing, moveAllTo, request } from '../../support/issuing.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

const START = '2026-03-16T09:00:00+04:00';

describe('the contract, the hand-over and the register', () => {
  let test: TestRecord;
  before(async () => {
    test = await openTestRecord();
    await test.freeze(START);
  });
  after(() => test.stop());

  const sign = (issuing: Issuing, change: { certificateContract?: string; simContract?: string } = {}) =>
    registerSignature(
      test.record,
      issuing.officer,
      { caseNumber: issuing.caseNumber, certificateContract: `C-${issuing.serial}`, ...change },
      request(),
    );
  const give = ({ officer, caseNumber }: Issuing) =>
    handOver(test.record, officer, { caseNumber, paperNumber: 'Akt № 7/2026' }, request());
  const enter = ({ centreOfficer, caseNumber, serial }: Issuing, change: { serial?: string } = {}) =>
    enterInRegister(test.record, centreOfficer, { caseNumber, serial, ...change }, request());
  const standing = (caseNumber: string) =>
    test.owner.one<{ stage: string; outcome: string | null; waits_for: string | null }>(
      `SELECT stage, outcome, waits_for FROM "case" WHERE number = $1`,
      [caseNumber],
    );
  const held = (caseNumber: string) =>
    test.owner.many<{ thing: string; holder: string }>(
      `SELECT i.kind || '/' || i.copy AS thing, h.holder FROM custody_item i
         JOIN custody_holding h ON h.item_id = i.id AND h.until IS NULL WHERE i.case_number = $1 ORDER BY 1`,
      [caseNumber],
    );
  const reasonOf = (outcome: object | null) => (outcome as { reason?: string } | null)?.reason;

  it('R1598/2.14, 2.15, 2.16, 5.4: an E-imza certificate is signed for, handed over and entered, each once', async () => {
    const issuing = await bringTo(test, 'contract');
    const { caseNumber, mission, centre, serial } = issuing;
    assert.equal(reasonOf(await give(issuing)), 'not-signed-yet');
    assert.equal(reasonOf(await sign(issuing, { simContract: 'X' })), 'no-sim-contract');
    const signed = await sign(issuing);
    assert.equal(signed?.kind, 'signed');
    assert.equal(reasonOf(await sign(issuing)), 'signed-already');
    const copies = await test.owner.many<{ destination: string; part: string; copy: number }>(
      `SELECT b.destination, b.part, i.copy FROM bundle_item b JOIN custody_item i ON i.id = b.item_id
        WHERE i.case_number = $1`,
      [caseNumber],
    );
    assert.deepEqual(copies, [{ destination: centre, part: 'e-imza', copy: 2 }]);

    const issued = await give(issuing);
    assert.ok(issued?.kind === 'issued');
    assert.deepEqual(await standing(caseNumber), { stage: 'register', outcome: 'issued', waits_for: centre });
    assert.deepEqual(await held(caseNumber), [
      { thing: 'certificate-contract/1', holder: 'applicant' },
      { thing: 'certificate-contract/2', holder: mission },
      { thing: 'certificate/1', holder: 'applicant' },
      { thing: 'token/1', holder: 'applicant' },
    ]);
    const term = await test.owner.one<{ right: boolean; holder: string }>(
      `SELECT ends_at = $2::timestamptz AS right, holder FROM term WHERE case_number = $1 AND clause = 'R1598/5.4'`,
      [caseNumber, '2026-03-18T00:00:00+04:00'],
    );
    assert.deepEqual(term, { right: true, holder: centre });
    const notices = await test.owner.many(`SELECT 1 FROM notice WHERE case_number = $1 AND kind = 'issued'`, [
      caseNumber,
    ]);
    assert.ok(notices.length >= 1);

    assert.equal(reasonOf(await enter(issuing, { serial: 'another' })), 'serial-differs');
    const entered = await enter(issuing);
    assert.ok(entered?.kind === 'entered' && !entered.late);
    assert.deepEqual(await standing(caseNumber), { stage: 'ended', outcome: 'issued', waits_for: null });
    assert.equal(reasonOf(await enter(issuing)), 'entered-already');
    const own = (await readRegister(test.record, { centre: 'e-imza', after: '' })).find((row) => row.serial === serial);
    assert.match(own?.owner?.virtualFin ?? '', /^X/);
    const all = (await readRegister(test.record, { centre: null, after: '' })).find((row) => row.serial === serial);
    assert.ok(all !== undefined && !('owner' in all), 'who is not the Centre sees no owner');
  });

  it('R1598/2.14, 2.15: for ASAN imza the SIM contract is signed too, by the number of the copies at hand', async () => {
    const issuing = await bringTo(test, 'contract', { form: 'citizen-asan', fin: drawnFin() });
    const { caseNumber, mission, serial } = issuing;
    assert.equal(reasonOf(await sign(issuing)), 'sim-contract-needed');
    assert.equal(reasonOf(await sign(issuing, { simContract: 'another' })), 'sim-contract-differs');
    assert.equal((await sign(issuing, { simContract: `SC-${serial}` }))?.kind, 'signed');
    assert.equal((await give(issuing))?.kind, 'issued');
    assert.deepEqual(await held(caseNumber), [
      { thing: 'certificate-contract/1', holder: 'applicant' },
      { thing: 'certificate-contract/2', holder: mission },
      { thing: 'certificate/1', holder: 'applicant' },
      { thing: 'sim-contract/1', holder: 'applicant' },
      { thing: 'sim-contract/2', holder: mission },
      { thing: 'sim/1', holder: 'applicant' },
    ]);
    const destinations = await test.owner.many<{ destination: string }>(
      `SELECT destination FROM bundle_item b JOIN custody_item i ON i.id = b.item_id WHERE i.case_number = $1 ORDER BY 1`,
      [caseNumber],
    );
    assert.deepEqual(
      destinations.map(({ destination }) => destination),
      ['centre:asan', 'mobile-operator:azercell'],
    );
  });

  it('R1598/2.14: nothing is signed for that does not lie at the mission, sound; each thing at fault is named', async () => {
    const issuing = await bringTo(test, 'contract');
    const { caseNumber } = issuing;
    await moveAllTo(test, issuing, 'courier:7');
    const away = await sign(issuing);
    assert.ok(away?.kind === 'refused' && away.reason === 'things-not-ready' && away.clause === 'R1598/2.14');
    assert.deepEqual(away.items, [
      { item: 'certificate', reason: 'not-at-the-mission' },
      { item: 'token', reason: 'not-at-the-mission' },
    ]);
    await moveAllTo(test, issuing, issuing.mission);
    await test.owner.run(`UPDATE custody_item SET state = 'damaged' WHERE case_number = $1 AND kind = 'token'`, [
      caseNumber,
    ]);
    const damaged = await sign(issuing);
    assert.deepEqual((damaged as { items?: unknown }).items, [{ item: 'token', reason: 'not-sound' }]);
  });

  it('R1598/2.14: a contract without a number of its own has the case’s, which no other post can have given', async () => {
    for (const { caseNumber, officer } of [await bringTo(test, 'contract'), await bringTo(test, 'contract')]) {
      const signed = await registerSignature(test.record, officer, { caseNumber }, request());
      assert.ok(signed?.kind === 'signed');
      assert.deepEqual(signed.contracts, [{ kind: 'certificate-contract', serial: caseNumber }]);
    }
  });

  it('R1598/2.14: a contract number that is known already, or another post, is refused', async () => {
    const [first, second] = [await bringTo(test, 'contract'), await bringTo(test, 'contract')];
    assert.equal((await sign(first))?.kind, 'signed');
    const taken = await sign(second, { certificateContract: `C-${first.serial}` });
    assert.equal(reasonOf(taken), 'number-known-already');
    const foreign = { ...second, officer: { ...second.officer, party: 'mission:tokyo' as const } };
    assert.equal((await sign(foreign))?.kind, 'not-yours');
    assert.equal((await give(foreign))?.kind, 'not-yours');
    const centre = { ...second, centreOfficer: { ...second.centreOfficer, party: 'centre:asan' as const } };
    assert.equal((await enter(centre))?.kind, 'not-yours');
  });

  it('R1598/2.15: of a withdrawal and a hand-over at the same moment one wins, and the other is refused', async () => {
    const cases: Issuing[] = [];
    for (let made = 0; made < 8; made += 1) {
      const issuing = await bringTo(test, 'contract');
      await sign(issuing);
      cases.push(issuing);
    }
    const kinds = await Promise.all(
      cases.map(async (issuing, at) => {
        const both = [() => give(issuing), () => withdraw(test.record, issuing.caseNumber, request())];
        if (at % 2 === 1) both.reverse();
        const answers = await Promise.all(both.map((deed) => deed()));
        return answers.map((answer) => answer?.kind).sort();
      }),
    );
    for (const [at, pair] of kinds.entries()) {
      const { caseNumber } = cases[at] as Issuing;
      const { outcome } = await standing(caseNumber);
      assert.deepEqual(pair, [
        outcome === 'issued' ? 'issued' : 'refused',
        outcome === 'issued' ? 'refused' : 'withdrawn',
      ]);
      const given = (await held(caseNumber)).filter(({ holder }) => holder === 'applicant').length;
      assert.equal(given, outcome === 'issued' ? 3 : 0);
    }
  });

  it('R1598/2.9, 5.2: one certificate a case and one entry a certificate are held by the database itself', async () => {
    const issuing = await bringTo(test, 'contract');
    const unique = { code: '23505' };
    const copy = (change: string) =>
      test.owner.run(
        `INSERT INTO certificate SELECT centre, ${change}, fingerprint, issued_at, valid_until, received_at,
                sealed_certificate FROM certificate WHERE case_number = $1`,
        [issuing.caseNumber],
      );
    await assert.rejects(copy(`serial || 'b', case_number`), unique, 'a second certificate of the case');
    const other = await bringTo(test, 'centre');
    await assert.rejects(copy(`serial, '${other.caseNumber}'`), unique, 'the same certificate for another case');
    await sign(issuing);
    await give(issuing);
    assert.equal((await enter(issuing))?.kind, 'entered');
    await assert.rejects(
      test.owner.run(
        `INSERT INTO certificate_register SELECT centre, serial, $2, person_id, valid_from, valid_until, entered_at,
                entered_by FROM certificate_register WHERE case_number = $1`,
        [issuing.caseNumber, other.caseNumber],
      ),
      unique,
    );
  });

  it('R1598/5.5: nothing entered in the register is changed or taken out by the program, only added', async () => {
    const issuing = await bringTo(test, 'contract');
    await sign(issuing);
    await give(issuing);
    await enter(issuing);
    const app = statements(test.record.database.ordinary);
    const forbidden = { code: '42501' };
    await assert.rejects(app.run(`UPDATE certificate_register SET valid_until = valid_until`), forbidden);
    await assert.rejects(app.run(`DELETE FROM certificate_register`), forbidden);
    const { n } = await app.one<{ n: number }>(
      `SELECT count(*)::integer AS n FROM certificate_register WHERE case_number = $1`,
      [issuing.caseNumber],
    );
    assert.equal(n, 1);
  });
});

describe('the end of three years and of a working day', () => {
  let test: TestRecord;
  before(async () => {
    test = await openTestRecord();
  });
  after(() => test.stop());

  it('R1598/2.19: issued on 29 February it may be handed over until 28 February three years later, and not at its end', async () => {
    await test.freeze('2026-11-02T09:00:00+04:00');
    const made = { issuedAt: '2024-02-29T10:30:00+04:00' };
    const cases = [await bringTo(test, 'contract', made), await bringTo(test, 'contract', made)] as const;
    for (const { officer, caseNumber, serial } of cases)
      await registerSignature(test.record, officer, { caseNumber, certificateContract: `C-${serial}` }, request());
    const give = ({ officer, caseNumber }: Issuing) =>
      handOver(test.record, officer, { caseNumber, paperNumber: '7' }, request());
    await test.freeze('2027-02-28T10:29:59.999+04:00');
    const last = await give(cases[0]);
    assert.ok(last?.kind === 'issued');
    assert.equal(last.validUntil, new Date('2027-02-28T10:30:00+04:00').toISOString());
    await test.freeze('2027-02-28T10:30:00+04:00');
    const late = await give(cases[1]);
    assert.ok(late?.kind === 'refused');
    assert.deepEqual([late.clause, late.reason], ['R1598/2.19', 'certificate-expired']);

    const [{ centreOfficer, caseNumber, serial }] = cases;
    await test.freeze('2027-03-03T00:00:00+04:00');
    const entered = await enterInRegister(test.record, centreOfficer, { caseNumber, serial }, request());
    assert.ok(entered?.kind === 'entered' && entered.late, 'R1598/5.4: a working day later it is late, and entered');
  });
});

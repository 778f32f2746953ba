import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { unwindingActivities } from '../../../activities/unwinding.ts';
import { virtualFinActivities } from '../../../activities/virtualFin.ts';
import { entryExitRegister } from '../../../adapters/entry-exit-register/client.ts';
import { startRegisterSimulator } from '../../../adapters/entry-exit-register/simulator.ts';
import type { CertificationCentres } from '../../../adapters/ports.ts';
import { ENTRY_EXIT_SUBSYSTEM, OUR_SUBSYSTEM } from '../../../adapters/x-road/members.ts';
import { inCase } from '../../../cases/record/inCase.ts';
import { endUnissued } from '../../../cases/signature-issuance/endUnissued.ts';
import { issueVirtualFin } from '../../../cases/signature-issuance/issueVirtualFin.ts';
import { withdraw } from '../../../cases/signature-issuance/withdraw.ts';
import { bringTo, drawnFin, type Issuing, type IssuingStage, moveAllTo, request } from '../../support/issuing.ts';
import { form, openTestRecord, type TestRecord } from '../../support/record.ts';

const CARD_FIN = '5ABCD12';

describe('what is undone of a case that ended without a certificate', () => {
  let test: TestRecord;
  let home: string;
  let simulator: Awaited<ReturnType<typeof startRegisterSimulator>>;
  let activities: ReturnType<typeof unwindingActivities>;
  let fins: ReturnType<typeof virtualFinActivities>;
  const told: Parameters<CertificationCentres['tellToStop']>[0][] = [];
  let centreDown = false;

  before(async () => {
    test = await openTestRecord();
    await test.freeze('2026-03-16T09:00:00+04:00');
    home = await mkdtemp(join(tmpdir(), 'mohlet-unwinding-'));
    simulator = await startRegisterSimulator({
      port: 0,
      journalFile: join(home, 'journal.jsonl'),
      citizens: [{ documentNumber: 'AA0000001', birthDate: '1991-11-02', fin: CARD_FIN }],
    });
    const entryExit = entryExitRegister({
      base: simulator.url,
      subsystem: ENTRY_EXIT_SUBSYSTEM,
      client: OUR_SUBSYSTEM,
    });
    const centres: CertificationCentres = {
      sendApplication: () => Promise.resolve({ kind: 'acknowledged' }),
      tellToStop: (stop) => {
        if (centreDown) return Promise.resolve({ kind: 'failed', failure: 'unreachable' });
        told.push(stop);
        return Promise.resolve({ kind: 'acknowledged' });
      },
    };
    activities = unwindingActivities({ record: test.record, centres, entryExit });
    fins = virtualFinActivities({ record: test.record, entryExit });
  });
  after(async () => {
    await simulator.stop();
    await test.stop();
    await rm(home, { recursive: true });
  });

  const mismatch = ({ caseNumber, officer }: Issuing) =>
    inCase(test.record, caseNumber, officer, async (tx, now, facts) => {
      const entries = await endUnissued(tx, now, test.record, facts, { outcome: 'mismatch', clause: 'R1598/2.13' });
      return { outcome: null, evidence: [{ what: 'mismatch-found', clause: 'R1598/2.13' }, ...entries], wake: true };
    });
  const planned = (caseNumber: string) =>
    test.owner.many<{ what: string; holder: string; done: boolean; attempts: number }>(
      `SELECT what, holder, done_at IS NOT NULL AS done, attempts FROM unwinding WHERE case_number = $1 ORDER BY n`,
      [caseNumber],
    );
  const journal = async () => (await readFile(join(home, 'journal.jsonl'), 'utf8').catch(() => '')).trim().split('\n');
  const askedToCancel = async (caseNumber: string) =>
    (await journal()).filter((line) => line.includes('fin/cancel') && line.includes(caseNumber)).length;
  const dueNow = (caseNumber: string) =>
    test.owner.run(`UPDATE unwinding SET next_attempt_at = machine_now() WHERE case_number = $1`, [caseNumber]);

  const BERLIN = 'mission:berlin';
  const table: { stage: IssuingStage; form: string; away?: boolean; plan: string[]; appointment?: string }[] = [
    { stage: 'virtual-fin', form: 'foreigner-germany', plan: [] },
    { stage: 'centre', form: 'foreigner-germany', plan: ['tell-centre centre:asan'] },
    { stage: 'invitation', form: 'citizen-asan', plan: ['tell-centre centre:asan'] },
    {
      stage: 'invitation',
      form: 'citizen-asan',
      away: true,
      plan: [
        'return-item courier:7',
        'return-item courier:7',
        'return-item courier:7',
        'return-item courier:7',
        'tell-centre centre:asan',
      ],
    },
    { stage: 'identity', form: 'citizen-asan', plan: ['tell-centre centre:asan'], appointment: 'cancelled' },
    {
      stage: 'contract',
      form: 'citizen-asan',
      plan: [
        `return-item ${BERLIN}`,
        `return-item ${BERLIN}`,
        `return-item ${BERLIN}`,
        `return-item ${BERLIN}`,
        'tell-centre centre:asan',
      ],
      appointment: 'cancelled',
    },
  ];
  for (const { stage, form: name, away = false, plan, appointment } of table)
    it(`R1598/2.15, 2.20: withdrawn at ${stage}${away ? ', with things on their way' : ''}: ${plan.length} steps are planned, in reverse`, async () => {
      const issuing = await bringTo(test, stage, { form: name });
      if (away) await moveAllTo(test, issuing, 'courier:7');
      const centre = issuing.centre;
      const outcome = await withdraw(test.record, issuing.caseNumber, request());
      assert.equal(outcome?.kind, 'withdrawn');
      const found = (await planned(issuing.caseNumber)).map(({ what, holder }) => `${what} ${holder}`);
      assert.deepEqual(
        found,
        plan.map((step) => step.replace('centre:asan', centre)),
      );
      const row = await test.owner.one(
        `SELECT stage, outcome, waits_for, closed_at IS NOT NULL AS closed FROM "case" WHERE number = $1`,
        [issuing.caseNumber],
      );
      assert.deepEqual(row, { stage: 'ended', outcome: 'withdrawn', waits_for: null, closed: true });
      const open = await test.owner.many(`SELECT 1 FROM term WHERE case_number = $1 AND closed_at IS NULL`, [
        issuing.caseNumber,
      ]);
      assert.equal(open.length, 0, 'no term runs on');
      const booked = await test.owner.maybe<{ state: string }>(`SELECT state FROM appointment WHERE case_number = $1`, [
        issuing.caseNumber,
      ]);
      assert.equal(booked?.state, appointment);
      const notices = await test.owner.many(
        `SELECT 1 FROM notice WHERE case_number = $1 AND kind = 'withdrawn' AND channel = 'email'`,
        [issuing.caseNumber],
      );
      assert.equal(notices.length, 1);
      assert.equal(await askedToCancel(issuing.caseNumber), 0, 'a withdrawal cancels no FIN');
    });

  it('R1598/2.8-route: a Centre that was never sent the application is told nothing, and is sent nothing any more', async () => {
    const { caseNumber } = await bringTo(test, 'centre');
    await test.owner.run(
      `UPDATE centre_request SET attempts = 0, acknowledged_at = NULL, contract_sha256 = NULL WHERE case_number = $1`,
      [caseNumber],
    );
    await withdraw(test.record, caseNumber, request());
    assert.deepEqual(await planned(caseNumber), []);
    const stopped = await test.owner.one<{ why: string }>(
      `SELECT stop_why AS why FROM centre_request WHERE case_number = $1`,
      [caseNumber],
    );
    assert.equal(stopped.why, 'withdrawn');
  });

  it('a withdrawal where the FIN was being looked up ends the look-up and leaves no incident', async () => {
    const { caseNumber } = await bringTo(test, 'virtual-fin');
    await withdraw(test.record, caseNumber, request());
    assert.deepEqual(await fins.giveVirtualFin(caseNumber), { kind: 'ended' });
    assert.equal((await issueVirtualFin(test.record, caseNumber, drawnFin()))?.kind, 'ended');
    const incidents = await test.owner.many(`SELECT 1 FROM incident WHERE case_number = $1`, [caseNumber]);
    assert.equal(incidents.length, 0);
    assert.deepEqual(await activities.askUnwinding(caseNumber), { kind: 'over' });
    assert.deepEqual(await test.close(caseNumber), { kind: 'decided', outcome: 'approved' });
  });

  it('R1598/2.13: after a mismatch the Centre is told, then the FIN is cancelled; a later case gets the same number', async () => {
    const application = form('foreigner-personal-token');
    const first = await test.submit(application);
    assert.ok(first.kind === 'registered');
    const fin = drawnFin();
    const issuing = await bringTo(test, 'identity', { caseNumber: first.caseNumber, fin });
    await mismatch(issuing);
    const steps = (await planned(issuing.caseNumber)).map(({ what, holder }) => `${what} ${holder}`);
    assert.deepEqual(steps, [`tell-centre ${issuing.centre}`, 'cancel-fin entry-exit-register']);
    const marked = (await test.evidence(issuing.caseNumber)).filter(
      ({ what }) => what === 'fin-marked-for-cancellation',
    );
    assert.equal(marked.length, 1);

    assert.deepEqual(await activities.askUnwinding(issuing.caseNumber), { kind: 'call' });
    await activities.unwindOutside(issuing.caseNumber);
    const told1 = told.at(-1);
    assert.equal(told1?.caseNumber, issuing.caseNumber);
    assert.equal(told1.why, 'mismatch');
    assert.equal(await askedToCancel(issuing.caseNumber), 1);
    assert.ok(!(await journal()).join('').includes(fin.fin));
    await activities.unwindOutside(issuing.caseNumber);
    assert.equal(await askedToCancel(issuing.caseNumber), 1, 'nothing is asked twice');
    assert.deepEqual(await activities.askUnwinding(issuing.caseNumber), { kind: 'over' });
    const certificate = await test.owner.one<{ asked: boolean }>(
      `SELECT revocation_asked_at IS NOT NULL AS asked FROM certificate WHERE case_number = $1`,
      [issuing.caseNumber],
    );
    assert.ok(certificate.asked);

    const second = await test.submit(application);
    assert.ok(second.kind === 'registered');
    await bringTo(test, 'centre', { caseNumber: second.caseNumber, fin: null });
    const persons = await test.owner.many<{ person_id: string }>(
      `SELECT DISTINCT person_id FROM virtual_fin WHERE case_number = ANY ($1)`,
      [[first.caseNumber, second.caseNumber]],
    );
    assert.equal(persons.length, 1, 'one FIN a person, for ever');
    const cancelled = await test.owner.many(`SELECT case_number FROM fin_cancellation WHERE case_number = ANY ($1)`, [
      [first.caseNumber, second.caseNumber],
    ]);
    assert.deepEqual(cancelled, [{ case_number: first.caseNumber }]);
  });

  it('R1598/1.2.7, 2.13: a cancelled number is never given to another person', async () => {
    const fin = drawnFin();
    await mismatch(await bringTo(test, 'identity', { fin }));
    const other = await bringTo(test, 'virtual-fin');
    assert.deepEqual(await issueVirtualFin(test.record, other.caseNumber, fin), { kind: 'fin-belongs-to-another' });
  });

  it("R1598/2.8-citizen: of a citizen only the entry is cancelled, and nobody is asked about the card's FIN", async () => {
    const fin = { fin: CARD_FIN, source: 'identity-card' } as const;
    const issuing = await bringTo(test, 'identity', { form: 'citizen-asan', fin });
    await mismatch(issuing);
    await activities.unwindOutside(issuing.caseNumber);
    await activities.unwindOutside(issuing.caseNumber);
    assert.deepEqual(await activities.askUnwinding(issuing.caseNumber), { kind: 'over' });
    assert.ok((await planned(issuing.caseNumber)).every(({ done }) => done));
    assert.equal(await askedToCancel(issuing.caseNumber), 0);
    const entry = await test.owner.one<{ clause: string }>(
      `SELECT clause FROM fin_cancellation WHERE case_number = $1`,
      [issuing.caseNumber],
    );
    assert.equal(entry.clause, 'R1598/2.8-citizen');
    const person = await test.owner.many(`SELECT 1 FROM person WHERE fin_index = $1`, [
      test.record.seal.index('fin', CARD_FIN),
    ]);
    assert.equal(person.length, 1, 'the person keeps the number');
  });

  it('R1598/2.13: a Centre that cannot be reached is tried again; from the third failure on the operator sees it', async () => {
    const issuing = await bringTo(test, 'identity');
    await mismatch(issuing);
    const incidents = () =>
      test.owner.many(`SELECT kind, holder FROM incident WHERE case_number = $1 AND resolved_at IS NULL`, [
        issuing.caseNumber,
      ]);
    centreDown = true;
    for (let tried = 1; tried <= 3; tried += 1) {
      assert.equal((await incidents()).length, 0);
      await dueNow(issuing.caseNumber);
      await activities.unwindOutside(issuing.caseNumber);
      const left = await activities.askUnwinding(issuing.caseNumber);
      assert.equal(left.kind, 'wait');
    }
    assert.deepEqual(await incidents(), [{ kind: 'centre-not-reached', holder: issuing.centre }]);
    assert.equal(await askedToCancel(issuing.caseNumber), 0, 'the FIN waits its turn');
    centreDown = false;
    await dueNow(issuing.caseNumber);
    await activities.unwindOutside(issuing.caseNumber);
    assert.equal((await incidents()).length, 0);
    assert.equal(await askedToCancel(issuing.caseNumber), 1);
    assert.deepEqual(await activities.askUnwinding(issuing.caseNumber), { kind: 'over' });
  });
});

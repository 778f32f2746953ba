import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { inCase, type Stage } from '../../../cases/record/inCase.ts';
import { beginTerm } from '../../../cases/record/terms.ts';
import { watchTerms } from '../../../cases/terms/watchTerms.ts';
import type { ClauseId } from '../../../law/clauses.ts';
import type { Party } from '../../../law/signature-issuance/parties.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';
import { hands } from '../contract-copies/hands.ts';

const HOUR_MS = 3_600_000;

describe('the terms of those who act', () => {
  let test: TestRecord;
  beforeEach(async () => {
    await (test as TestRecord | undefined)?.stop();
    test = await openTestRecord();
  });
  after(() => test.stop());

  const clock = (to: string) => test.owner.run(`UPDATE legal_clock SET frozen_at = $1`, [`${to}+04:00`]);
  /** A case of Berlin's in a stage, with a term that began for a holder on Thursday 18 June 2026 at 10:00. */
  async function waiting(stage: Stage, clause: ClauseId, holder: Party): Promise<string> {
    await clock('2026-06-18T10:00:00');
    const { caseNumber } = await test.register();
    const term = { caseNumber, clause, holder, startEvent: 'test' };
    await inCase(test.record, caseNumber, test.operator, async (tx, now) => {
      await tx.run(
        `UPDATE "case" SET stage = $2, outcome = 'approved', decided_at = $3, mission = 'berlin', waits_for = $4,
                           waits_since = $3 WHERE number = $1`,
        [caseNumber, stage, now, holder],
      );
      return { outcome: null, evidence: [(await beginTerm(tx, now, term)).entry] };
    });
    return caseNumber;
  }
  const watch = async (caseNumber: string, machineNow = () => new Date().toISOString()) =>
    (await watchTerms(test.record, caseNumber, { machineNow })) ?? assert.fail('no such case');
  const letters = async (caseNumber: string) => {
    const rows = await test.owner.many<{ kind: string; recipient: string }>(
      `SELECT DISTINCT kind, recipient FROM notice WHERE case_number = $1 AND kind <> 'registered' ORDER BY 1, 2`,
      [caseNumber],
    );
    return rows.map(({ kind, recipient }) => `${kind} ${recipient}`);
  };
  const noted = async (caseNumber: string, what: string) =>
    (await test.evidence(caseNumber)).filter((entry) => entry.what === what).length;

  it('R1598/2.11: overdue from its stored end on and never before; mission, ministry and applicant are told once', async () => {
    const number = await waiting('invitation', 'R1598/2.11', 'mission:berlin');
    assert.deepEqual(await watch(number), { stage: 'invitation', milliseconds: 14 * HOUR_MS }, 'until the reminder');
    await clock('2026-06-19T23:59:59.999');
    assert.deepEqual(
      await watch(number),
      { stage: 'invitation', milliseconds: 60_000 },
      'a frozen clock is not spun on',
    );
    assert.deepEqual(await letters(number), ['term-reminder mission:berlin']);
    assert.equal(await noted(number, 'term-overdue'), 0);

    await clock('2026-06-20T00:00:00');
    assert.equal((await watch(number)).milliseconds, 30 * 24 * HOUR_MS);
    const told = [
      'invitation-overdue applicant',
      'term-overdue ministry:foreign-affairs',
      'term-overdue mission:berlin',
      'term-reminder mission:berlin',
    ];
    assert.deepEqual(await letters(number), told);
    await clock('2026-07-20T00:00:00');
    await watch(number);
    assert.deepEqual(await letters(number), told);
    assert.deepEqual([await noted(number, 'term-overdue'), await noted(number, 'reminded')], [1, 1]);
    const { open } = await test.owner.one<{ open: boolean }>(
      `SELECT closed_at IS NULL AND overdue_at IS NOT NULL AS open FROM term WHERE case_number = $1`,
      [number],
    );
    assert.ok(open, 'overdue is overdue: nothing closes by itself');
  });

  it('R1598/5.4: of the Centre’s term the Centre alone is told; what is over when it is first seen is not reminded of', async () => {
    const number = await waiting('register', 'R1598/5.4', 'centre:asan');
    await clock('2026-06-23T10:00:00');
    await watch(number);
    assert.deepEqual(await letters(number), ['term-overdue centre:asan']);
  });

  it('while the clocks of record and worker disagree nothing is noted, and an incident says so', async () => {
    const number = await waiting('register', 'R1598/5.4', 'centre:asan');
    await clock('2026-06-23T10:00:00');
    const wrong = () => new Date(Date.now() + 60_000).toISOString();
    assert.equal((await watch(number, wrong)).milliseconds, 5_000);
    assert.deepEqual([await noted(number, 'term-overdue'), await noted(number, 'clocks-disagree')], [0, 1]);
    await watch(number);
    assert.equal(await noted(number, 'term-overdue'), 1);
  });

  it('an ended case and an unknown one have nothing to watch', async () => {
    const number = await waiting('register', 'R1598/5.4', 'centre:asan');
    await test.owner.run(`UPDATE "case" SET stage = 'ended', outcome = 'issued' WHERE number = $1`, [number]);
    assert.equal((await watch(number)).stage, 'ended');
    assert.equal(await watchTerms(test.record, 'QR-2026-999999', { machineNow: () => new Date().toISOString() }), null);
  });

  it('R1598/2.16: the mission is reminded thirty days before the end, and overdue with its ministry', async () => {
    const number = await waiting('contract', 'R1598/2.11', 'mission:berlin');
    const { sign, bundleOf } = hands(test);
    const bundle = await bundleOf((await sign(number, ['e-imza']))[0] ?? '');
    await clock('2026-11-18T23:59:59.999');
    await watch(bundle);
    assert.deepEqual(await letters(bundle), []);
    await clock('2026-11-19T00:00:00');
    await watch(bundle);
    assert.deepEqual(await letters(bundle), ['term-reminder mission:berlin']);
    await clock('2026-12-18T23:59:59.999');
    await watch(bundle);
    assert.equal(await noted(bundle, 'term-overdue'), 0);
    await clock('2026-12-19T00:00:00');
    assert.equal((await watch(bundle)).stage, 'collecting');
    assert.deepEqual(await letters(bundle), [
      'term-overdue ministry:foreign-affairs',
      'term-overdue mission:berlin',
      'term-reminder mission:berlin',
    ]);
  });

  it('ADR 28: who gave or offered everything in time is not late, though nobody has confirmed; who offers late is', async () => {
    const number = await waiting('contract', 'R1598/2.11', 'mission:berlin');
    const { sign, offer, hand, bundleOf } = hands(test);
    const [copy = ''] = await sign(number, ['e-imza']);
    const bundle = await bundleOf(copy);
    await clock('2026-12-18T10:00:00');
    await offer(bundle, [copy], 'mission:berlin', 'courier:7');
    await clock('2026-12-19T00:00:00');
    await watch(bundle);
    assert.equal(await noted(bundle, 'term-overdue'), 0);

    await test.owner.run(`UPDATE handover_item SET open = false`);
    await test.owner.run(`UPDATE handover SET state = 'recalled', answered_at = offered_at`);
    await hand(bundle, [copy], 'mission:berlin', 'courier:7');
    await watch(bundle);
    assert.equal(await noted(bundle, 'term-overdue'), 1, 'recalled, and offered again at the end itself');
  });

  it('ADR 29: a case lapses only where a dated row names the act, and only while the applicant has the ball', async () => {
    const number = await waiting('identity', 'R1598/2.11', 'mission:berlin');
    const waits = (party: string) =>
      test.owner.run(`UPDATE "case" SET waits_for = $2 WHERE number = $1`, [number, party]);
    await waits('applicant');
    const rule = (value: string) => test.owner.run(`UPDATE parameter SET value = $1 WHERE name = 'lapse'`, [value]);
    await rule('{"act":"Act 1/2026","months":6}');
    await clock('2026-12-18T23:59:59.999');
    assert.equal((await watch(number)).stage, 'identity');
    await clock('2026-12-19T00:00:00');
    await rule('"none"');
    assert.equal((await watch(number)).stage, 'identity', 'by default the case waits');
    await rule('{"act":"Act 1/2026","months":6}');
    await waits('mission:berlin');
    assert.equal((await watch(number)).stage, 'identity', 'the mission’s own delay lapses nobody’s case');
    await waits('applicant');
    assert.equal((await watch(number)).stage, 'ended');
    const { outcome } = await test.owner.one<{ outcome: string }>(`SELECT outcome FROM "case" WHERE number = $1`, [
      number,
    ]);
    assert.equal(outcome, 'lapsed');
    assert.ok((await letters(number)).includes('lapsed applicant'));
    const open = await test.owner.many(`SELECT 1 FROM term WHERE case_number = $1 AND closed_at IS NULL`, [number]);
    assert.equal(open.length, 0);
  });

  it('ADR 29: an appointment that is booked keeps the case, whatever the months', async () => {
    const number = await waiting('identity', 'R1598/2.11', 'mission:berlin');
    await test.owner.run(`UPDATE "case" SET waits_for = 'applicant' WHERE number = $1`, [number]);
    await test.owner.run(`UPDATE parameter SET value = '{"act":"Act 1/2026","months":1}' WHERE name = 'lapse'`);
    await test.owner.run(
      `WITH free AS (
         INSERT INTO slot (id, mission, starts_at, minutes, opened_at, opened_by)
         VALUES (gen_random_uuid(), 'berlin', legal_now(), 30, legal_now(), 'test') RETURNING id
       )
       INSERT INTO appointment (id, case_number, slot_id, uid, sequence, booked_at)
       SELECT gen_random_uuid(), $1, id, gen_random_uuid(), 0, legal_now() FROM free`,
      [number],
    );
    await clock('2026-12-19T00:00:00');
    assert.equal((await watch(number)).stage, 'identity');
  });

  it('ADR 29: the months count from the appointment that last fell away, also where the mission cancelled it', async () => {
    const number = await waiting('identity', 'R1598/2.11', 'mission:berlin');
    await test.owner.run(`UPDATE "case" SET waits_for = 'applicant' WHERE number = $1`, [number]);
    await test.owner.run(`UPDATE parameter SET value = '{"act":"Act 1/2026","months":6}' WHERE name = 'lapse'`);
    await test.owner.run(
      `WITH free AS (
         INSERT INTO slot (id, mission, starts_at, minutes, opened_at, opened_by)
         VALUES (gen_random_uuid(), 'berlin', '2026-12-20T09:00:00Z', 30, legal_now(), 'test') RETURNING id
       )
       INSERT INTO appointment (id, case_number, slot_id, state, uid, sequence, booked_at, ended_at)
       SELECT gen_random_uuid(), $1, id, 'cancelled', gen_random_uuid(), 1, legal_now(), '2026-12-18T10:00:00Z' FROM free`,
      [number],
    );
    await clock('2026-12-19T00:00:00');
    assert.equal((await watch(number)).stage, 'identity', 'it was booked until yesterday');
    await clock('2027-06-18T23:59:59.999');
    assert.equal((await watch(number)).stage, 'identity');
    await clock('2027-06-19T00:00:00');
    assert.equal((await watch(number)).stage, 'ended');
  });
});

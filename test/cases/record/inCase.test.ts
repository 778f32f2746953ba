import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { inTransaction, statements } from '../../../cases/record/database.ts';
import { inCase, NOTHING_DONE } from '../../../cases/record/inCase.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';
import { lockWaited } from '../../support/lockWaited.ts';
import { until } from '../../support/stack.ts';

const PROCEDURE = { capacity: 'procedure' } as const;

describe('a deed in one transaction', () => {
  let test: TestRecord;
  before(async () => {
    test = await openTestRecord();
  });
  after(() => test.stop());

  const connect = async () => {
    const client = new pg.Client({ connectionString: test.databases.appUrl });
    await client.connect();
    return client;
  };
  /** Moves the clock without waking anybody: a wake refers to the case, whose row is held. */
  const clockReads = (at: string) => test.owner.run(`UPDATE legal_clock SET frozen_at = $1`, [at]);

  it('R1598/2.8: reads the clock after it holds the lock: who waited gets an instant after the holder', async () => {
    const { caseNumber } = await test.register();
    await test.deliver(caseNumber);
    const holder = await connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT 1 FROM "case" WHERE number = $1 FOR UPDATE`, [caseNumber]);
    const opinion = test.opine(caseNumber, 'state-security', { kind: 'nothing-against' });
    await lockWaited(test.owner);
    await clockReads('2026-03-17T09:00:00+04:00');
    const { rows } = await holder.query<{ now: Date }>('SELECT legal_now() AS now');
    await holder.query('COMMIT');
    await holder.end();
    const { receivedAt } = await opinion;
    assert.ok(receivedAt >= (rows[0]?.now.toISOString() ?? ''), receivedAt);
    assert.ok(receivedAt >= new Date('2026-03-17T09:00:00+04:00').toISOString());
  });

  it('R1598/2.8: an objection that waited for the lock across the end of the term is late', async () => {
    const { caseNumber } = await test.register();
    await test.deliver(caseNumber);
    const { ends_at: end } = await test.owner.one<{ ends_at: string }>(
      `SELECT min(ends_at) AS ends_at FROM term WHERE case_number = $1`,
      [caseNumber],
    );
    await test.freeze(new Date(Date.parse(end) - 1).toISOString());
    const holder = await connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT 1 FROM "case" WHERE number = $1 FOR UPDATE`, [caseNumber]);
    const opinion = test.opine(caseNumber, 'state-security', { kind: 'negative' });
    await lockWaited(test.owner);
    await clockReads(end);
    await holder.query('COMMIT');
    await holder.end();
    assert.equal((await opinion).kind, 'late');
  });

  it('never reads an instant before the newest evidence of the case', async () => {
    const { caseNumber } = await test.register();
    const ahead = '2026-05-05T00:00:00.000Z';
    await test.owner.run(`UPDATE "case" SET last_instant = $2 WHERE number = $1`, [caseNumber, ahead]);
    const seen = await inCase(test.record, caseNumber, PROCEDURE, (_tx, now) =>
      Promise.resolve({ outcome: now, evidence: [{ what: 'tested' }] }),
    );
    assert.equal(seen, ahead);
  });

  it('a refusal commits with its evidence, a fault leaves nothing', async () => {
    const { caseNumber } = await test.register();
    const length = async () => (await test.evidence(caseNumber)).length;
    const first = await length();
    await inCase(test.record, caseNumber, PROCEDURE, () =>
      Promise.resolve({
        outcome: { kind: 'refused', clause: 'R1598/2.8' },
        evidence: [{ what: 'withdrawal-refused' }],
      }),
    );
    assert.equal(await length(), first + 1);
    await assert.rejects(
      inCase(test.record, caseNumber, PROCEDURE, async (tx) => {
        await tx.run(
          `UPDATE "case" SET stage = 'centre', outcome = 'approved', decided_at = legal_now() WHERE number = $1`,
          [caseNumber],
        );
        throw new Error('a fault');
      }),
      /a fault/,
    );
    assert.equal(await length(), first + 1);
    const { stage } = await test.owner.one<{ stage: string }>(`SELECT stage FROM "case" WHERE number = $1`, [
      caseNumber,
    ]);
    assert.equal(stage, 'opinions');
  });

  it('a case that does not exist is null, one that another holds is passed over when told so', async () => {
    const nothing = () => Promise.resolve({ outcome: 'done', evidence: NOTHING_DONE } as const);
    assert.equal(await inCase(test.record, 'QR-2026-999999', PROCEDURE, nothing), null);
    const { caseNumber } = await test.register();
    const holder = await connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT 1 FROM "case" WHERE number = $1 FOR UPDATE`, [caseNumber]);
    assert.equal(await inCase(test.record, caseNumber, PROCEDURE, nothing, { skipBusy: true }), null);
    await holder.end();
  });

  it('tries a deadlock again: of two that lock crosswise both succeed', async () => {
    const [a, b] = [await test.register(), await test.register()];
    const pool = test.record.database.ordinary;
    let both = 0;
    const crosswise = (one: string, other: string) => {
      let tries = 0;
      return inTransaction(pool, async (tx) => {
        tries += 1;
        await tx.run(`SELECT 1 FROM "case" WHERE number = $1 FOR UPDATE`, [one]);
        both += 1;
        if (tries === 1) await until('the other to hold its lock', () => Promise.resolve(both >= 2));
        await tx.run(`SELECT 1 FROM "case" WHERE number = $1 FOR UPDATE`, [other]);
        return tries;
      });
    };
    const tries = await Promise.all([crosswise(a.caseNumber, b.caseNumber), crosswise(b.caseNumber, a.caseNumber)]);
    assert.deepEqual(tries.toSorted(), [1, 2]);
  });

  it('tries again what waited too long for a lock, and throws at once what does not pass', async () => {
    const { caseNumber } = await test.register();
    const holder = await connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT 1 FROM "case" WHERE number = $1 FOR UPDATE`, [caseNumber]);
    let tries = 0;
    const got = await inTransaction(test.record.database.ordinary, async (tx) => {
      tries += 1;
      if (tries === 2) await holder.end();
      await tx.run(`SELECT set_config('lock_timeout', '50ms', true)`);
      return tx.one<{ number: string }>(`SELECT number FROM "case" WHERE number = $1 FOR UPDATE`, [caseNumber]);
    });
    assert.deepEqual([got.number, tries], [caseNumber, 2]);

    let others = 0;
    await assert.rejects(
      inTransaction(test.record.database.ordinary, async (tx) => {
        others += 1;
        await tx.run('SELECT 1 / 0');
      }),
      { code: '22012' },
    );
    assert.equal(others, 1);
    await statements(test.record.database.ordinary).one('SELECT 1 AS one');
  });
});

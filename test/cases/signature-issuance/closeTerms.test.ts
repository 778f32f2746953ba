import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { closeTerms } from '../../../cases/signature-issuance/closeTerms.ts';
import { recordDelivery } from '../../../cases/signature-issuance/recordDelivery.ts';
import { recordFailedDelivery } from '../../../cases/signature-issuance/recordFailedDelivery.ts';
import { withdraw } from '../../../cases/signature-issuance/withdraw.ts';
import { AGENCIES } from '../../../law/signature-issuance/agencies.ts';
import { lockWaited } from '../../support/lockWaited.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

const START = '2026-03-16T09:00:00+04:00';
const END = '2026-03-20T00:00:00+04:00';

describe('the terms of a case', () => {
  let record: TestRecord;
  before(async () => {
    record = await openTestRecord();
  });
  after(() => record.stop());

  async function running(): Promise<string> {
    await record.freeze(START);
    const { caseNumber } = await record.register();
    await record.deliver(caseNumber);
    return caseNumber;
  }

  const outcomeOf = async (caseNumber: string) =>
    (await record.owner.one<{ outcome: string | null }>(`SELECT outcome FROM "case" WHERE number = $1`, [caseNumber]))
      .outcome;

  it('R1598/2.8: are never closed early: a millisecond before the end the record says how long to wait', async () => {
    const caseNumber = await running();
    await record.freeze('2026-03-19T23:59:59.999+04:00');
    const answer = await record.close(caseNumber);
    assert.equal(answer.kind, 'wait');
    assert.equal(await outcomeOf(caseNumber), null);
  });

  it('R1598/2.8: at the end of three working days of silence the case is approved, with a record of silence', async () => {
    const caseNumber = await running();
    await record.freeze(END);
    assert.deepEqual(await record.close(caseNumber), { kind: 'decided', outcome: 'approved' });
    const { body } = await record.owner.one<{ body: string }>(
      `SELECT body FROM document WHERE case_number = $1 AND kind = 'record-of-silence'`,
      [caseNumber],
    );
    const silence = JSON.parse(body) as {
      outcome: string;
      decidedAt: string;
      agencies: { opinion: null; term: object }[];
    };
    assert.equal(silence.outcome, 'approved-by-silence');
    assert.equal(silence.decidedAt, new Date(END).toISOString());
    assert.equal(silence.agencies.length, 4);
  });

  it('one outcome a term: asking again and again, side by side, changes nothing', async () => {
    const caseNumber = await running();
    await record.freeze(END);
    const answers = await Promise.all(Array.from({ length: 8 }, () => record.close(caseNumber)));
    assert.ok(answers.every((answer) => answer.kind === 'decided'));
    const approvals = (await record.evidence(caseNumber)).filter(({ what }) => what === 'approved');
    assert.equal(approvals.length, 1);
    const { n } = await record.owner.one<{ n: number }>(
      `SELECT count(*)::integer AS n FROM term_outcome WHERE case_number = $1 AND outcome = 'silence'`,
      [caseNumber],
    );
    assert.equal(n, 4);
  });

  it('R1598/2.7: an agency that was not told has not stayed silent, however long', async () => {
    await record.freeze(START);
    const { caseNumber } = await record.register();
    await record.deliver(caseNumber, AGENCIES.slice(0, 3));
    await record.freeze('2026-09-01T00:00:00+04:00');
    await record.close(caseNumber);
    assert.equal(await outcomeOf(caseNumber), null);
    const closed = await record.owner.many(`SELECT holder FROM term_outcome WHERE case_number = $1`, [caseNumber]);
    assert.equal(closed.length, 3);
  });

  it('R1598/2.7: the operator may record delivery by hand, which starts the term; the earlier proof counts', async () => {
    const fresh = await openTestRecord();
    try {
      await fresh.freeze(START);
      const { caseNumber } = await fresh.register();
      const agency = 'foreign-affairs';
      for (let tried = 0; tried < 3; tried += 1)
        await recordFailedDelivery(fresh.record, { caseNumber, agency, failure: 'unreachable' });
      const incident = await fresh.owner.one(`SELECT kind, holder FROM incident WHERE resolved_at IS NULL`);
      assert.deepEqual(incident, { kind: 'delivery-not-proven', holder: agency });

      const byHand = { caseNumber, agency, how: 'by-hand', document: 'receipt-17' } as const;
      const first = await recordDelivery(fresh.record, fresh.operator, byHand);
      assert.equal(first?.kind, 'started');
      await fresh.freeze('2026-03-17T09:00:00+04:00');
      const second = await recordDelivery(fresh.record, { capacity: 'procedure' }, { ...byHand, how: 'acknowledged' });
      assert.deepEqual(second, { kind: 'already', deliveredAt: new Date(START).toISOString() });
      const open = await fresh.owner.many(`SELECT 1 FROM incident WHERE resolved_at IS NULL`);
      assert.equal(open.length, 0);
    } finally {
      await fresh.stop();
    }
  });

  it('R1598/2.8: one working day before the end those who have not answered are reminded, once', async () => {
    const caseNumber = await running();
    await record.opine(caseNumber, 'internal-affairs', { kind: 'nothing-against' });
    await record.freeze('2026-03-19T00:00:00+04:00');
    await record.close(caseNumber);
    await record.close(caseNumber);
    const reminded = await record.owner.many<{ recipient: string }>(
      `SELECT recipient FROM notice WHERE case_number = $1 AND kind = 'agency-reminder' ORDER BY recipient`,
      [caseNumber],
    );
    assert.deepEqual(
      reminded.map(({ recipient }) => recipient),
      ['foreign-affairs', 'foreign-intelligence', 'state-security'],
    );
  });

  it('nothing is closed while the clocks of PostgreSQL and the worker are more than five seconds apart', async () => {
    const caseNumber = await running();
    await record.freeze(END);
    const machineNow = () => new Date(Date.now() - 6_000).toISOString();
    const answer = await closeTerms(record.record, caseNumber, { machineNow, by: 'procedure' });
    assert.equal(answer?.kind, 'wait');
    assert.equal(await outcomeOf(caseNumber), null);
    const disagreement = () =>
      record.owner.many(
        `SELECT 1 FROM incident WHERE case_number = $1 AND kind = 'clocks-disagree' AND resolved_at IS NULL`,
        [caseNumber],
      );
    assert.equal((await disagreement()).length, 1, 'the operator is told');
    await record.close(caseNumber);
    assert.equal((await disagreement()).length, 0);
    assert.equal(await outcomeOf(caseNumber), 'approved');
  });

  it('D14: how long a case was held by another deed is no disagreement of the clocks', async () => {
    const caseNumber = await running();
    await record.freeze(END);
    const holder = new pg.Client({ connectionString: record.databases.appUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT 1 FROM "case" WHERE number = $1 FOR UPDATE`, [caseNumber]);
    let read = 0;
    const machineNow = () => {
      read += 1;
      return new Date().toISOString();
    };
    const answer = closeTerms(record.record, caseNumber, { machineNow, by: 'procedure' });
    await lockWaited(record.owner);
    assert.equal(read, 0, 'a clock read before the wait is as far behind as the wait was long');
    await holder.query('COMMIT');
    await holder.end();
    assert.deepEqual([await answer, read], [{ kind: 'decided', outcome: 'approved' }, 1]);
  });

  it('R1598/2.8: whether a withdrawal comes in time does not depend on how fast a worker is', async () => {
    const caseNumber = await running();
    await record.freeze(END);
    const request = { route: 'withdrawal', caller: caseNumber, key: caseNumber, body: '' };
    const outcome = await withdraw(record.record, caseNumber, request);
    assert.deepEqual(outcome, { kind: 'already-decided', clause: 'R1598/2.8', decidedAt: new Date(END).toISOString() });
    await record.close(caseNumber);
    assert.equal(await outcomeOf(caseNumber), 'approved');
    const again = await withdraw(record.record, caseNumber, { ...request, key: `${caseNumber} again` });
    assert.equal(again?.kind, 'withdrawn', 'once the decision is written, it may be withdrawn from');
    const opinions = await record.close(caseNumber);
    assert.deepEqual(opinions, { kind: 'decided', outcome: 'approved' }, 'the opinions ended as they did');
  });
});

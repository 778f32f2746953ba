import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { beat } from '../../../cases/record/heartbeat.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

const START = '2026-03-16T09:00:00+04:00';
const END = '2026-03-20T00:00:00+04:00';
const HOUR_BEFORE = '2026-03-19T23:00:00+04:00';
const FIVE_HOURS_AFTER = '2026-03-20T05:00:00+04:00';
const CHANNEL = 'agency-endpoint';

describe('everything killed from an hour before the end until five hours after it', () => {
  let record: TestRecord;
  before(async () => {
    record = await openTestRecord();
  });
  after(() => record.stop());

  /**
   * Six hours of machine time cannot be waited for, so the last heartbeat is set back by six hours, as the owner, and
   * the legal clock forward by as many: the record then stands as six hours of a dead machine leave it.
   */
  async function deadFromAnHourBeforeTheEnd(): Promise<string> {
    await record.owner.run(`DELETE FROM outage`);
    await record.owner.run(`DELETE FROM channel`);
    await record.freeze(START);
    const { caseNumber } = await record.register();
    await record.deliver(caseNumber);
    await beat(record.record, CHANNEL);
    await record.freeze(FIVE_HOURS_AFTER);
    await record.owner.run(
      `UPDATE channel SET last_beat = machine_now() - interval '6 hours',
              beat_offset_ms = extract(epoch FROM $1::timestamptz - (machine_now() - interval '6 hours')) * 1000`,
      [HOUR_BEFORE],
    );
    return caseNumber;
  }

  const of = async (caseNumber: string) =>
    record.owner.one<{ outcome: string | null; ends: string }>(
      `SELECT outcome, (SELECT max(ends_at) FROM term WHERE case_number = number) AS ends FROM "case" WHERE number = $1`,
      [caseNumber],
    );

  it('R1598/2.8: by default nothing extends the term; the outage stands in the record of silence', async () => {
    const caseNumber = await deadFromAnHourBeforeTheEnd();
    assert.equal(await beat(record.record, CHANNEL), true, 'the first heartbeat after it records the outage');
    const late = await record.opine(caseNumber, 'state-security', { kind: 'negative' });
    assert.equal(late.kind, 'late');
    await record.close(caseNumber);
    const { outcome, ends } = await of(caseNumber);
    assert.deepEqual(
      { outcome, ends: new Date(ends).toISOString() },
      { outcome: 'approved', ends: new Date(END).toISOString() },
    );
    const { body } = await record.owner.one<{ body: string }>(`SELECT body FROM document WHERE case_number = $1`, [
      caseNumber,
    ]);
    const { agencies } = JSON.parse(body) as {
      agencies: { outages: { channel: string; from: string; to: string }[] }[];
    };
    const [outage] = agencies[0]?.outages ?? [];
    assert.equal(outage?.channel, CHANNEL);
    assert.ok(Math.abs(Date.parse(outage.from) - Date.parse(HOUR_BEFORE)) < 60_000);
    assert.ok(Math.abs(Date.parse(outage.to) - Date.parse(FIVE_HOURS_AFTER)) < 60_000);
  });

  it('ADR 3, switched on: an outage touching the last hour moves the end by as long; an opinion then is in time', async () => {
    await record.owner.run(
      `INSERT INTO parameter VALUES ('outage-extends-term', '2026-03-01', '{"totalOutageMinutes":1440}', 'test')`,
    );
    try {
      const caseNumber = await deadFromAnHourBeforeTheEnd();
      assert.equal((await record.close(caseNumber)).kind, 'wait', 'an outage that lasts is counted too');
      await beat(record.record, CHANNEL);
      const inTime = await record.opine(caseNumber, 'state-security', { kind: 'negative' });
      assert.equal(inTime.kind, 'ended-the-case');
      const extended = (await record.evidence(caseNumber)).filter(({ what }) => what === 'term-extended');
      assert.ok(extended.length >= 4);
      const expected = Date.parse('2026-03-20T06:00:00+04:00');
      assert.ok(Math.abs(Date.parse(inTime.termEndsAt ?? '') - expected) < 60_000);
    } finally {
      await record.owner.run(`DELETE FROM parameter WHERE ground = 'test'`);
    }
  });

  it('ADR 3, switched on: a total outage over the given length adds a working day', async () => {
    await record.owner.run(
      `INSERT INTO parameter VALUES ('outage-extends-term', '2026-03-01', '{"totalOutageMinutes":30}', 'test')`,
    );
    try {
      const caseNumber = await deadFromAnHourBeforeTheEnd();
      await beat(record.record, CHANNEL);
      assert.equal((await record.close(caseNumber)).kind, 'wait');
      const { ends } = await of(caseNumber);
      assert.equal(new Date(ends).toISOString(), new Date('2026-04-01T00:00:00+04:00').toISOString());
    } finally {
      await record.owner.run(`DELETE FROM parameter WHERE ground = 'test'`);
    }
  });

  it('a jump of the rehearsal clock is no outage', async () => {
    await record.owner.run(`DELETE FROM outage`);
    await record.owner.run(`DELETE FROM channel`);
    await beat(record.record, CHANNEL);
    await record.forward('2026-06-01T00:00:00+04:00');
    assert.equal(await beat(record.record, CHANNEL), false);
    assert.deepEqual(await record.owner.many(`SELECT * FROM outage`), []);
  });
});

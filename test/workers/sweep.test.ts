import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sweepOnce } from '../../workers/sweep.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';

const machineNow = () => new Date().toISOString();

describe('the sweep', () => {
  let test: TestRecord;
  before(async () => {
    test = await openTestRecord();
  });
  after(() => test.stop());

  async function running(count: number): Promise<string[]> {
    await test.freeze('2026-03-16T09:00:00+04:00');
    const numbers: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const { caseNumber } = await test.register();
      await test.deliver(caseNumber);
      numbers.push(caseNumber);
    }
    return numbers;
  }

  it('R1598/2.8: closes what ended two seconds ago, and cases that fail hold up none of the others', async () => {
    const numbers = await running(16);
    const spoilt = numbers.filter((_, at) => at % 2 === 0);
    await test.owner.run(`UPDATE "case" SET sealed_key = '\\x00' WHERE number = ANY ($1)`, [spoilt]);
    await test.freeze('2026-03-20T00:00:02+04:00');
    assert.equal(await sweepOnce(test.record, machineNow), 0, 'not before the timers had their time');
    await test.freeze('2026-03-20T00:00:02.001+04:00');
    await assert.rejects(sweepOnce(test.record, machineNow), 'it is said that some failed');
    const open = await test.owner.many<{ number: string }>(
      `SELECT number FROM "case" WHERE outcome IS NULL ORDER BY number`,
    );
    assert.deepEqual(
      open.map(({ number }) => number),
      spoilt,
    );
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { inCase } from '../../../cases/record/inCase.ts';
import { YearNotCovered } from '../../../law/calendar/coveredYears.ts';
import { decide } from '../../support/calendar.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

describe('a deed that failed because the calendar does not cover a year', () => {
  let test: TestRecord;
  before(async () => {
    test = await openTestRecord();
    await test.freeze('2026-11-20T10:00:00+04:00');
  });
  after(() => test.stop());

  const standing = async () =>
    (
      await test.owner.many<{ year: number }>(
        `SELECT year FROM incident WHERE kind = 'calendar-not-published' AND resolved_at IS NULL ORDER BY year`,
      )
    ).map(({ year }) => year);
  const fails = async (caseNumber: string, year: number) =>
    assert.rejects(
      inCase(test.record, caseNumber, test.operator, () =>
        Promise.reject(new YearNotCovered(year, { from: 2017, to: 2027 })),
      ),
      YearNotCovered,
    );

  it('stands at the operator’s desk until a confirmed decision makes the calendar cover that very year', async () => {
    const [first, second] = [await test.register(), await test.register()];
    await fails(first.caseNumber, 2028);
    for (const year of [2028, 2029, 2028]) await fails(second.caseNumber, year);
    assert.deepEqual(await standing(), [2028, 2029], 'of several years the last');

    const decided = { kind: 'enter', published: '2026-11-20', source: 'test' } as const;
    const swap = { day: '2026-12-03', kind: 'swap', instead: '2026-12-05' } as const;
    assert.equal((await decide(test.record, { ...decided, days: [swap] })).kind, 'confirmed');
    assert.deepEqual(await standing(), [2028, 2029], 'a swap of 2026 mends neither');

    const feasts = [
      { day: '2027-03-09', kind: 'ramazan', instead: null },
      { day: '2027-05-16', kind: 'qurban', instead: null },
    ] as const;
    assert.equal((await decide(test.record, { ...decided, days: feasts })).kind, 'confirmed');
    assert.deepEqual(await standing(), [2029], 'the year after the decided one is covered');
  });
});

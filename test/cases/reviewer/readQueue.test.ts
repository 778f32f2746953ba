import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { copyCase } from '../../../bench/pages/copyCase.ts';
import { QUEUE_PAGE, readQueue } from '../../../cases/reviewer/readQueue.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

const AGENCY = 'internal-affairs';

describe('the queue of an agency', () => {
  let test: TestRecord;
  before(async () => {
    test = await openTestRecord();
    await test.freeze('2026-03-16T09:00:00+04:00');
  });
  after(() => test.stop());

  it('R1598/2.8: page after page, every open file stands once, the one whose term ends first on top', async () => {
    const { caseNumber } = await test.register();
    await test.deliver(caseNumber);
    const copies = 4 * QUEUE_PAGE + 7;
    await copyCase(test.owner, caseNumber, copies, 1_000_000);
    const page = (at: number) =>
      readQueue(test.record, { agency: AGENCY, filter: 'to-answer', page: at, officials: [] });
    const pages = await Promise.all([0, 1, 2, 3, 4].map(page));
    assert.deepEqual(
      pages.map(({ files, total }) => [files.length, total]),
      [50, 50, 50, 50, 8].map((shown) => [shown, copies + 1]),
    );
    const listed = pages.flatMap(({ files }) => files.map((file) => [file.endsAt, file.caseNumber]));
    const rows = await test.owner.many<{ ends_at: string; case_number: string }>(
      `SELECT ends_at, case_number FROM term WHERE holder = $1 AND clause = 'R1598/2.8' ORDER BY ends_at, case_number`,
      [AGENCY],
    );
    // The owner's connection hands out dates, not texts.
    assert.deepEqual(
      listed,
      rows.map((row) => [new Date(row.ends_at).toISOString(), row.case_number]),
    );
    assert.deepEqual((await page(5)).files, [], 'beyond the last page there is nothing');
  });

  it('R1598/2.7: so does every file not delivered yet, though many came at one instant', async () => {
    const { caseNumber } = await test.register();
    await copyCase(test.owner, caseNumber, 4 * QUEUE_PAGE, 2_000_000);
    await test.owner.run(`UPDATE "case" SET registered_at = '2026-03-16T09:00:00+04:00'`);
    const page = (at: number) =>
      readQueue(test.record, { agency: AGENCY, filter: 'not-delivered', page: at, officials: [] });
    const listed: string[] = [];
    for (const at of [0, 1, 2, 3, 4]) listed.push(...(await page(at)).files.map((file) => file.caseNumber));
    const rows = await test.owner.many<{ number: string }>(
      `SELECT case_number AS number FROM opinion_request WHERE agency = $1 AND delivered_at IS NULL ORDER BY 1`,
      [AGENCY],
    );
    assert.deepEqual(
      listed,
      rows.map(({ number }) => number),
    );
  });
});

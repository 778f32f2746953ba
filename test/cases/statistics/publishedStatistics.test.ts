import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { publishedStatistics, publishStatistics } from '../../../cases/statistics/publishedStatistics.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

let open: TestRecord;
before(async () => {
  open = await openTestRecord();
  await open.freeze('2027-03-10T10:00:00+04:00');
});
after(() => open.stop());

test('a month is computed once, whoever asks and however many at once', async () => {
  const asked = await Promise.all(Array.from({ length: 8 }, () => publishedStatistics(open.record)));
  for (const one of asked) assert.deepEqual(one, asked[0]);
  assert.equal(asked[0]?.until, '2027-03-01');
  assert.equal(await publishStatistics(open.record), false, 'it is published already');
  const { n } = await open.owner.one<{ n: number }>(`SELECT count(*)::integer AS n FROM published_statistics`);
  assert.equal(n, 1);
});

test('what was published of a month stands, though its cases changed; the next month counts them', async () => {
  for (let n = 0; n < 10; n += 1) {
    const { caseNumber } = await open.register();
    await open.deliver(caseNumber);
  }
  await open.owner.run(
    `UPDATE "case" SET stage = 'ended', outcome = 'withdrawn', closed_at = '2027-02-20T10:00:00+04:00', decided_at = '2027-02-20T10:00:00+04:00', waits_for = NULL, waits_since = NULL`,
  );
  const standing = await publishedStatistics(open.record);
  assert.equal(standing.outcomes.find(({ outcome }) => outcome === 'withdrawn')?.n, 0);
  await open.forward('2027-04-02T10:00:00+04:00');
  assert.equal(await publishStatistics(open.record), true);
  const next = await publishedStatistics(open.record);
  assert.equal(next.until, '2027-04-01');
  assert.equal(next.outcomes.find(({ outcome }) => outcome === 'withdrawn')?.n, 10);
  assert.equal(next.decided.n, 0, 'R1598/2.8: what was withdrawn before the decision is no decision upon opinions');
  assert.equal(
    next.steps.find(({ step }) => step === 'whole'),
    undefined,
    'and took no time until one',
  );
});

test('R1598/2.8: how long an agency took is not told by terms that another’s refusal stopped', async () => {
  await open.forward('2027-04-20T10:00:00+04:00');
  for (let n = 0; n < 10; n += 1) {
    const { caseNumber } = await open.register();
    await open.deliver(caseNumber);
    await open.opine(caseNumber, 'foreign-affairs', { kind: 'negative' });
  }
  await open.forward('2027-05-04T10:00:00+04:00');
  const { steps, silence } = await publishedStatistics(open.record);
  assert.deepEqual(
    steps.filter(({ step }) => step === 'R1598/2.8').map(({ holder, n }) => [holder, n]),
    [['foreign-affairs', 10]],
  );
  assert.deepEqual(
    silence.map(({ agency, n }) => [agency, n]),
    [['foreign-affairs', 10]],
  );
});

test('the role of the running program can neither rewrite nor delete what was published', async () => {
  const client = await open.record.database.ordinary.connect();
  try {
    await assert.rejects(client.query(`UPDATE published_statistics SET body = '{}'`), /permission denied/);
    await assert.rejects(client.query(`DELETE FROM published_statistics`), /permission denied/);
  } finally {
    client.release();
  }
});

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { issueVirtualFin } from '../../cases/signature-issuance/issueVirtualFin.ts';
import { check, unfinished } from '../../prove/check.ts';
import { sentJournal } from '../../prove/sendAll.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';

const AGENCY = 'state-security';

/** What a bug or a fraud would leave in the database, and the rule that must name it. */
const WRONGS: readonly { table: string; wrong: string; rule: RegExp }[] = [
  {
    table: 'opinion',
    wrong: `UPDATE opinion SET received_at = term_ends_at WHERE effect = 'ended-the-case'`,
    rule: /late exactly when/,
  },
  {
    table: 'opinion',
    wrong: `UPDATE opinion SET received_at = term_ends_at - interval '1 ms' WHERE effect = 'late'`,
    rule: /no timely negative|late exactly/,
  },
  {
    table: 'opinion',
    wrong: `UPDATE opinion SET term_ends_at = term_ends_at + interval '1 day' WHERE effect = 'late'`,
    rule: /end of that very term/,
  },
  {
    table: 'opinion',
    wrong: `UPDATE opinion SET effect = 'noted' WHERE effect = 'ended-the-case'`,
    rule: /ended the case, unless/,
  },
  { table: 'opinion', wrong: `DELETE FROM opinion WHERE effect = 'ended-the-case'`, rule: /exactly one that ended it/ },
  { table: 'opinion', wrong: `DELETE FROM opinion WHERE effect = 'late'`, rule: /answered stands in the database/ },
  {
    table: 'opinion',
    wrong: `UPDATE opinion SET answer = replace(answer, '"late"', '"noted"')`,
    rule: /answered what is stored/,
  },
  {
    table: 'term_outcome',
    wrong: `DELETE FROM term_outcome WHERE outcome = 'silence'`,
    rule: /closed with one outcome/,
  },
  {
    table: 'term_outcome',
    wrong: `UPDATE term_outcome SET at = at - interval '60 days' WHERE outcome = 'silence'`,
    rule: /never before the end/,
  },
  { table: 'virtual_fin', wrong: `DELETE FROM virtual_fin`, rule: /has its virtual FIN/ },
  {
    table: 'virtual_fin',
    wrong: `UPDATE virtual_fin SET case_number = (SELECT number FROM "case" WHERE outcome = 'negative-opinion')`,
    rule: /belongs to an approved case/,
  },
  {
    table: 'evidence',
    wrong: `DELETE FROM evidence WHERE body LIKE '%virtual-fin-given%'`,
    rule: /given once by the evidence/,
  },
  { table: 'evidence', wrong: `DELETE FROM evidence WHERE seq = 2`, rule: /no gap/ },
  {
    table: 'evidence',
    wrong: `DELETE FROM evidence WHERE body LIKE '%opinion-received%'`,
    rule: /in the evidence once/,
  },
  {
    table: 'evidence',
    wrong: `UPDATE evidence SET body = replace(body, '"registered"', '"else"')`,
    rule: /registered once/,
  },
];

describe('the check of the proofs', () => {
  let test: TestRecord;
  let home: string;
  before(async () => {
    test = await openTestRecord();
    home = await mkdtemp(join(tmpdir(), 'mohlet-check-'));
    await mkdir(join(home, 'sent'));
    const [ended, silent] = [(await test.register()).caseNumber, (await test.register()).caseNumber];
    for (const number of [ended, silent]) await test.deliver(number);
    const lines: string[] = [];
    const opine = async (caseNumber: string, messageId: string, status: number) => {
      const answer = await test.opine(caseNumber, AGENCY, { kind: 'negative' }, messageId);
      lines.push(
        JSON.stringify({ at: '', kind: 'opinion-answered', messageId, caseNumber, attempt: 1, status, answer }),
      );
    };
    await opine(ended, 'message-1', 200);
    await test.freeze('2026-05-01T00:00:00+04:00');
    await test.close(silent);
    await opine(silent, 'message-2', 409);
    await issueVirtualFin(test.record, silent, { fin: 'XABC123', source: 'drawn' });
    await writeFile(sentJournal(home, AGENCY), `${lines.join('\n')}\n`);
  });
  after(async () => {
    await test.stop();
    await rm(home, { recursive: true, force: true });
  });

  it('R1598/2.8: finds nothing in a record that is right, and counts the answers the agencies hold', async () => {
    assert.deepEqual(await check(test.owner, home), { answered: 2, failures: [] });
  });

  for (const { table, wrong, rule } of WRONGS)
    it(`names what is wrong after: ${wrong}`, async () => {
      await test.owner.run(`CREATE TABLE kept AS SELECT * FROM ${table}`);
      assert.ok((await test.owner.run(wrong)) > 0, 'something was made wrong');
      const { failures } = await check(test.owner, home);
      await test.owner.run(`DELETE FROM ${table}`);
      await test.owner.run(`INSERT INTO ${table} SELECT * FROM kept`);
      await test.owner.run(`DROP TABLE kept`);
      assert.ok(
        failures.some(({ what }) => rule.test(what)),
        `${rule} is not among ${JSON.stringify(failures)}`,
      );
    });

  it('says what the record still owes: a FIN, a decision after the ends, a wake', async () => {
    const { caseNumber } = await test.register();
    await test.deliver(caseNumber);
    await test.freeze('2026-06-01T00:00:00+04:00');
    const owed = async () =>
      (await unfinished(test.owner)).flatMap((one) => (one.caseNumber === caseNumber ? [one.what] : [])).toSorted();
    assert.deepEqual(await owed(), ['is not decided though its terms ended', 'waits in the outbox']);
    await test.owner.run(`DELETE FROM outbox`);
    await test.close(caseNumber);
    assert.deepEqual(await owed(), ['has no virtual FIN']);
  });
});

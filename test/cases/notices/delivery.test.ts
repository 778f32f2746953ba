import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readCase } from '../../../cases/findCases.ts';
import { takeDueNotices } from '../../../cases/notices/takeDue.ts';
import { recordFailedDelivery } from '../../../cases/signature-issuance/recordFailedDelivery.ts';
import { openChannels } from '../../support/channels.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

const APPLICANT = 'imogen@example.com';

describe('notices by e-mail', () => {
  let test: TestRecord;
  let channels: Awaited<ReturnType<typeof openChannels>>;
  before(async () => {
    test = await openTestRecord();
    channels = await openChannels(test.record);
  });
  after(async () => {
    await channels.stop();
    await test.stop();
  });

  const tell = (how: object) => channels.tellMail(how);
  const letters = (caseNumber: string) => channels.letters(caseNumber);
  const deliver = () => channels.deliver();
  /** Ends the wait between two attempts. */
  const waitOver = () => test.owner.run(`UPDATE notice SET next_attempt_at = machine_now() WHERE state = 'due'`);
  const attempts = (caseNumber: string) =>
    test.owner.many<{ n: number; result: string }>(
      `SELECT a.n, a.result FROM notice_attempt a JOIN notice ON id = notice_id WHERE case_number = $1 AND channel = 'email' ORDER BY a.at, a.n`,
      [caseNumber],
    );
  const states = async (caseNumber: string) =>
    (await readCase(test.record, caseNumber))?.notices
      .filter(({ channel }) => channel === 'email')
      .map(({ kind, state }) => [kind, state]);

  it('an attempt is recorded before it is sent; one cut off by a crash is unknown and goes again, same Message-ID', async () => {
    const { caseNumber } = await test.register();
    const taken = (await takeDueNotices(test.record, 'email'))[0];
    // The process ends here: what was begun stands, and nothing was sent.
    assert.equal(taken?.case_number, caseNumber);
    assert.deepEqual(await attempts(caseNumber), [{ n: 1, result: 'unknown' }]);
    assert.equal((await letters(caseNumber)).length, 0);
    await deliver();
    assert.equal((await letters(caseNumber)).length, 0, 'not before its wait is over');
    await waitOver();
    await deliver();
    assert.deepEqual(await attempts(caseNumber), [
      { n: 1, result: 'unknown' },
      { n: 2, result: 'accepted' },
    ]);
    const [letter] = await letters(caseNumber);
    assert.equal(letter?.messageId, `<${taken?.id}@mohlet.invalid>`);
    assert.deepEqual(letter?.to, [APPLICANT]);
    assert.deepEqual(await states(caseNumber), [['registered', 'accepted']]);
  });

  it('a server that keeps the letter and dies before it says so gets it again under the same Message-ID', async () => {
    await tell({ acceptThenDie: true });
    const { caseNumber } = await test.register();
    await deliver();
    await tell({});
    await waitOver();
    await deliver();
    const kept = await letters(caseNumber);
    assert.ok(kept.length >= 2);
    assert.equal(new Set(kept.map(({ messageId }) => messageId)).size, 1);
    assert.deepEqual(await states(caseNumber), [['registered', 'accepted']]);
  });

  it('while the mail server is down nothing is lost: once it is back the letter goes', async () => {
    await tell({ down: true });
    const { caseNumber } = await test.register();
    await deliver();
    assert.deepEqual(await attempts(caseNumber), [{ n: 1, result: 'unreachable' }]);
    assert.deepEqual(await states(caseNumber), [['registered', 'due']]);
    await tell({});
    await waitOver();
    await deliver();
    assert.deepEqual(await states(caseNumber), [['registered', 'accepted']]);
    assert.equal((await letters(caseNumber)).length, 1);
  });

  it('a bounce is seen on the case and in its evidence, is not tried again, and its facts are wiped', async () => {
    await tell({ reject: [APPLICANT] });
    const { caseNumber } = await test.register();
    await deliver();
    await tell({});
    await waitOver();
    await deliver();
    assert.deepEqual(await states(caseNumber), [['registered', 'bounced']]);
    assert.deepEqual(await attempts(caseNumber), [{ n: 1, result: 'rejected' }]);
    const last = (await test.evidence(caseNumber)).find(({ what }) => what === 'notice-bounced');
    assert.ok(last);
    assert.ok(!JSON.stringify(last).includes(APPLICANT));
    const { wiped } = await test.owner.one<{ wiped: boolean }>(
      `SELECT sealed_facts IS NULL AS wiped FROM notice WHERE case_number = $1 AND channel = 'email'`,
      [caseNumber],
    );
    assert.equal(wiped, true);
  });

  it('R1598/2.7: a letter about the inbox proves delivery when taken, and nothing when bounced; then an incident', async () => {
    await tell({ reject: [channels.needs.agencyMail['foreign-affairs']] });
    const { caseNumber } = await test.register();
    for (const agency of ['state-security', 'foreign-affairs'] as const)
      await recordFailedDelivery(test.record, { caseNumber, agency, failure: 'unreachable' });
    await deliver();
    await tell({});
    const found = await readCase(test.record, caseNumber);
    const how = found?.requests
      .filter(({ deliveredAt }) => deliveredAt !== null)
      .map(({ agency, how }) => [agency, how]);
    assert.deepEqual(how, [['state-security', 'inbox-and-mail']]);
    assert.deepEqual(
      found?.terms.map(({ agency }) => agency),
      ['state-security'],
    );
    for (const failure of ['timed-out', 'unreadable', 'unreachable'])
      await recordFailedDelivery(test.record, { caseNumber, agency: 'foreign-affairs', failure });
    const incidents = await test.owner.many(`SELECT kind, holder FROM incident WHERE case_number = $1`, [caseNumber]);
    assert.deepEqual(incidents, [{ kind: 'delivery-not-proven', holder: 'foreign-affairs' }]);
  });

  it('two postmen at once send each letter once', async () => {
    const cases = [];
    for (let n = 0; n < 6; n += 1) cases.push((await test.register()).caseNumber);
    await Promise.all([deliver(), deliver(), deliver()]);
    await deliver();
    for (const caseNumber of cases) assert.equal((await letters(caseNumber)).length, 1, caseNumber);
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { mailClient, type MailClient } from '../../../adapters/email/client.ts';
import { type MailSimulator, startMailSimulator } from '../../../adapters/email/simulator.ts';
import { readCase } from '../../../cases/findCases.ts';
import { takeDueNotices } from '../../../cases/notices/takeDue.ts';
import type { LetterNeeds } from '../../../cases/notices/writeLetter.ts';
import { recordFailedDelivery } from '../../../cases/signature-issuance/recordFailedDelivery.ts';
import { deliverDueNotices } from '../../../workers/postman.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

const APPLICANT = 'imogen@example.com';
const needs: LetterNeeds = {
  publicUrl: 'https://portal.gov.test',
  inboxUrl: '/inbox',
  agencyMail: {
    'internal-affairs': 'internal@agency.invalid',
    'foreign-affairs': 'foreign@agency.invalid',
    'state-security': 'security@agency.invalid',
    'foreign-intelligence': 'intelligence@agency.invalid',
  },
};

describe('notices by e-mail', () => {
  let test: TestRecord;
  let server: MailSimulator;
  let mail: MailClient;
  let folder: string;
  before(async () => {
    test = await openTestRecord();
    folder = await mkdtemp(join(tmpdir(), 'mohlet-notices-'));
    server = await startMailSimulator({ smtpPort: 0, folder });
    const address = { host: '127.0.0.1', port: server.smtpPort, secure: false };
    mail = mailClient({ ...address, from: 'noreply@mohlet.invalid', stepTimeoutMs: 3_000 });
  });
  after(async () => {
    mail.close();
    await server.stop();
    await test.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const tell = (how: object) =>
    fetch(`${server.httpUrl}/control/mail`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(how),
    });
  const letters = async (caseNumber: string) => {
    const all = (await (await fetch(`${server.httpUrl}/dev/mail.json`)).json()) as {
      messageId: string;
      to: string[];
      text: string;
    }[];
    return all.filter(({ text }) => text.includes(caseNumber));
  };
  const deliver = () => deliverDueNotices(test.record, mail, needs);
  /** Ends the wait between two attempts. */
  const waitOver = () => test.owner.run(`UPDATE notice SET next_attempt_at = machine_now() WHERE state = 'due'`);
  const attempts = (caseNumber: string) =>
    test.owner.many<{ n: number; result: string }>(
      `SELECT a.n, a.result FROM notice_attempt a JOIN notice ON id = notice_id WHERE case_number = $1 ORDER BY a.at, a.n`,
      [caseNumber],
    );
  const states = async (caseNumber: string) =>
    (await readCase(test.record, caseNumber))?.notices.map(({ kind, state }) => [kind, state]);

  it('an attempt is recorded before it is sent; one cut off by a crash is unknown and goes again, same Message-ID', async () => {
    const { caseNumber } = await test.register();
    const [taken] = await takeDueNotices(test.record);
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
    const last = (await test.evidence(caseNumber)).at(-1);
    assert.equal(last?.what, 'notice-bounced');
    assert.ok(!JSON.stringify(last).includes(APPLICANT));
    const { wiped } = await test.owner.one<{ wiped: boolean }>(
      `SELECT sealed_facts IS NULL AS wiped FROM notice WHERE case_number = $1`,
      [caseNumber],
    );
    assert.equal(wiped, true);
  });

  it('R1598/2.7: a letter about the inbox proves delivery when taken, and nothing when bounced; then an incident', async () => {
    await tell({ reject: [needs.agencyMail['foreign-affairs']] });
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

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { createTransport } from 'nodemailer';
import twilio from 'twilio';
import { takeDueNotices } from '../../../cases/notices/takeDue.ts';
import { recordStatus } from '../../../cases/notices/recordStatus.ts';
import { tellByOtherMeans, undeliveredNotices } from '../../../cases/notices/undelivered.ts';
import { seal } from '../../../cases/record/seal.ts';
import { openForm } from '../../../cases/signature-issuance/readRequest.ts';
import { openChannels } from '../../support/channels.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';
import { until } from '../../support/stack.ts';

const APPLICANT = 'imogen@example.com';

describe('notices by SMS, and what comes back', () => {
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
  afterEach(async () => {
    await channels.tellMail({});
    await channels.tellProvider({});
  });

  const waitOver = () =>
    test.owner.run(`UPDATE notice SET next_attempt_at = machine_now() WHERE state IN ('due', 'sent')`);
  const stateOf = async (caseNumber: string, channel: string) =>
    (
      await test.owner.one<{ state: string }>(`SELECT state FROM notice WHERE case_number = $1 AND channel = $2`, [
        caseNumber,
        channel,
      ])
    ).state;
  const becomes = (caseNumber: string, channel: string, state: string) =>
    until(`${channel} ${state}`, async () => (await stateOf(caseNumber, channel)) === state);
  const attempts = async (caseNumber: string) =>
    (
      await test.owner.many<{ result: string }>(
        `SELECT a.result FROM notice_attempt a JOIN notice ON id = notice_id
          WHERE case_number = $1 AND channel = 'sms' ORDER BY a.n`,
        [caseNumber],
      )
    ).map(({ result }) => result);
  const told = async (caseNumber: string, what: string) =>
    (await test.evidence(caseNumber)).filter((entry) => entry.what === what).length;
  const listed = async (caseNumber: string) =>
    (await undeliveredNotices(test.record)).filter((one) => one.caseNumber === caseNumber);
  const providerId = async (caseNumber: string) =>
    (
      await test.owner.one<{ id: string }>(
        `SELECT provider_id AS id FROM notice WHERE case_number = $1 AND channel = 'sms'`,
        [caseNumber],
      )
    ).id;

  it('R1598/2.6, R1598/2.9: who gave a mobile number is told by SMS too: number of the case, link, no name, no code', async () => {
    const { caseNumber, trackingCode } = await test.register();
    await channels.deliver();
    // A word that came before the sending was recorded is not believed, and is asked for.
    await waitOver();
    await channels.ask();
    await becomes(caseNumber, 'sms', 'delivered');
    const [message, ...others] = await channels.sent(caseNumber);
    assert.deepEqual(others, []);
    assert.match(
      message?.body ?? '',
      /^\[Rehearsal\] \S+: application registered\. https:\/\/portal\.gov\.test\/en\/case #[0-9A-F]{6}$/,
    );
    assert.ok(!message?.body.includes(trackingCode));
    assert.equal(await told(caseNumber, 'notice-delivered'), 1);
    const { wiped } = await test.owner.one<{ wiped: boolean }>(
      `SELECT bool_and(sealed_facts IS NULL) AS wiped FROM notice WHERE case_number = $1`,
      [caseNumber],
    );
    assert.equal(wiped, true);
    assert.ok(!JSON.stringify(await test.evidence(caseNumber)).includes(message?.to ?? ''));
  });

  it('a provider that sends and never answers is asked for its list, and the message goes once', async () => {
    await channels.tellProvider({ answer: 'hang' });
    const { caseNumber } = await test.register();
    await channels.deliverInHaste();
    assert.deepEqual(await attempts(caseNumber), ['timed-out']);
    await channels.tellProvider({ list: '500' });
    await waitOver();
    await channels.deliver();
    assert.equal((await channels.sent(caseNumber)).length, 1, 'while the list cannot be asked nothing is sent');
    await channels.tellProvider({});
    await waitOver();
    await channels.deliver();
    assert.deepEqual(await attempts(caseNumber), ['timed-out', 'unreadable', 'found-sent']);
    assert.equal((await channels.sent(caseNumber)).length, 1);
    await waitOver();
    await channels.ask();
    assert.equal(await stateOf(caseNumber, 'sms'), 'delivered', 'its callback came too early and is asked for');
  });

  it('an attempt cut off by a crash before anything was sent goes again, once', async () => {
    const { caseNumber } = await test.register();
    await takeDueNotices(test.record, 'sms');
    await waitOver();
    await channels.deliver();
    assert.deepEqual(await attempts(caseNumber), ['unknown', 'accepted']);
    assert.equal((await channels.sent(caseNumber)).length, 1);
  });

  it('a provider that cannot take it now is tried again; one that refuses it for good has failed it', async () => {
    await channels.tellProvider({ answer: '429' });
    const { caseNumber } = await test.register();
    await channels.deliver();
    await channels.tellProvider({ answer: '500' });
    await waitOver();
    await channels.deliver();
    assert.equal(await stateOf(caseNumber, 'sms'), 'due');
    await channels.tellProvider({ answer: 'refuse' });
    await waitOver();
    await channels.deliver();
    assert.equal(await stateOf(caseNumber, 'sms'), 'failed');
    assert.deepEqual(await attempts(caseNumber), ['unreachable', 'unreadable', 'rejected']);
    assert.equal(await told(caseNumber, 'notice-failed'), 1);
    assert.deepEqual(await listed(caseNumber), [], 'the e-mail was taken, and that is enough');
  });

  it('a mobile number mended away while a message is due: it fails at once, and the e-mail is enough, or the operator is told', async () => {
    for (const mailFails of [false, true]) {
      const { caseNumber } = await test.register();
      const row = await test.owner.one<{ sealed_key: Buffer; sealed_form: Buffer }>(
        `SELECT sealed_key, sealed_form FROM "case" WHERE number = $1`,
        [caseNumber],
      );
      const form = openForm(test.record, row);
      delete form.application.applicant?.phones?.mobile;
      const sealed = seal(test.record.seal.openKey(row.sealed_key), JSON.stringify(form));
      await test.owner.run(`UPDATE "case" SET sealed_form = $2, has_mobile = false WHERE number = $1`, [
        caseNumber,
        sealed,
      ]);
      if (mailFails) await channels.tellMail({ reject: [APPLICANT] });
      await channels.deliver();
      assert.equal(await stateOf(caseNumber, 'sms'), 'failed');
      assert.deepEqual(await attempts(caseNumber), ['rejected']);
      assert.equal(await told(caseNumber, 'notice-failed'), 1);
      assert.equal((await channels.sent(caseNumber)).length, 0);
      assert.equal((await listed(caseNumber)).length, mailFails ? 1 : 0);
    }
  });

  it('words that come twice and out of order change nothing: delivered stays delivered', async () => {
    for (const callbacks of ['twice', 'out-of-order']) {
      await channels.tellProvider({ callbacks });
      const { caseNumber } = await test.register();
      await channels.deliverThenHear();
      await becomes(caseNumber, 'sms', 'delivered');
      const id = await providerId(caseNumber);
      const late = await recordStatus(test.record, { providerId: id, status: 'failed', doneAt: null, how: 'callback' });
      assert.deepEqual(late, { kind: 'known-already' });
      assert.equal(await stateOf(caseNumber, 'sms'), 'delivered');
      assert.equal(await told(caseNumber, 'notice-delivered'), 1);
    }
  });

  it('a forged word is not believed; what the provider keeps to itself is asked for', async () => {
    await channels.tellProvider({ callbacks: 'forged', outcome: 'undelivered' });
    const { caseNumber } = await test.register();
    await channels.deliver();
    const params = {
      AccountSid: channels.account,
      MessageSid: await providerId(caseNumber),
      MessageStatus: 'delivered',
    };
    const word = async (signature: string | null, body: Record<string, string> = params) =>
      (
        await fetch(channels.statusUrl, {
          method: 'POST',
          headers: signature === null ? {} : { 'X-Twilio-Signature': signature },
          body: new URLSearchParams(body),
        })
      ).status;
    const signed = (of: Record<string, string>) =>
      twilio.getExpectedTwilioSignature(channels.token, channels.statusUrl, of);
    assert.equal(await word(null), 403);
    assert.equal(await word(twilio.getExpectedTwilioSignature('another', channels.statusUrl, params)), 403);
    assert.equal(await word(signed(params), { ...params, MessageStatus: 'failed' }), 403, 'another status than signed');
    const other = { ...params, AccountSid: `AC${'9'.repeat(32)}` };
    assert.equal(await word(signed(other), other), 400, "somebody else's account");
    assert.equal(await stateOf(caseNumber, 'sms'), 'sent');
    const unknown = { ...params, MessageSid: `SM${'9'.repeat(32)}` };
    assert.equal(await word(signed(unknown), unknown), 404);
    await test.owner.run(`UPDATE notice SET sent_at = sent_at - interval '4 days' WHERE case_number = $1`, [
      caseNumber,
    ]);
    assert.equal(await word(signed(params)), 409, 'days after it was sent');
    await test.owner.run(`UPDATE notice SET sent_at = sent_at + interval '5 days' WHERE case_number = $1`, [
      caseNumber,
    ]);
    assert.equal(await word(signed(params)), 409, 'before it was sent');
    await test.owner.run(`UPDATE notice SET sent_at = machine_now() WHERE case_number = $1`, [caseNumber]);
    await waitOver();
    await channels.ask();
    assert.equal(await stateOf(caseNumber, 'sms'), 'failed');
  });

  it('a message of which no word comes in its days counts as failed', async () => {
    await channels.tellProvider({ outcome: 'on-its-way' });
    const { caseNumber } = await test.register();
    await channels.deliver();
    await waitOver();
    await channels.ask();
    assert.equal(await stateOf(caseNumber, 'sms'), 'sent');
    await test.owner.run(`UPDATE notice SET sent_at = sent_at - interval '4 days' WHERE case_number = $1`, [
      caseNumber,
    ]);
    await waitOver();
    await channels.ask();
    assert.equal(await stateOf(caseNumber, 'sms'), 'failed');
  });

  it('what no channel carries lies at the operator’s desk until somebody is told by other means', async () => {
    await channels.tellMail({ reject: [APPLICANT] });
    await channels.tellProvider({ outcome: 'undelivered' });
    const { caseNumber } = await test.register();
    await channels.deliverThenHear();
    await becomes(caseNumber, 'sms', 'failed');
    const [event, ...others] = await listed(caseNumber);
    assert.deepEqual(others, []);
    assert.deepEqual(event?.channels, [
      { channel: 'email', state: 'bounced', attempts: 1 },
      { channel: 'sms', state: 'failed', attempts: 1 },
    ]);
    const actor = { capacity: 'operator', id: 'desk' } as const;
    const tell = (which: string) => {
      const request = { route: 'test', caller: 'desk', key: randomUUID(), body: which };
      return tellByOtherMeans(test.record, actor, { caseNumber, event: which, document: 'Akt 5' }, request);
    };
    assert.equal((await tell(randomUUID()))?.kind, 'refused');
    assert.equal((await tell(event?.event ?? ''))?.kind, 'resolved');
    assert.deepEqual(await listed(caseNumber), []);
    assert.equal((await tell(event?.event ?? ''))?.kind, 'refused');
    assert.equal(await told(caseNumber, 'deed-refused'), 2);
  });

  it('what arrives after all leaves the list', async () => {
    await channels.tellMail({ reject: [APPLICANT] });
    await channels.tellProvider({ outcome: 'undelivered' });
    const { caseNumber } = await test.register();
    await channels.deliver();
    await until(
      'on the list',
      async () => (await waitOver(), await channels.ask(), (await listed(caseNumber)).length === 1),
    );
    const id = await providerId(caseNumber);
    await recordStatus(test.record, { providerId: id, status: 'delivered', doneAt: null, how: 'callback' });
    assert.deepEqual(await listed(caseNumber), []);
    assert.equal(await stateOf(caseNumber, 'sms'), 'delivered');
  });

  it('a letter that was taken and comes back is a bounce: told by SMS it is enough, else it is listed', async () => {
    for (const outcome of ['deliver', 'fail']) {
      await channels.tellMail({ returns: [APPLICANT] });
      await channels.tellProvider({ outcome });
      const { caseNumber } = await test.register();
      await channels.deliverThenHear();
      await becomes(caseNumber, 'email', 'bounced');
      await becomes(caseNumber, 'sms', outcome === 'deliver' ? 'delivered' : 'failed');
      const [letter] = await channels.letters(caseNumber);
      assert.match(letter?.from ?? '', /^bounce\+[0-9a-f-]{36}@mohlet\.invalid$/);
      assert.equal((await listed(caseNumber)).length, outcome === 'deliver' ? 0 : 1);
      const [bounced] = (await test.evidence(caseNumber)).filter(({ what }) => what === 'notice-bounced');
      assert.equal(bounced?.facts?.['returned'], '5.1.1');
    }
  });

  it('a delay, an answer of a person and a report to nobody are no bounce', async () => {
    await channels.tellMail({ returns: [APPLICANT], returnStatus: '4.4.1' });
    const { caseNumber } = await test.register();
    await channels.deliver();
    await until('the delay was read', () => Promise.resolve(channels.droppedReturns() === 1));
    const { id } = await test.owner.one<{ id: string }>(
      `SELECT id FROM notice WHERE case_number = $1 AND channel = 'email'`,
      [caseNumber],
    );
    const post = async (from: string, to: string, raw: string) => {
      const door = createTransport({ host: '127.0.0.1', port: channels.returnsPort, ignoreTLS: true });
      const taken = await door.sendMail({ envelope: { from, to: [to] }, raw }).then(
        () => true,
        () => false,
      );
      door.close();
      return taken;
    };
    const ours = `bounce+${id}@mohlet.invalid`;
    const answer = 'Subject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\nStatus: 5.1.1\r\nAction: failed\r\n';
    assert.equal(await post('', ours, answer), true);
    assert.equal(await post('somebody@example.com', ours, answer), false, 'a sender of its own');
    assert.equal(await post('', `bounce+${id}@elsewhere.invalid`, answer), false);
    assert.equal(await post('', 'postmaster@mohlet.invalid', answer), false);
    assert.equal(channels.droppedReturns(), 2);
    assert.equal(await stateOf(caseNumber, 'email'), 'accepted');
  });
});

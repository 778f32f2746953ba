import assert from 'node:assert/strict';
import { after, before, describe, it, test } from 'node:test';
import { notices } from '../../prove/notices.ts';
import { checkNotices } from '../../prove/notices/check.ts';
import type { Journals } from '../../prove/notices/journals.ts';
import type { Person } from '../../prove/notices/plan.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';

test('R1598/2.6, R1598/2.9: two dozen people are told once by each channel, whatever fails and whoever is killed', async () => {
  const outcome = await notices({ count: 24, seed: 1598, say: () => undefined });
  assert.deepEqual(outcome.failures, []);
  assert.equal(outcome.n, 24);
  assert.equal(outcome.killed.length, 4);
  assert.ok(outcome.listed > 0, 'some could be told by no channel');
});

describe('the check of the proof', () => {
  let record: TestRecord;
  before(async () => {
    record = await openTestRecord();
  });
  after(() => record.stop());

  const person: Person = {
    mail: 'returned',
    text: { name: 'failed', arrives: false, first: {}, last: {} },
    email: 'returned-1@example.com',
    mobile: '+447400100001',
  };

  it('finds nothing where all is as it must be, and names each thing that is not', async () => {
    const { caseNumber } = await record.register();
    const ends = (email: string, sms: string) =>
      record.owner.run(
        `UPDATE notice SET state = CASE channel WHEN 'email' THEN $2 ELSE $3 END,
                provider_id = CASE channel WHEN 'sms' THEN 'SM1' END WHERE case_number = $1`,
        [caseNumber, email, sms],
      );
    await ends('bounced', 'failed');
    const { id, event } = await record.owner.one<{ id: string; event: string }>(
      `SELECT id, event_id AS event FROM notice WHERE case_number = $1 AND channel = 'email'`,
      [caseNumber],
    );
    const letter = { notice: id, to: person.email };
    const text = { sid: 'SM1', to: person.mobile, body: 'x' };
    const whats = async (journals: Journals) =>
      (await checkNotices(record.owner, journals, new Map([[caseNumber, person]]))).failures.map(({ what }) =>
        what.replace(/ \(.*$/, ''),
      );
    const journals = { letters: [letter], texts: [text] };
    assert.deepEqual(await whats(journals), ["on the operator's list 0 times"]);
    await record.owner.run(
      `INSERT INTO incident (id, case_number, kind, holder, opened_at)
       VALUES (gen_random_uuid(), $1, 'notice-undelivered', $2, legal_now())`,
      [caseNumber, event],
    );
    assert.deepEqual(await whats(journals), []);
    assert.deepEqual(await whats({ ...journals, texts: [text, { ...text, sid: 'SM2' }] }), [
      '2 text messages were sent, wanted 1',
    ]);
    assert.deepEqual(await whats({ ...journals, letters: [letter, letter] }), [
      'the letter came 2 times, of which 0 attempts were cut short',
    ]);
    assert.deepEqual(await whats({ ...journals, letters: [{ ...letter, to: 'another@example.com' }] }), [
      'a letter goes to its own reader',
    ]);
    await ends('accepted', 'delivered');
    assert.deepEqual(await whats(journals), ['the letter ended as accepted', 'the text message ended as delivered']);
  });
});

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import twilio from 'twilio';
import { recordReturn } from '../../cases/notices/recordReturn.ts';
import { newKey, openApi, type Problem, type TestApi, TEXT_PROVIDER } from './openApi.ts';

describe('the operator’s list of events that reached nobody', () => {
  let api: TestApi;
  before(async () => {
    api = await openApi();
  });
  after(() => api.stop());

  it('R1598/2.6: what came back on every channel is listed until the operator names the document by which he told it', async () => {
    const { caseNumber } = await api.register();
    const sid = `SM${'3'.repeat(32)}`;
    await api.owner.run(
      `UPDATE notice SET attempts = 1, sent_at = machine_now(), state = CASE channel WHEN 'sms' THEN 'sent' ELSE 'accepted' END,
              provider_id = CASE channel WHEN 'sms' THEN $2 END
        WHERE case_number = $1`,
      [caseNumber, sid],
    );
    const { id } = await api.owner.one<{ id: string }>(
      `SELECT id FROM notice WHERE case_number = $1 AND channel = 'email'`,
      [caseNumber],
    );
    assert.deepEqual(await recordReturn(api.record, id, '5.1.1'), { kind: 'bounced' });
    assert.deepEqual(await recordReturn(api.record, id, '5.1.1'), { kind: 'known-already' });
    const operator = await api.token('operator');
    const list = async () =>
      (await api.http.get('/api/v1/notices/undelivered').set('Authorization', `Bearer ${operator}`).expect(200))
        .body as { notices: { event: string; caseNumber: string }[] };
    assert.deepEqual(await list(), { notices: [] }, 'the text message is under way');

    const fields = { AccountSid: TEXT_PROVIDER.account, MessageSid: sid, MessageStatus: 'undelivered' };
    const word = (signature: string) =>
      api.http.post('/api/v1/text-messages/status').type('form').set('X-Twilio-Signature', signature).send(fields);
    await word('AAAA').expect(403);
    await word(twilio.getExpectedTwilioSignature(TEXT_PROVIDER.token, TEXT_PROVIDER.url, fields)).expect(204);
    const [event] = (await list()).notices;
    assert.equal(event?.caseNumber, caseNumber);

    const tell = (body: object, key = newKey()) =>
      api.post('/api/v1/notices/undelivered', body, key).set('Authorization', `Bearer ${operator}`);
    const right = {
      caseNumber,
      event: event?.event ?? '',
      resolution: 'told-by-other-means',
      document: 'Akt № 5/2026 (Bakı)',
    };
    await tell({ ...right, document: '<script>' }).expect(400);
    await tell({ ...right, caseNumber: 'QR-2026-999999' }).expect(404);
    const refused = (await tell({ ...right, event: randomUUID() }).expect(409)).body as Problem;
    assert.match(refused.detail, /not on the list/);
    const key = newKey();
    await tell(right, key).expect(200, { kind: 'resolved' });
    await tell(right, key).expect(200, { kind: 'resolved' });
    assert.deepEqual(await list(), { notices: [] });
    await tell(right).expect(409);
    const said = (await api.evidence(caseNumber)).filter(({ what }) => what === 'incident-resolved');
    assert.deepEqual(
      said.map(({ facts }) => facts?.['document']),
      [right.document],
    );
  });

  it('an auditor and nobody at all see no list', async () => {
    await api.http.get('/api/v1/notices/undelivered').expect(401);
    const auditor = await api.token('auditor');
    await api.http.get('/api/v1/notices/undelivered').set('Authorization', `Bearer ${auditor}`).expect(403);
  });
});

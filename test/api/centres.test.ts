import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { askCentre } from '../../cases/centre/askCentre.ts';
import { issueVirtualFin } from '../../cases/signature-issuance/issueVirtualFin.ts';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { openListener, type TestListener } from './openListener.ts';

const SCAN = Buffer.from('bytes of a scan');

describe('the listener for the Centres', () => {
  let test: TestListener;
  let caseNumber: string;
  let document: string;
  let answers: string;
  before(async () => {
    test = await openListener();
    ({ caseNumber, document } = await test.registerWith(SCAN));
    await test.deliver(caseNumber);
    for (const agency of AGENCIES) await test.opine(caseNumber, agency, { kind: 'nothing-against' });
    await issueVirtualFin(test.record, caseNumber, { fin: 'X12345K', source: 'drawn' });
    await askCentre(test.record, caseNumber);
    const sql = `SELECT message_id FROM centre_request WHERE case_number = $1`;
    ({ message_id: answers } = await test.owner.one<{ message_id: string }>(sql, [caseNumber]));
  });
  after(() => test.stop());

  const say = (body: unknown, more: object = {}) =>
    test.send({ by: 'e-imza', caseNumber, service: 'centre-answers', body: JSON.stringify(body), ...more });
  const deficiency = () => ({ kind: 'deficiency', answers, items: [{ item: 'photograph', reason: 'unreadable' }] });

  it('R1598/2.8-route: gives a document to the Centre it was sent to, to the agencies as before, and to no other', async () => {
    const fetched = await test.send({ by: 'e-imza', caseNumber, document });
    assert.deepEqual([fetched.status, fetched.bytes], [200, SCAN]);
    assert.equal((await test.send({ by: 'asan', caseNumber, document })).status, 404);
    assert.equal((await test.send({ by: 'state-security', caseNumber, document })).status, 200);
    assert.equal((await test.send({ by: 'self-made', as: ['e-imza'], caseNumber, document })).status, 403);
    const reads = await test.owner.many(`SELECT 1 FROM evidence WHERE chain LIKE 'read:centre:e-imza:%'`);
    assert.equal(reads.length, 1);
  });

  it('R1598/2.9: refuses who is not the Centre, what nobody can read, and what comes too late; a repeat gets its answer', async () => {
    assert.equal((await say(deficiency(), { by: null, as: ['e-imza'] })).status, 401);
    assert.equal((await say(deficiency(), { by: 'asan', as: ['e-imza'] })).status, 403);
    assert.equal((await say(deficiency(), { by: 'state-security' })).status, 403);
    assert.equal(
      (await say(deficiency(), { by: 'asan' })).status,
      404,
      "another Centre's case is as one that is not there",
    );
    assert.equal((await say(deficiency(), { caseNumber: 'QR-2026-999999' })).status, 404);
    assert.equal((await say({ kind: 'maybe' })).status, 422);

    const messageId = randomUUID();
    const taken = await say(deficiency(), { messageId });
    assert.equal(taken.status, 200);
    assert.deepEqual((await say(deficiency(), { messageId })).json, taken.json);
    const late = await say({ kind: 'refusal', answers });
    assert.equal(late.status, 409);
    assert.equal((late.json as { reason: string }).reason, 'answered-already');
    const logged = test.lines.join('\n');
    assert.ok(logged.includes(caseNumber) && !logged.includes('photograph'));
  });
});

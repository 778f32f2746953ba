import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { openListener, type TestListener } from './openListener.ts';

describe('the listener for the agencies, over TLS', () => {
  let test: TestListener;
  before(async () => {
    test = await openListener();
  });
  after(() => test.stop());

  /** A case whose four terms run from Monday 16 March 2026, 09:00 to Thursday 19 March, 24:00. */
  const running = async () => {
    const { caseNumber } = await test.register();
    await test.deliver(caseNumber);
    return caseNumber;
  };
  const refused = async () => {
    const rows = await test.owner.many<{ body: string }>(
      `SELECT body FROM evidence WHERE chain LIKE 'refused:%' ORDER BY chain, seq`,
    );
    return rows.map(({ body }) => JSON.parse(body) as { what: string; facts: Record<string, string | null> });
  };
  const stands = (caseNumber: string) =>
    test.owner.one<{ stage: string; opinions: number }>(
      `SELECT stage, (SELECT count(*)::integer FROM opinion WHERE case_number = number) AS opinions
         FROM "case" WHERE number = $1`,
      [caseNumber],
    );

  it('R1598/2.8: whoever cannot be believed is refused, has no effect and stands in the evidence', async () => {
    const caseNumber = await running();
    const strangers = [
      { why: 'no-certificate', by: null, status: 401 },
      { why: 'unknown-certificate', by: 'self-made', status: 403 },
      { why: 'another-member', by: 'state-security', as: ['foreign-affairs'], status: 403 },
      { why: 'two-clients', by: 'state-security', as: ['state-security', 'foreign-affairs'], status: 400 },
      { why: 'two-clients', by: 'state-security', as: ['state-security', 'state-security'], status: 400 },
      { why: 'no-client', by: 'state-security', as: [], status: 400 },
    ] as const;
    for (const { why, by, status, ...sent } of strangers) {
      const messageId = randomUUID();
      const body = '{"kind":"negative"}';
      const answer = await test.send({ by, as: ['state-security'], ...sent, caseNumber, messageId, body });
      assert.equal(answer.status, status, why);
      const last = (await refused()).at(-1);
      assert.equal(last?.what, 'message-refused');
      assert.deepEqual(last?.facts, { why, certificate: test.fingerprint(by), messageId, caseNumber });
    }
    assert.deepEqual(await stands(caseNumber), { stage: 'opinions', opinions: 0 });
    assert.equal((await refused()).length, strangers.length);
  });

  it('R1598/2.8: a repeat of a message is harmless and gets the first answer', async () => {
    const caseNumber = await running();
    const message = { by: 'state-security', caseNumber, messageId: randomUUID(), body: '{"kind":"negative"}' } as const;
    const first = await test.send(message);
    const again = await test.send(message);
    assert.equal(first.status, 200);
    assert.equal((first.json as { kind: string }).kind, 'ended-the-case');
    assert.deepEqual([again.status, again.json], [first.status, first.json]);
    const changed = await test.send({ ...message, body: '{"kind":"nothing-against"}' });
    assert.equal((changed.json as { kind: string }).kind, 'after-decision', 'other content is another message');
    assert.deepEqual(await stands(caseNumber), { stage: 'ended', opinions: 2 });
  });

  it('R1598/2.8: what cannot be read in time is an incident, not silence: garbled, packed oddly or too large', async () => {
    const bodies = [
      { body: Buffer.from([0xff, 0xfe, 0x00]) },
      { body: '{"kind":"nothing-against","but":"no"}' },
      { body: '{"kind":"negative"}', headers: { 'Content-Encoding': 'pigeon' } },
      { body: 'not zipped', headers: { 'Content-Encoding': 'gzip' } },
      { body: JSON.stringify({ kind: 'negative', grounds: 'x'.repeat(400_000) }) },
    ];
    for (const message of bodies) {
      const caseNumber = await running();
      const answer = await test.send({ by: 'foreign-affairs', caseNumber, messageId: randomUUID(), ...message });
      assert.equal(answer.status, 422, String(message.body).slice(0, 30));
      assert.equal((answer.json as { kind: string }).kind, 'incident');
      const incidents = await test.owner.many(`SELECT kind, holder FROM incident WHERE case_number = $1`, [caseNumber]);
      assert.deepEqual(incidents, [{ kind: 'unreadable-opinion', holder: 'foreign-affairs' }]);
    }
  });

  it('R1598/2.8: a late one is answered with both instants and changes nothing', async () => {
    const caseNumber = await running();
    await test.freeze('2026-03-20T00:00:00+04:00');
    const answer = await test.send({
      by: 'foreign-affairs',
      caseNumber,
      messageId: randomUUID(),
      body: '{"kind":"negative"}',
    });
    await test.freeze('2026-03-16T09:00:00+04:00');
    assert.equal(answer.status, 409);
    const end = new Date('2026-03-20T00:00:00+04:00').toISOString();
    assert.deepEqual(answer.json, { kind: 'late', clause: 'R1598/2.8', receivedAt: end, termEndsAt: end });
    assert.equal((await stands(caseNumber)).stage, 'opinions');
  });

  it('R1598/2.8: an opinion about no case of ours is refused and stands in the evidence', async () => {
    const messageId = randomUUID();
    const answer = await test.send({
      by: 'foreign-affairs',
      caseNumber: 'QR-2026-999999',
      messageId,
      body: '{"kind":"negative"}',
    });
    assert.equal(answer.status, 404);
    const last = (await refused()).at(-1);
    assert.deepEqual([last?.facts['why'], last?.facts['messageId']], ['unknown-case', messageId]);
  });

  it('R1598/2.7: an agency fetches the documents of its case, opened; every read stands in the evidence', async () => {
    const bytes = Buffer.from('what the applicant uploaded');
    const mine = await test.registerWith(bytes);
    const foreign = await test.registerWith(Buffer.from('of another person'));
    const fetched = await test.send({ by: 'internal-affairs', document: mine.document, caseNumber: mine.caseNumber });
    assert.equal(fetched.status, 200);
    assert.equal(fetched.type, 'image/jpeg');
    assert.deepEqual(fetched.bytes, bytes);
    const { stored_sha256: told } = await test.owner.one<{ stored_sha256: string }>(
      `SELECT stored_sha256 FROM upload WHERE id = $1`,
      [mine.document],
    );
    assert.equal(createHash('sha256').update(fetched.bytes).digest('hex'), told);

    const unknown = [randomUUID(), foreign.document, 'no-id', '%00'];
    const answers = [];
    for (const document of unknown)
      answers.push(await test.send({ by: 'internal-affairs', document, caseNumber: mine.caseNumber }));
    for (const { status, json } of answers) {
      assert.equal(status, 404);
      assert.equal((json as { type: string }).type, (answers[0]?.json as { type: string }).type);
    }
    assert.equal((await test.send({ by: null, document: mine.document, caseNumber: mine.caseNumber })).status, 401);
    const reads = await test.owner.many<{ body: string }>(
      `SELECT body FROM evidence WHERE chain LIKE 'read:internal-affairs:%' ORDER BY seq`,
    );
    const whats = reads.map(({ body }) => (JSON.parse(body) as { what: string }).what);
    assert.deepEqual(whats, ['read-document', ...unknown.map(() => 'read-unknown-document')]);
  });

  it('the log holds no body of a message', () => {
    assert.ok(test.lines.length > 5);
    assert.ok(!test.lines.join('\n').includes('grounds'));
  });
});

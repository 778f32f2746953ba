import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import twilio from 'twilio';
import { textMessages } from '../../../adapters/text-messages/client.ts';
import { textStatusReader } from '../../../adapters/text-messages/receive.ts';
import { startTextSimulator, type TextSimulator } from '../../../adapters/text-messages/simulator.ts';

const ACCOUNT = `AC${'a'.repeat(32)}`;
const TOKEN = 'token-of-a-test';
const STATUS_URL = 'https://portal.gov.test/api/v1/text-messages/status';
const LONG_AGO = '2026-01-01T00:00:00.000Z';

describe('the client of the provider of text messages', () => {
  let provider: TextSimulator;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mohlet-texts-'));
    provider = await startTextSimulator(simulator());
  });
  after(async () => {
    await provider.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const simulator = () => ({ port: 0, account: ACCOUNT, token: TOKEN, journalFile: join(folder, 'journal.jsonl') });
  const client = (change: { url?: string; token?: string; timeoutMs?: number } = {}) =>
    textMessages({
      url: provider.url,
      account: ACCOUNT,
      token: TOKEN,
      from: '+15005550006',
      statusUrl: 'http://127.0.0.1:9/status',
      timeoutMs: 60_000,
      ...change,
    });
  const tell = (how: object) =>
    fetch(`${provider.url}/control/text-messages`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(how),
    });

  it('what was sent is found by number and text, on whichever page it stands, and has a status', async () => {
    const to = '+447700900001';
    const taken = await client().send({ to, body: 'the first' });
    assert.equal(taken.kind, 'taken');
    for (let n = 0; n < 120; n += 1) await client().send({ to, body: `another ${n}` });
    const found = await client().find({ to, body: 'the first', since: LONG_AGO });
    assert.equal(found.kind, 'found');
    assert.ok(found.kind === 'found' && taken.kind === 'taken' && found.providerId === taken.providerId);
    assert.deepEqual(await client().find({ to, body: 'never sent', since: LONG_AGO }), { kind: 'none' });
    assert.deepEqual(await client().find({ to: '+447700900002', body: 'the first', since: LONG_AGO }), {
      kind: 'none',
    });
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    assert.deepEqual(await client().find({ to, body: 'the first', since: tomorrow }), { kind: 'none' });
    assert.deepEqual(await client().statusOf(found.providerId), { kind: 'known', status: 'delivered' });
    assert.deepEqual(await client().statusOf(`SM${'0'.repeat(32)}`), { kind: 'none' });
  });

  it('what was taken is still known after the provider has started anew', async () => {
    const to = '+447700900003';
    await tell({ outcome: 'undelivered' });
    const taken = await client().send({ to, body: 'kept' });
    await provider.stop();
    provider = await startTextSimulator(simulator());
    assert.ok(taken.kind === 'taken');
    assert.deepEqual(await client().statusOf(taken.providerId), { kind: 'known', status: 'failed' });
  });

  it('each way to fail has its own word, and a connection that was cut is no proof that nothing was taken', async () => {
    const message = { to: '+447700900004', body: 'x' };
    const failure = async (of: ReturnType<typeof client>) => {
      const answer = await of.send(message);
      return answer.kind === 'failed' ? answer.failure : answer.kind;
    };
    assert.equal(await failure(client({ token: 'wrong' })), 'unreachable');
    for (const [answer, word] of [
      ['refuse', 'rejected'],
      ['429', 'unreachable'],
      ['500', 'unreadable'],
      ['hang', 'timed-out'],
    ] as const) {
      await tell({ answer });
      assert.equal(await failure(client(answer === 'hang' ? { timeoutMs: 500 } : {})), word, answer);
    }
    await tell({});
    const cutting = createServer((socket) => socket.once('data', () => socket.destroy())).listen(0, '127.0.0.1');
    await new Promise((resolve) => cutting.once('listening', resolve));
    const url = `http://127.0.0.1:${(cutting.address() as AddressInfo).port}`;
    assert.equal(await failure(client({ url })), 'timed-out');
    await new Promise((resolve) => cutting.close(resolve));
    assert.equal(await failure(client({ url })), 'unreachable');
  });
});

describe("the provider's later word", () => {
  const read = textStatusReader({ url: STATUS_URL, account: ACCOUNT, token: TOKEN });
  const fields = {
    AccountSid: ACCOUNT,
    MessageSid: `SM${'1'.repeat(32)}`,
    MessageStatus: 'delivered',
    RawDlrDoneDate: '2603161230',
  };
  const sign = (of: Record<string, string>) => twilio.getExpectedTwilioSignature(TOKEN, STATUS_URL, of);

  it('is read where it is signed over this address and these fields', () => {
    assert.deepEqual(read({ signature: sign(fields), fields }), {
      kind: 'status',
      providerId: fields.MessageSid,
      status: 'delivered',
      doneAt: '2026-03-16T12:30:00.000Z',
    });
    const unknown = { ...fields, MessageStatus: 'constructor' };
    assert.equal(read({ signature: sign(unknown), fields: unknown }).kind, 'unreadable');
    const elsewhere = twilio.getExpectedTwilioSignature(TOKEN, `${STATUS_URL}/`, fields);
    assert.equal(read({ signature: elsewhere, fields }).kind, 'forged');
  });

  it('is forged when one field is another, whichever it is, and never throws', () => {
    const signature = sign(fields);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(fields)), fc.string(), (name, value) => {
        fc.pre((fields as Record<string, string>)[name] !== value);
        assert.equal(read({ signature, fields: { ...fields, [name]: value } }).kind, 'forged');
      }),
    );
    fc.assert(
      fc.property(fc.option(fc.string(), { nil: undefined }), fc.dictionary(fc.string(), fc.string()), (given, any) => {
        assert.notEqual(read({ signature: given, fields: any }).kind, 'status');
      }),
    );
  });
});

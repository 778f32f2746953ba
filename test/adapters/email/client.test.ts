import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';
import { mailClient } from '../../../adapters/email/client.ts';
import type { MailServer } from '../../../adapters/email/client.ts';
import type { Letter } from '../../../adapters/ports.ts';

const letter: Letter = { messageId: 'n-1', to: 'ayla@example.org', subject: 'S', text: 'T', language: 'en' };
const SECRET = 'Ayla Planted, passport X0000000';

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

/** A server that answers each command by the first word's entry, or the entry `*`. */
async function scripted(script: Record<string, string>): Promise<number> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    if (script['greeting'] !== undefined) socket.write(script['greeting']);
    let isData = false;
    socket.on('data', (bytes) => {
      for (const line of bytes.toString().split('\r\n').filter(Boolean)) {
        if (isData && line !== '.') continue;
        const word = isData ? '.' : (line.split(/[ :]/)[0] ?? '').toUpperCase();
        const answer = script[word] ?? script['*'] ?? '250 ok\r\n';
        isData = word === 'DATA' && answer.startsWith('354');
        socket.write(answer);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return (server.address() as AddressInfo).port;
}

async function sendTo(port: number, change: Partial<MailServer> = {}, sent = letter) {
  const client = mailClient({ host: '127.0.0.1', port, secure: false, from: 'no-reply@mohlet.invalid', ...change });
  try {
    return await client.send(sent);
  } finally {
    client.close();
  }
}

const polite = { greeting: '220 hello\r\n', DATA: '354 go on\r\n', '.': '250 taken\r\n' };

const answers: [string, Record<string, string>, string][] = [
  ['550 at RCPT', { ...polite, RCPT: `550 5.1.1 ${SECRET}\r\n` }, 'rejected'],
  ['554 at DATA', { ...polite, DATA: `554 ${SECRET}\r\n` }, 'rejected'],
  ['552 after DATA', { ...polite, '.': `552 ${SECRET}\r\n` }, 'rejected'],
  ['450 at RCPT (come again)', { ...polite, RCPT: `450 ${SECRET}\r\n` }, 'unreachable'],
  ['451 after DATA', { ...polite, '.': `451 ${SECRET}\r\n` }, 'unreachable'],
  ['550 at MAIL, which speaks of us', { ...polite, MAIL: `550 ${SECRET}\r\n` }, 'unreachable'],
  ['554 as greeting', { greeting: `554 ${SECRET}\r\n` }, 'unreachable'],
  ['421 at RCPT', { ...polite, RCPT: `421 ${SECRET}\r\n` }, 'unreachable'],
  ['babble as greeting', { greeting: `${SECRET}\r\n` }, 'unreadable'],
  ['babble at RCPT', { ...polite, RCPT: `${SECRET}\r\n` }, 'unreadable'],
  ['babble after DATA', { ...polite, '.': `${SECRET}\r\n` }, 'unreadable'],
];
for (const [name, script, failure] of answers) {
  test(`${name} is ${failure}, and the server's words do not cross the port`, async () => {
    const outcome = await sendTo(await scripted(script));
    assert.deepEqual(outcome, { kind: 'failed', failure });
  });
}

test('no greeting, and no answer to the letter, are timed-out', async () => {
  assert.deepEqual(await sendTo(await scripted({}), { stepTimeoutMs: 100 }), { kind: 'failed', failure: 'timed-out' });
  await stop?.();
  const port = await scripted({ ...polite, '.': '' });
  assert.deepEqual(await sendTo(port, { stepTimeoutMs: 100 }), { kind: 'failed', failure: 'timed-out' });
});

test('a server that trickles its answer is given up after the time for the letter', async () => {
  const port = await scripted({ ...polite, RCPT: '250-not yet\r\n' });
  assert.deepEqual(await sendTo(port, { letterTimeoutMs: 150 }), { kind: 'failed', failure: 'timed-out' });
});

test('nobody listening, and a name that is none, are unreachable', async () => {
  const port = await scripted({});
  await stop?.();
  assert.deepEqual(await sendTo(port), { kind: 'failed', failure: 'unreachable' });
  assert.deepEqual(await sendTo(25, { host: 'mail.invalid' }), { kind: 'failed', failure: 'unreachable' });
});

test('a letter that would break a header is rejected and nothing reaches the server', async () => {
  let spoken = 0;
  const server = createServer(() => (spoken += 1)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  for (const change of [
    { to: 'a@b.example\r\nBcc: c@d.example' },
    { subject: 'a\nBcc: c@d.example' },
    { messageId: 'a>' },
  ]) {
    assert.deepEqual(await sendTo(port, {}, { ...letter, ...change }), { kind: 'failed', failure: 'rejected' });
  }
  assert.equal(spoken, 0);
  server.close();
  await once(server, 'close');
});

test('a closed client sends no more', async () => {
  const client = mailClient({
    host: '127.0.0.1',
    port: await scripted(polite),
    secure: false,
    from: 'a@mohlet.invalid',
  });
  client.close();
  assert.deepEqual(await client.send(letter), { kind: 'failed', failure: 'unreachable' });
});

async function tlsServer(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1,
    onAuth: (auth, _session, done) =>
      auth.username === 'mohlet' && auth.password === 'right' ? done(null, { user: 1 }) : done(new Error(SECRET)),
    onData: (stream, _session, done) => stream.on('end', () => done()).resume(),
    ...options,
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  stop = () => new Promise((resolve) => server.close(resolve));
  return (listening.address() as AddressInfo).port;
}

for (const secure of [true, false]) {
  test(`${secure ? 'TLS' : 'STARTTLS'}: the certificate is checked unless told not to, and sign-in is used`, async () => {
    const port = await tlsServer({ secure });
    const auth = { user: 'mohlet', pass: 'right' };
    const trusting = { secure, auth, tlsRejectUnauthorized: false };
    assert.deepEqual(await sendTo(port, { secure, auth }), { kind: 'failed', failure: 'unreachable' });
    assert.deepEqual(await sendTo(port, trusting), { kind: 'accepted' });
    const wrong = { ...trusting, auth: { ...auth, pass: 'wrong' } };
    assert.deepEqual(await sendTo(port, wrong), { kind: 'failed', failure: 'unreachable' });
  });
}

test('requireTls sends nothing to a server without STARTTLS', async () => {
  const port = await tlsServer({ disabledCommands: ['STARTTLS', 'AUTH'], authOptional: true });
  assert.deepEqual(await sendTo(port), { kind: 'accepted' });
  assert.deepEqual(await sendTo(port, { requireTls: true }), { kind: 'failed', failure: 'unreachable' });
});

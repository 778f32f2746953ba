import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { z } from 'zod';
import { mailClient } from '../../../adapters/email/client.ts';
import type { MailClient } from '../../../adapters/email/client.ts';
import { startMailSimulator } from '../../../adapters/email/simulator.ts';
import type { MailSimulator } from '../../../adapters/email/simulator.ts';
import type { Letter } from '../../../adapters/ports.ts';

const openedSchema = z.object({
  id: z.string(),
  messageId: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  language: z.string(),
  text: z.string(),
  headers: z.array(z.string()),
});

let folder: string;
let simulator: MailSimulator;
let client: MailClient;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mail-'));
});
beforeEach(async () => {
  simulator = await startMailSimulator({ smtpPort: 0, folder });
  client = clientOf(simulator);
});
afterEach(async () => {
  client.close();
  await simulator.stop();
});
after(() => rm(folder, { recursive: true }));

function clientOf(to: MailSimulator, letterTimeoutMs = 20_000): MailClient {
  const from = 'Mohlet <no-reply@mohlet.invalid>';
  return mailClient({ host: '127.0.0.1', port: to.smtpPort, secure: false, from, letterTimeoutMs });
}

let n = 0;
function letter(change: Partial<Letter> = {}): Letter {
  n += 1;
  return { messageId: `n-${n}`, to: `a${n}@example.org`, subject: 'Mövzu', text: 'Mətn\n', language: 'az', ...change };
}

async function control(body: object): Promise<number> {
  const init = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return (await fetch(`${simulator.httpUrl}/control/mail`, init)).status;
}

async function kept(to: string): Promise<z.infer<typeof openedSchema>[]> {
  const answer = await fetch(`${simulator.httpUrl}/dev/mail.json?to=${encodeURIComponent(to)}`);
  return z.array(openedSchema).parse(await answer.json());
}

test('R1598/2.6: a letter arrives as written, automatic (RFC 3834), in its language, under its Message-ID', async () => {
  const sent = letter({ subject: 'Ərizəniz qeydiyyata alındı: QR-1', text: 'Şəxsiyyət: ağ, çöl, ЁЖ\n.\n\nson\n' });
  assert.deepEqual(await client.send(sent), { kind: 'accepted' });
  const [message] = await kept(sent.to);
  assert.ok(message);
  assert.equal(message.subject, sent.subject);
  assert.equal(message.text.trimEnd(), sent.text.trimEnd());
  assert.equal(message.messageId, `<${sent.messageId}@mohlet.invalid>`);
  assert.equal(message.from, 'no-reply@mohlet.invalid');
  assert.deepEqual(message.to, [sent.to]);
  const headers = message.headers.join('\n');
  assert.match(headers, /^Auto-Submitted: auto-generated$/m);
  assert.match(headers, /^Content-Language: az$/m);
  assert.match(headers, /^Content-Type: text\/plain; charset=utf-8$/m);
  assert.doesNotMatch(headers, /^X-Mailer:|^Bcc:/im);
});

test('a repeat under the same Message-ID is kept twice', async () => {
  const sent = letter();
  await client.send(sent);
  await client.send(sent);
  assert.deepEqual(
    (await kept(sent.to)).map((message) => message.messageId),
    Array(2).fill(`<${sent.messageId}@mohlet.invalid>`),
  );
});

test('letters sent at once all arrive', async () => {
  const letters = Array.from({ length: 30 }, () => letter({ to: 'many@example.org' }));
  const outcomes = await Promise.all(letters.map((one) => client.send(one)));
  assert.ok(outcomes.every((outcome) => outcome.kind === 'accepted'));
  assert.equal(new Set((await kept('MANY@example.org')).map((message) => message.messageId)).size, 30);
});

test('a refused recipient is a bounce, and the connection serves the next letter', async () => {
  assert.equal(await control({ reject: ['*@bounce.example'] }), 200);
  const bounced = letter({ to: 'Nobody@Bounce.example' });
  assert.deepEqual(await client.send(bounced), { kind: 'failed', failure: 'rejected' });
  assert.deepEqual(await client.send(letter({ to: 'x@bounce.example.org' })), { kind: 'accepted' });
  assert.deepEqual(await kept(bounced.to), []);
  assert.match(await readFile(join(folder, 'journal.jsonl'), 'utf8'), /"what":"rejected","to":"Nobody@/i);
});

test('a server that is down is unreachable, also over a kept connection, and reached again when it is up', async () => {
  const sent = letter();
  await client.send(letter());
  await control({ down: true });
  assert.deepEqual(await client.send(sent), { kind: 'failed', failure: 'unreachable' });
  await control({});
  assert.deepEqual(await client.send(sent), { kind: 'accepted' });
  assert.equal((await kept(sent.to)).length, 1);
});

test('a server that cuts off before its answer is unreachable though it kept the letter; the repeat shows', async () => {
  const sent = letter();
  await control({ acceptThenDie: true });
  assert.deepEqual(await client.send(sent), { kind: 'failed', failure: 'unreachable' });
  assert.equal((await kept(sent.to)).length, 1);
  await control({});
  assert.deepEqual(await client.send(sent), { kind: 'accepted' });
  assert.equal((await kept(sent.to)).length, 2);
});

test('a slow server is timed-out for one in a hurry, who has sent nothing, and accepts from one who waits', async () => {
  await control({ slowMs: 300 });
  const hurried = clientOf(simulator, 50);
  const sent = letter();
  assert.deepEqual(await hurried.send(sent), { kind: 'failed', failure: 'timed-out' });
  hurried.close();
  assert.deepEqual(await client.send(sent), { kind: 'accepted' });
  assert.equal((await kept(sent.to)).length, 1);
});

test('what was kept outlives the server, a torn journal line too', async () => {
  const sent = letter();
  await client.send(sent);
  const [first] = await kept(sent.to);
  await simulator.stop();
  await appendFile(join(folder, 'journal.jsonl'), '{"what":"kept","id":"0');
  simulator = await startMailSimulator({ smtpPort: 0, folder });
  client.close();
  client = clientOf(simulator);
  assert.deepEqual(await kept(sent.to), [first]);
  await client.send(sent);
  await simulator.stop();
  simulator = await startMailSimulator({ smtpPort: 0, folder });
  const after = await kept(sent.to);
  assert.equal(after.length, 2);
  assert.equal(after[1]?.id, first?.id);
  assert.equal((await readdir(folder)).filter((name) => name.endsWith('.part')).length, 0);
});

test('the pages list newest first, filter by address, escape what came in, and run no script', async () => {
  const to = 'page@example.org';
  await client.send(letter({ to, subject: '<script>alert(1)</script>', text: '</pre><script>alert(2)</script>' }));
  await client.send(letter({ to, subject: 'newer' }));
  const list = await fetch(`${simulator.httpUrl}/dev/mail?to=${to}&language=ru`);
  const html = await list.text();
  assert.match(list.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  assert.match(html, /<html lang="ru">/);
  assert.ok(html.indexOf('newer') < html.indexOf('&lt;script&gt;alert(1)'));
  assert.doesNotMatch(html, /<script|a1@example\.org/);
  const [, oldest] = await kept(to);
  const page = await (await fetch(`${simulator.httpUrl}/dev/mail/${oldest?.id}`)).text();
  assert.match(page, /<html lang="az">/);
  assert.match(page, /&lt;\/pre&gt;&lt;script&gt;/);
  assert.doesNotMatch(page, /<script/);
  for (const id of ['999999', '..%2f..%2fetc%2fpasswd', 'journal.jsonl']) {
    assert.equal((await fetch(`${simulator.httpUrl}/dev/mail/${id}`)).status, 404);
  }
});

test('a control it does not know is refused and changes nothing', async () => {
  assert.equal(await control({ reject: ['*'], upsideDown: true }), 400);
  assert.equal(await control({ slowMs: -1 }), 400);
  assert.deepEqual(await client.send(letter()), { kind: 'accepted' });
});

test('a taken port is an error, and nothing is left listening', async () => {
  const httpPort = Number(new URL(simulator.httpUrl).port);
  await assert.rejects(startMailSimulator({ smtpPort: simulator.smtpPort, folder }), { code: 'EADDRINUSE' });
  await assert.rejects(startMailSimulator({ smtpPort: 0, httpPort, folder }), { code: 'EADDRINUSE' });
});

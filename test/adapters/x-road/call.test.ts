import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import test from 'node:test';
import type { TestContext } from 'node:test';
import { xRoadCall } from '../../../adapters/x-road/call.ts';
import type { XRoadCall } from '../../../adapters/x-road/call.ts';
import { AGENCY_SUBSYSTEMS, OUR_SUBSYSTEM } from '../../../adapters/x-road/members.ts';

const SECRET = 'Aygün Əliyeva C01234567';

async function serve(t: TestContext, listener: RequestListener): Promise<{ base: string; server: Server }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(async () => {
    server.closeAllConnections();
    if (server.listening) await once(server.close(), 'close');
  });
  return { base: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`, server };
}

const callTo = (base: string, more: Partial<XRoadCall> = {}): XRoadCall => ({
  base,
  service: { ...AGENCY_SUBSYSTEMS['internal-affairs'], service: 'opinion-requests' },
  client: OUR_SUBSYSTEM,
  messageId: 'm-1',
  issue: 'QR-2026-1',
  method: 'POST',
  body: { name: SECRET },
  timeoutMs: 60_000,
  ...more,
});

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'X-Road-Id': 'm-1', ...headers }).end(JSON.stringify(body));
};

test('a call carries the X-Road headers, its body, and nothing personal in the URL', async (t) => {
  const seen: { url: string | undefined; headers: IncomingMessage['headers']; body: string }[] = [];
  const { base } = await serve(t, (request, response) => {
    void text(request).then((body) => {
      seen.push({ url: request.url, headers: request.headers, body });
      json(response, 200, { ok: true });
    });
  });
  const answer = await xRoadCall(callTo(base, { userId: 'AZ-clerk', path: 'stop' }));
  assert.deepEqual(answer, { kind: 'answered', status: 200, body: { ok: true } });
  assert.equal(seen[0]?.url, '/r1/AZ/GOV/DIN/opinions/opinion-requests/stop');
  assert.equal(seen[0].headers['x-road-client'], 'AZ/GOV/MOHLET/e-non-resident');
  assert.equal(seen[0].headers['x-road-id'], 'm-1');
  assert.equal(seen[0].headers['x-road-issue'], 'QR-2026-1');
  assert.equal(seen[0].headers['x-road-userid'], 'AZ-clerk');
  assert.deepEqual(JSON.parse(seen[0].body), { name: SECRET });
});

type Case = [string, (request: IncomingMessage, response: ServerResponse) => void, object];
const failed = (failure: string): object => ({ kind: 'failed', failure });
const cases: Case[] = [
  [
    'an error of a security server on the way is "unreachable"',
    (_q, r) => {
      json(r, 500, { type: 'x', message: SECRET }, { 'X-Road-Error': 'Server.ServerProxy.NetworkError' });
    },
    failed('unreachable'),
  ],
  [
    'an error of a security server about our request is "rejected"',
    (_q, r) => {
      json(r, 400, { type: 'x', message: SECRET }, { 'X-Road-Error': 'Client.BadRequest' });
    },
    failed('rejected'),
  ],
  [
    'an access that the security server denies is "rejected"',
    (_q, r) => {
      json(r, 500, {}, { 'X-Road-Error': 'Server.ServerProxy.AccessDenied' });
    },
    failed('rejected'),
  ],
  [
    'a 200 that names another message is "unreadable"',
    (_q, r) => {
      json(r, 200, {}, { 'X-Road-Id': 'm-2' });
    },
    failed('unreadable'),
  ],
  [
    'a 200 that names no message is "unreadable"',
    (_q, r) => {
      r.end('{}');
    },
    failed('unreadable'),
  ],
  [
    'bytes that are no UTF-8 are "unreadable"',
    (_q, r) => {
      r.setHeader('X-Road-Id', 'm-1');
      r.end(Buffer.from([0x22, 0xff, 0x22]));
    },
    failed('unreadable'),
  ],
  [
    'an answer of 2 MiB is "unreadable"',
    (_q, r) => {
      json(r, 200, 'x'.repeat(2 ** 21));
    },
    failed('unreadable'),
  ],
  [
    'what is no HTTP is "unreadable"',
    (q) => {
      q.socket.end(`${SECRET}\r\n\r\n`);
    },
    failed('unreadable'),
  ],
  [
    'a connection hung up is "unreachable"',
    (q) => {
      q.socket.destroy();
    },
    failed('unreachable'),
  ],
  [
    'a redirect is not followed',
    (q, r) => {
      json(r, q.url === '/x' ? 200 : 307, null, { Location: '/x' });
    },
    { kind: 'answered', status: 307, body: null },
  ],
  [
    'a page of HTML with an error status has no body for us',
    (_q, r) => {
      r.writeHead(404).end(`<p>${SECRET}</p>`);
    },
    { kind: 'answered', status: 404, body: null },
  ],
];

for (const [title, listener, expected] of cases) {
  test(title, async (t) => {
    const { base } = await serve(t, listener);
    const outcome = await xRoadCall(callTo(base));
    assert.deepEqual(outcome, expected);
    assert.ok(!JSON.stringify(outcome).includes(SECRET));
  });
}

test('a party that does not answer is "timed-out", before and within its answer', async (t) => {
  const { base } = await serve(t, (request, response) => {
    if (request.headers['x-road-issue'] === 'half') response.writeHead(200, { 'X-Road-Id': 'm-1' }).write('{');
  });
  for (const issue of ['none', 'half']) {
    assert.deepEqual(await xRoadCall(callTo(base, { timeoutMs: 100, issue })), failed('timed-out'));
  }
});

test('a port where nobody listens is "unreachable"', async (t) => {
  const { base, server } = await serve(t, () => undefined);
  await once(server.close(), 'close');
  assert.deepEqual(await xRoadCall(callTo(base)), failed('unreachable'));
});

test('a kept-alive connection that the party closed meanwhile costs no failure', async (t) => {
  const sockets = new Set<unknown>();
  const { base } = await serve(t, (request, response) => {
    if (sockets.has(request.socket)) request.socket.destroy();
    else json(response, 200, {});
    sockets.add(request.socket);
  });
  for (let round = 0; round < 3; round += 1) assert.equal((await xRoadCall(callTo(base))).kind, 'answered');
});

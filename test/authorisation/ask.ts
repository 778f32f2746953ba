import { randomUUID } from 'node:crypto';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import type { Caller } from './callers.ts';
import type { Sent } from './row.ts';

/** An answer as the matrix looks at it: `said` is all of it but what differs from request to request. */
export type Answer = { status: number; location: string; said: string; headers: IncomingHttpHeaders };

/** Headers that differ from answer to answer, whoever asks and whatever for. */
const PASSING = /^(date|x-request-id|set-cookie|content-length|connection|keep-alive)$/;

/** Connections that stay open: tens of thousands of requests are made, and `fetch` costs more than many an answer. */
const AGENT = new Agent({ keepAlive: true });

/** Whose session the last request left as it was. */
const unchanged = new WeakSet<Caller>();

/** Makes one request as somebody, over a real socket, following nothing. */
export async function ask(
  base: string,
  { method, path, caller, send }: { method: string; path: string; caller: Caller; send: Sent },
): Promise<Answer> {
  await caller.before(unchanged.has(caller));
  const { type, bytes, key } = await bodyOf(method, path, send, caller);
  const headers = {
    ...caller.headers,
    'Accept-Language': 'en',
    // Each has his own address, so that nobody uses up another's tries.
    'X-Forwarded-For': caller.address,
    ...(key !== null && { 'Idempotency-Key': key }),
    ...(bytes !== null && { 'Content-Type': type, 'Content-Length': String(bytes.length) }),
  };
  const { status, received, text } = await over(`${base}${path}`, method, headers, bytes);
  // What is shown, or is not there, changes nothing in a session; whoever was led elsewhere or did something begins anew.
  if (method === 'GET' && (status === 200 || status === 404)) unchanged.add(caller);
  else unchanged.delete(caller);
  const kept = Object.entries(received).filter(([name]) => !PASSING.test(name));
  return {
    status,
    location: (received.location ?? '').replace(base, '').replace(/^\/(az|en|ru)(?=\/|$)/, ''),
    said: [status, ...kept.map(([name, value]) => `${name}: ${String(value)}`), withoutPassing(text)].join('\n'),
    headers: received,
  };
}

async function bodyOf(method: string, path: string, send: Sent, { csrf }: Caller) {
  if (method === 'GET') return { type: '', bytes: null, key: null };
  const { once, ...rest } = send;
  const key = typeof once === 'string' ? once : randomUUID();
  if (!path.startsWith('/api/')) {
    const form = new URLSearchParams({ once: key, ...(rest as Record<string, string>), _csrf: csrf });
    return { type: 'application/x-www-form-urlencoded', bytes: Buffer.from(form.toString()), key: null };
  }
  if (!(rest['file'] instanceof Uint8Array))
    return { type: 'application/json', bytes: Buffer.from(JSON.stringify(rest)), key };
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(rest['file'])]), 'a.jpg');
  const encoded = new Response(form);
  return { type: encoded.headers.get('content-type') ?? '', bytes: Buffer.from(await encoded.arrayBuffer()), key };
}

function over(url: string, method: string, headers: Record<string, string>, bytes: Buffer | null) {
  return new Promise<{ status: number; received: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const asked = request(url, { method, headers, agent: AGENT }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(pieces).toString('latin1');
        resolve({ status: answer.statusCode ?? 0, received: answer.headers, text });
      });
    });
    asked.on('error', reject);
    asked.end(bytes ?? undefined);
  });
}

/** A body without its form tokens, its request id, and the links that lead to the same address in other languages. */
function withoutPassing(text: string): string {
  return text
    .replaceAll(/name="(_csrf|once)" value="[^"]*"/g, 'name="$1"')
    .replace(/<ul class="mohlet-header__links">[\s\S]*?<\/ul>/, '')
    .replace(/"requestId":"[^"]*"/, '"requestId"');
}

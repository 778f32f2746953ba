import { randomUUID } from 'node:crypto';
import type { Caller } from './callers.ts';
import type { Sent } from './row.ts';

/** An answer as the matrix looks at it: `said` is all of it but what differs from request to request. */
export type Answer = { status: number; location: string; said: string; headers: Headers };

/** Headers that differ from answer to answer, whoever asks and whatever for. */
const PASSING = /^(date|x-request-id|set-cookie|content-length|connection|keep-alive)$/;

/** Makes one request as somebody, over a real socket, following nothing. */
export async function ask(
  base: string,
  { method, path, caller, send }: { method: string; path: string; caller: Caller; send: Sent },
): Promise<Answer> {
  await caller.before();
  const isApi = path.startsWith('/api/');
  const headers: Record<string, string> = { ...caller.headers, 'Accept-Language': 'en' };
  let body: string | FormData | URLSearchParams | undefined;
  if (method !== 'GET' && isApi) {
    const { once, ...rest } = send;
    headers['Idempotency-Key'] = typeof once === 'string' ? once : randomUUID();
    if (send['file'] instanceof Uint8Array) {
      body = new FormData();
      body.append('file', new Blob([Buffer.from(send['file'])]), 'a.jpg');
    } else {
      headers['Content-Type'] = 'application/json';
      body = JSON.stringify(rest);
    }
  } else if (method !== 'GET') {
    body = new URLSearchParams({ once: randomUUID(), ...(send as Record<string, string>), _csrf: caller.csrf });
  }
  const answer = await fetch(`${base}${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body !== undefined && { body }),
  });
  const text = Buffer.from(await answer.arrayBuffer()).toString('latin1');
  const kept = [...answer.headers].filter(([name]) => !PASSING.test(name)).map((pair) => pair.join(': '));
  return {
    status: answer.status,
    location: (answer.headers.get('location') ?? '').replace(base, '').replace(/^\/(az|en|ru)(?=\/|$)/, ''),
    said: [answer.status, ...kept, withoutPassing(text)].join('\n'),
    headers: answer.headers,
  };
}

/** A body without its form tokens, its request id, and the links that lead to the same address in other languages. */
function withoutPassing(text: string): string {
  return text
    .replaceAll(/name="(_csrf|once)" value="[^"]*"/g, 'name="$1"')
    .replace(/<ul class="mohlet-header__links">[\s\S]*?<\/ul>/, '')
    .replace(/"requestId":"[^"]*"/, '"requestId"');
}

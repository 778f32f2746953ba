import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import type { PartyFailure } from '../ports.ts';

/** Whom we trust and who we are in a TLS conversation, as PEM. */
export type TlsIdentity = { ca: string; cert?: string; key?: string };

/** One HTTP request: times in milliseconds over the whole exchange, sizes in bytes. */
export type Exchange = {
  url: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers: Record<string, string | string[]>;
  body?: Uint8Array;
  timeoutMs: number;
  tls?: TlsIdentity;
  maxBytes?: number;
  signal?: AbortSignal;
};

/** What came back, whatever its status. */
export type Exchanged = { kind: 'exchanged'; status: number; headers: http.IncomingHttpHeaders; body: Buffer };

const MAX_BYTES = 1024 * 1024;
const plain = new http.Agent({ keepAlive: true });
const trusting = new https.Agent({ keepAlive: true });
const known = new WeakMap<TlsIdentity, https.Agent>();

class TooLarge extends Error {}
/** A kept-alive connection which the other side closed meanwhile; a message id makes sending again harmless. */
class StaleConnection extends Error {}

/** Sends one request and reads the answer: times out as a whole, follows no redirect, never throws for the network. */
export async function exchange(request: Exchange): Promise<Exchanged | PartyFailure> {
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
  try {
    return await attempt(request, signal).catch((error: unknown) => {
      if (error instanceof StaleConnection) return attempt(request, signal);
      throw error;
    });
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error, timeout) };
  }
}

async function attempt(request: Exchange, signal: AbortSignal): Promise<Exchanged> {
  const secure = request.url.startsWith('https:');
  const options = { method: request.method, headers: request.headers, signal };
  const sent = secure
    ? https.request(request.url, { ...options, agent: secureAgent(request.tls) })
    : http.request(request.url, { ...options, agent: plain });
  // A connection may still break after its answer was read; an event without a listener would end the process.
  sent.on('error', () => undefined);
  sent.end(request.body);
  const response = await once(sent, 'response').then(
    ([message]) => message as http.IncomingMessage,
    (error: unknown) => {
      throw sent.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(codeOf(error)) ? new StaleConnection() : error;
    },
  );
  const body = await readAll(response, request.maxBytes ?? MAX_BYTES);
  return { kind: 'exchanged', status: response.statusCode ?? 0, headers: response.headers, body };
}

async function readAll(response: http.IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function secureAgent(tls: TlsIdentity | undefined): https.Agent {
  if (tls === undefined) return trusting;
  const agent = known.get(tls) ?? new https.Agent({ ...tls, keepAlive: true });
  known.set(tls, agent);
  return agent;
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

function failureOf(error: unknown, timeout: AbortSignal): PartyFailure['failure'] {
  if (timeout.aborted) return 'timed-out';
  return error instanceof TooLarge || codeOf(error).startsWith('HPE_') ? 'unreadable' : 'unreachable';
}

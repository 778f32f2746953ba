import type { PartyFailure } from '../ports.ts';
import { exchange } from './exchange.ts';
import type { Exchange, Exchanged, TlsIdentity } from './exchange.ts';
import { clientHeader, servicePath } from './identifiers.ts';
import type { ClientId, ServiceId } from './identifiers.ts';

/** One call over X-Road REST. `issue` is the case number; what is personal goes into `body` alone, never into a URL. */
export type XRoadCall = {
  base: string;
  service: ServiceId;
  path?: string;
  client: ClientId;
  messageId: string;
  userId?: string;
  issue: string;
  method: Exchange['method'];
  body?: unknown;
  timeoutMs: number;
  tls?: TlsIdentity;
};

/** The provider's own answer. Its body is not yet believed: a schema of the caller reads it. */
export type XRoadAnswer = { kind: 'answered'; status: number; body: unknown };

/**
 * Calls a service by the X-Road Message Protocol for REST (PR-REST 1.0). Resolves to the provider's answer with its
 * JSON body (null where an error has none), or to a failure without a word of the party in it; never throws for the
 * network. A 2xx that does not name our message (4.3) proves no delivery and is unreadable.
 */
export async function xRoadCall(call: XRoadCall): Promise<XRoadAnswer | PartyFailure> {
  const outcome = await exchange({
    url: call.base.replace(/\/+$/, '') + servicePath(call.service, call.path),
    method: call.method,
    headers: headersOf(call),
    timeoutMs: call.timeoutMs,
    ...(call.body === undefined ? {} : { body: Buffer.from(JSON.stringify(call.body)) }),
    ...(call.tls === undefined ? {} : { tls: call.tls }),
  });
  return outcome.kind === 'failed' ? outcome : readAnswer(outcome, call.messageId);
}

const headersOf = (call: XRoadCall): Record<string, string> => ({
  Accept: 'application/json',
  'X-Road-Client': clientHeader(call.client),
  'X-Road-Id': call.messageId,
  'X-Road-Issue': call.issue,
  ...(call.userId === undefined ? {} : { 'X-Road-UserId': call.userId }),
  ...(call.body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
});

function readAnswer({ status, headers, body }: Exchanged, messageId: string): XRoadAnswer | PartyFailure {
  const fault = headers['x-road-error'];
  if (fault !== undefined) return failureOfSecurityServer(String(fault));
  const json = readJson(body);
  if (status < 200 || status > 299) return { kind: 'answered', status, body: json ?? null };
  if (headers['x-road-id'] !== messageId || json === undefined) return { kind: 'failed', failure: 'unreadable' };
  return { kind: 'answered', status, body: json };
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    return undefined;
  }
}

/** PR-REST 4.6: the flag says whether we were in the wrong or the way to the provider is broken. */
const failureOfSecurityServer = (type: string): PartyFailure => ({
  kind: 'failed',
  failure: /^Client\.|\.(AccessDenied|UnknownService|UnknownMember)$/.test(type) ? 'rejected' : 'unreachable',
});

/** What a status that the caller did not expect means: a party in trouble is unreachable, any other has rejected us. */
export const failureOfStatus = (status: number): PartyFailure => ({
  kind: 'failed',
  failure: status >= 500 || status === 408 || status === 429 ? 'unreachable' : 'rejected',
});

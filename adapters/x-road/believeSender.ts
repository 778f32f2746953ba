import { randomUUID } from 'node:crypto';
import { type XRoadError, xRoadError } from './errors.ts';
import { plainFingerprint } from './fingerprint.ts';
import type { ClientId } from './identifiers.ts';
import { isSameClient, readClientHeader } from './identifiers.ts';

/** A request as it reached our listener; `headers` are name and value by turns, as they came. */
export type ReceivedHead = {
  clientCertificate: { fingerprint: string | null; authorized: boolean };
  headers: readonly string[];
};

/** A security server we trust: the SHA-256 of its TLS client certificate, and the subsystems it may speak for. */
export type TrustedServer = { fingerprint: string; members: readonly ClientId[] };

/** Why a sender is not believed, with the HTTP status, X-Road error type and message to answer. */
const REFUSALS = {
  'no-certificate': [401, 'Server.ServerProxy.SslAuthenticationFailed', 'A TLS client certificate is needed'],
  'unknown-certificate': [403, 'Server.ServerProxy.SslAuthenticationFailed', 'Not a security server known here'],
  'two-clients': [400, 'Client.BadRequest', 'More than one X-Road-Client'],
  'no-client': [400, 'Client.BadRequest', 'X-Road-Client is absent or not an identifier'],
  'another-member': [403, 'Server.ServerProxy.AccessDenied', 'Not a client of this security server'],
  'no-case': [400, 'Client.BadRequest', 'X-Road-Issue must be one case number'],
  'no-message-id': [400, 'Client.BadRequest', 'X-Road-Id must be one message id'],
} as const;

export type RefusedBecause = keyof typeof REFUSALS;

/** A message that was not believed; its case and message are what the sender claimed, unproven. */
export type RefusedSender = {
  kind: 'refused';
  why: RefusedBecause;
  xRoadError: XRoadError;
  certificate: string | null;
  messageId: string | null;
  caseNumber: string | null;
};

const MESSAGE_ID = /^[\x21-\x7e]{1,200}$/;
const CASE_NUMBER = /^[\w./-]{1,64}$/;

/**
 * Which of the parties given sent a request: believed by the TLS client certificate of a security server alone, and only
 * where that server carries the subsystem named. Otherwise the reason for the refusal.
 */
export function believeSender<P extends string>(
  { clientCertificate, headers }: ReceivedHead,
  servers: readonly TrustedServer[],
  parties: Readonly<Record<P, ClientId>>,
): { party: P } | { why: RefusedBecause } {
  const { fingerprint, authorized } = clientCertificate;
  if (fingerprint === null) return { why: 'no-certificate' };
  const server = servers.find((known) => plainFingerprint(known.fingerprint) === plainFingerprint(fingerprint));
  if (!authorized || server === undefined) return { why: 'unknown-certificate' };
  // A proxy may join repeated headers by a comma, which no identifier contains unencoded.
  const [name, ...more] = valuesOf(headers, 'x-road-client').flatMap((value) => value.split(','));
  if (more.length > 0) return { why: 'two-clients' };
  const client = name === undefined ? null : readClientHeader(name.trim());
  if (client === null) return { why: 'no-client' };
  const party = (Object.keys(parties) as P[]).find((one) => isSameClient(parties[one], client));
  const carried = server.members.some((member) => isSameClient(member, client));
  return party === undefined || !carried ? { why: 'another-member' } : { party };
}

/** The message id and case number that a message's headers claim; null where one is absent, repeated or of another form. */
export function claimsOf(headers: readonly string[]): { messageId: string | null; caseNumber: string | null } {
  return {
    messageId: onlyHeader(headers, 'x-road-id', MESSAGE_ID),
    caseNumber: onlyHeader(headers, 'x-road-issue', CASE_NUMBER),
  };
}

/** The refusal of a message, with the error to answer (X-Road's protocol for REST). */
export function refuseSender({ clientCertificate, headers }: ReceivedHead, why: RefusedBecause): RefusedSender {
  const [status, type, message] = REFUSALS[why];
  const { fingerprint } = clientCertificate;
  return {
    kind: 'refused',
    why,
    xRoadError: xRoadError(status, type, message, randomUUID()),
    certificate: fingerprint === null ? null : plainFingerprint(fingerprint),
    ...claimsOf(headers),
  };
}

function onlyHeader(headers: readonly string[], name: string, form: RegExp): string | null {
  const [value, ...more] = valuesOf(headers, name);
  return value !== undefined && more.length === 0 && form.test(value) ? value : null;
}

function valuesOf(headers: readonly string[], name: string): string[] {
  return headers.filter((_value, at) => at % 2 === 1 && headers[at - 1]?.toLowerCase() === name);
}

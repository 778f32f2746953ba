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
export const SENDER_REFUSALS = {
  'no-certificate': [401, 'Server.ServerProxy.SslAuthenticationFailed', 'A TLS client certificate is needed'],
  'unknown-certificate': [403, 'Server.ServerProxy.SslAuthenticationFailed', 'Not a security server known here'],
  'two-clients': [400, 'Client.BadRequest', 'More than one X-Road-Client'],
  'no-client': [400, 'Client.BadRequest', 'X-Road-Client is absent or not an identifier'],
  'another-member': [403, 'Server.ServerProxy.AccessDenied', 'Not a client of this security server'],
  'no-case': [400, 'Client.BadRequest', 'X-Road-Issue must be one case number'],
  'no-message-id': [400, 'Client.BadRequest', 'X-Road-Id must be one message id'],
} as const;

/**
 * Which of the parties given sent a request: believed by the TLS client certificate of a security server alone, and only
 * where that server carries the subsystem named. Otherwise the reason for the refusal.
 */
export function believeSender<P extends string>(
  { clientCertificate, headers }: ReceivedHead,
  servers: readonly TrustedServer[],
  parties: Readonly<Record<P, ClientId>>,
): { party: P } | { why: keyof typeof SENDER_REFUSALS } {
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

/** The one value of a header that has the form asked for; null where it is absent, repeated or of another form. */
export function onlyHeader(headers: readonly string[], name: string, form: RegExp): string | null {
  const [value, ...more] = valuesOf(headers, name);
  return value !== undefined && more.length === 0 && form.test(value) ? value : null;
}

function valuesOf(headers: readonly string[], name: string): string[] {
  return headers.filter((_value, at) => at % 2 === 1 && headers[at - 1]?.toLowerCase() === name);
}

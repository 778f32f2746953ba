import { createHash, randomUUID } from 'node:crypto';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { xRoadError } from '../x-road/errors.ts';
import type { XRoadError } from '../x-road/errors.ts';
import { plainFingerprint } from '../x-road/fingerprint.ts';
import { isSameClient, readClientHeader } from '../x-road/identifiers.ts';
import type { ClientId } from '../x-road/identifiers.ts';
import { AGENCY_SUBSYSTEMS } from '../x-road/members.ts';
import { opinionBody } from './wire.ts';
import type { AgencyOpinion } from './wire.ts';

/** A security server we trust: the SHA-256 of its TLS client certificate, and the subsystems it may speak for. */
export type SecurityServer = { fingerprint: string; members: readonly ClientId[] };

/** The raw pieces of a request to our opinions listener; `headers` are name and value by turns, as they came. */
export type ReceivedRequest = {
  clientCertificate: { fingerprint: string | null; authorized: boolean };
  headers: readonly string[];
  body: Buffer;
  servers: readonly SecurityServer[];
};

export type RefusedBecause = keyof typeof REFUSALS;

/** What a request to the opinions listener is. A refusal's case and message are what the sender claimed, unproven. */
export type ReceivedOpinion =
  | { kind: 'opinion'; agency: Agency; messageId: string; caseNumber: string; opinion: AgencyOpinion }
  | { kind: 'unreadable'; agency: Agency; messageId: string; caseNumber: string; sha256: string }
  | {
      kind: 'refused';
      why: RefusedBecause;
      xRoadError: XRoadError;
      certificate: string | null;
      messageId: string | null;
      caseNumber: string | null;
    };

const REFUSALS = {
  'no-certificate': [401, 'Server.ServerProxy.SslAuthenticationFailed', 'A TLS client certificate is needed'],
  'unknown-certificate': [403, 'Server.ServerProxy.SslAuthenticationFailed', 'Not a security server known here'],
  'two-clients': [400, 'Client.BadRequest', 'More than one X-Road-Client'],
  'no-client': [400, 'Client.BadRequest', 'X-Road-Client is absent or not an identifier'],
  'another-member': [403, 'Server.ServerProxy.AccessDenied', 'Not a client of this security server'],
  'no-case': [400, 'Client.BadRequest', 'X-Road-Issue must be one case number'],
} as const;

/**
 * Reads an opinion that arrived (R1598/2.8). The sender is believed by the TLS client certificate of its security
 * server alone, and only for an agency whose subsystem that server carries. Bytes of a believed agency that make no
 * opinion are `unreadable`, named by the SHA-256 of the body in hex: somebody spoke, so it is not silence.
 */
export function receiveOpinion(
  request: ReceivedRequest,
  agencies: Readonly<Record<Agency, ClientId>> = AGENCY_SUBSYSTEMS,
): ReceivedOpinion {
  const sha256 = createHash('sha256').update(request.body).digest('hex');
  // What an agency says is never lost to its numbering: without one proper id the content gives it.
  const messageId = onlyHeader(request.headers, 'x-road-id', MESSAGE_ID) ?? `unnumbered-${sha256}`;
  const caseNumber = onlyHeader(request.headers, 'x-road-issue', CASE_NUMBER);
  const refuse = (why: RefusedBecause) => refusalOf(request, why);
  const sender = believedSender(request, agencies);
  if ('why' in sender) return refuse(sender.why);
  if (caseNumber === null) return refuse('no-case');
  const opinion = readOpinion(request.body);
  if (opinion === null) return { kind: 'unreadable', agency: sender.agency, messageId, caseNumber, sha256 };
  return { kind: 'opinion', agency: sender.agency, messageId, caseNumber, opinion };
}

/**
 * Who sent a request to our listener: an agency, believed by the certificate of its security server alone, or the
 * refusal with the error to answer (X-Road's protocol for REST).
 */
export function receiveSender(
  request: Omit<ReceivedRequest, 'body'>,
  agencies: Readonly<Record<Agency, ClientId>> = AGENCY_SUBSYSTEMS,
): { kind: 'sender'; agency: Agency } | Extract<ReceivedOpinion, { kind: 'refused' }> {
  const sender = believedSender(request, agencies);
  return 'why' in sender ? refusalOf(request, sender.why) : { kind: 'sender', agency: sender.agency };
}

function refusalOf(
  { clientCertificate, headers }: Omit<ReceivedRequest, 'body'>,
  why: RefusedBecause,
): Extract<ReceivedOpinion, { kind: 'refused' }> {
  const [status, type, message] = REFUSALS[why];
  const { fingerprint } = clientCertificate;
  return {
    kind: 'refused',
    why,
    xRoadError: xRoadError(status, type, message, randomUUID()),
    certificate: fingerprint === null ? null : plainFingerprint(fingerprint),
    messageId: onlyHeader(headers, 'x-road-id', MESSAGE_ID),
    caseNumber: onlyHeader(headers, 'x-road-issue', CASE_NUMBER),
  };
}

const MESSAGE_ID = /^[\x21-\x7e]{1,200}$/;
const CASE_NUMBER = /^[\w./-]{1,64}$/;

function believedSender(
  { clientCertificate, headers, servers }: Omit<ReceivedRequest, 'body'>,
  agencies: Readonly<Record<Agency, ClientId>>,
): { agency: Agency } | { why: RefusedBecause } {
  const { fingerprint, authorized } = clientCertificate;
  if (fingerprint === null) return { why: 'no-certificate' };
  const server = servers.find((known) => plainFingerprint(known.fingerprint) === plainFingerprint(fingerprint));
  if (!authorized || server === undefined) return { why: 'unknown-certificate' };
  // A proxy may join repeated headers by a comma, which no identifier contains unencoded.
  const [name, ...more] = valuesOf(headers, 'x-road-client').flatMap((value) => value.split(','));
  if (more.length > 0) return { why: 'two-clients' };
  const client = name === undefined ? null : readClientHeader(name.trim());
  if (client === null) return { why: 'no-client' };
  const agency = AGENCIES.find((one) => isSameClient(agencies[one], client));
  const carried = server.members.some((member) => isSameClient(member, client));
  return agency === undefined || !carried ? { why: 'another-member' } : { agency };
}

const valuesOf = (headers: readonly string[], name: string): string[] =>
  headers.filter((_value, at) => at % 2 === 1 && headers[at - 1]?.toLowerCase() === name);

function onlyHeader(headers: readonly string[], name: string, form: RegExp): string | null {
  const [value, ...more] = valuesOf(headers, name);
  return value !== undefined && more.length === 0 && form.test(value) ? value : null;
}

function readOpinion(body: Buffer): AgencyOpinion | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    const json: unknown = JSON.parse(text);
    return saysOneThing(text) ? (opinionBody.safeParse(json).data ?? null) : null;
  } catch {
    return null;
  }
}

/**
 * Whether no member of a flat object stands twice: JSON.parse would keep the last one, and "negative" followed by
 * "nothing-against" must not be read as the latter.
 */
function saysOneThing(text: string): boolean {
  const names = [...text.matchAll(/("(?:[^"\\]|\\.)*")\s*(:?)/g)].flatMap(([, name = '', colon]) =>
    colon === ':' ? [JSON.parse(name) as string] : [],
  );
  return new Set(names).size === names.length;
}

import { createHash } from 'node:crypto';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { believeSender, claimsOf, refuseSender } from '../x-road/believeSender.ts';
import type { ReceivedHead, RefusedSender, TrustedServer } from '../x-road/believeSender.ts';
import type { ClientId } from '../x-road/identifiers.ts';
import { AGENCY_SUBSYSTEMS } from '../x-road/members.ts';
import { opinionBody } from './wire.ts';
import type { AgencyOpinion } from './wire.ts';

/** The raw pieces of a request to our opinions listener. */
export type ReceivedRequest = ReceivedHead & { body: Buffer; servers: readonly TrustedServer[] };

/** What a request to the opinions listener is. A refusal's case and message are what the sender claimed, unproven. */
export type ReceivedOpinion =
  | { kind: 'opinion'; agency: Agency; messageId: string; caseNumber: string; opinion: AgencyOpinion }
  | { kind: 'unreadable'; agency: Agency; messageId: string; caseNumber: string; sha256: string }
  | RefusedSender;

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
  const { messageId: numbered, caseNumber } = claimsOf(request.headers);
  const messageId = numbered ?? `unnumbered-${sha256}`;
  const sender = believeSender(request, request.servers, agencies);
  if ('why' in sender) return refuseSender(request, sender.why);
  if (caseNumber === null) return refuseSender(request, 'no-case');
  const opinion = readOpinion(request.body);
  if (opinion === null) return { kind: 'unreadable', agency: sender.party, messageId, caseNumber, sha256 };
  return { kind: 'opinion', agency: sender.party, messageId, caseNumber, opinion };
}

/**
 * Who sent a request to our listener: an agency, believed by the certificate of its security server alone, or the
 * refusal with the error to answer (X-Road's protocol for REST).
 */
export function receiveSender(
  request: Omit<ReceivedRequest, 'body'>,
  agencies: Readonly<Record<Agency, ClientId>> = AGENCY_SUBSYSTEMS,
): { kind: 'sender'; agency: Agency } | RefusedSender {
  const sender = believeSender(request, request.servers, agencies);
  return 'why' in sender ? refuseSender(request, sender.why) : { kind: 'sender', agency: sender.party };
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

import { createHash, randomUUID } from 'node:crypto';
import type { Centre } from '../../law/signature-issuance/parties.ts';
import { believeSender, onlyHeader, SENDER_REFUSALS } from '../x-road/believeSender.ts';
import type { ReceivedHead, TrustedServer } from '../x-road/believeSender.ts';
import { xRoadError } from '../x-road/errors.ts';
import type { XRoadError } from '../x-road/errors.ts';
import { plainFingerprint } from '../x-road/fingerprint.ts';
import type { ClientId } from '../x-road/identifiers.ts';
import { CENTRE_SUBSYSTEMS } from '../x-road/members.ts';
import { centreAnswerBody } from './wire.ts';
import type { CentreAnswer } from './wire.ts';

/** A message that was not believed; its case and message are what the sender claimed, unproven. */
type RefusedSender = {
  kind: 'refused';
  why: keyof typeof SENDER_REFUSALS;
  xRoadError: XRoadError;
  certificate: string | null;
  messageId: string | null;
  caseNumber: string | null;
};

/** What a request to our listener for the Centres is; `sha256` (hex) is of the body as it came. */
export type ReceivedCentreAnswer =
  | { kind: 'answer'; centre: Centre; messageId: string; caseNumber: string; sha256: string; answer: CentreAnswer }
  | { kind: 'unreadable'; centre: Centre; messageId: string; caseNumber: string; sha256: string }
  | RefusedSender;

const MESSAGE_ID = /^[\x21-\x7e]{1,200}$/;
const CASE_NUMBER = /^[\w./-]{1,64}$/;

/**
 * Reads what a Centre answered (R1598/2.9). The sender is believed by the TLS client certificate of its security server
 * alone; bytes of a believed Centre that make no answer are `unreadable`. Without a message id nothing is taken, for a
 * repeat could not be told from a second answer.
 */
export function receiveCentreAnswer(
  request: ReceivedHead & { body: Buffer; servers: readonly TrustedServer[] },
  centres: Readonly<Record<Centre, ClientId>> = CENTRE_SUBSYSTEMS,
): ReceivedCentreAnswer {
  const sender = believeSender(request, request.servers, centres);
  if ('why' in sender) return refusalOf(request, sender.why);
  const messageId = onlyHeader(request.headers, 'x-road-id', MESSAGE_ID);
  const caseNumber = onlyHeader(request.headers, 'x-road-issue', CASE_NUMBER);
  if (caseNumber === null) return refusalOf(request, 'no-case');
  if (messageId === null) return refusalOf(request, 'no-message-id');
  const sha256 = createHash('sha256').update(request.body).digest('hex');
  const about = { centre: sender.party, messageId, caseNumber, sha256 };
  const answer = readAnswer(request.body);
  return answer === null ? { kind: 'unreadable', ...about } : { kind: 'answer', ...about, answer };
}

/** Which Centre sent a request that is no answer, or the refusal with the error to send back. */
export function receiveCentre(
  request: ReceivedHead & { servers: readonly TrustedServer[] },
  centres: Readonly<Record<Centre, ClientId>> = CENTRE_SUBSYSTEMS,
): { kind: 'sender'; centre: Centre } | RefusedSender {
  const sender = believeSender(request, request.servers, centres);
  return 'why' in sender ? refusalOf(request, sender.why) : { kind: 'sender', centre: sender.party };
}

function refusalOf({ clientCertificate, headers }: ReceivedHead, why: keyof typeof SENDER_REFUSALS): RefusedSender {
  const [status, type, message] = SENDER_REFUSALS[why];
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

function readAnswer(body: Buffer): CentreAnswer | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return centreAnswerBody.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

import { createHash } from 'node:crypto';
import type { Centre } from '../../law/signature-issuance/parties.ts';
import { believeSender, claimsOf, refuseSender } from '../x-road/believeSender.ts';
import type { ReceivedHead, RefusedSender, TrustedServer } from '../x-road/believeSender.ts';
import type { ClientId } from '../x-road/identifiers.ts';
import { CENTRE_SUBSYSTEMS } from '../x-road/members.ts';
import { centreAnswerBody } from './wire.ts';
import type { CentreAnswer } from './wire.ts';

/** What a request to our listener for the Centres is; `sha256` (hex) is of the body as it came. */
export type ReceivedCentreAnswer =
  | { kind: 'answer'; centre: Centre; messageId: string; caseNumber: string; sha256: string; answer: CentreAnswer }
  | { kind: 'unreadable'; centre: Centre; messageId: string; caseNumber: string; sha256: string }
  | RefusedSender;

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
  if ('why' in sender) return refuseSender(request, sender.why);
  const { messageId, caseNumber } = claimsOf(request.headers);
  if (caseNumber === null) return refuseSender(request, 'no-case');
  if (messageId === null) return refuseSender(request, 'no-message-id');
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
  return 'why' in sender ? refuseSender(request, sender.why) : { kind: 'sender', centre: sender.party };
}

function readAnswer(body: Buffer): CentreAnswer | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return centreAnswerBody.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

import type { ClauseId } from '../../law/clauses.ts';
import type { Tx } from '../record/database.ts';
import type { CaseRow, Done, NotFirst } from '../record/inCase.ts';
import { openIncident } from '../record/incidents.ts';
import type { CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused } from '../record/refused.ts';
import { type CentreMessage, DEED, inRound, type OutOfRound } from './inRound.ts';

/** What a Centre sent and nobody may act on: the reason as a code of the Centre's words. */
export type RefusedMessage = Refused | OutOfRound | NotYours | NotFirst | null;

/**
 * Refuses what a believed Centre sent, inside a deed: nothing of it is believed, and an incident stands until the Centre
 * has answered soundly (R1598/2.9).
 */
export async function refuseInRound<R extends string>(
  tx: Tx,
  now: string,
  facts: CaseRow,
  message: CentreMessage,
  refusal: { reason: R; clause?: ClauseId; items?: readonly { item: string; reason: string }[] },
): Promise<Done<Refused<R>>> {
  const { caseNumber, centre, messageId, sha256 } = message;
  await openIncident(tx, now, { caseNumber, kind: 'centre-message-refused', holder: centre });
  const { outcome, evidence } = refuseDeed(facts, DEED, { clause: 'R1598/2.9', ...refusal });
  const refused = {
    what: 'centre-message-refused',
    facts: { centre, message: messageId, sha256, reason: refusal.reason },
  };
  return { outcome, evidence: typeof evidence === 'symbol' ? [refused] : [...evidence, refused] };
}

/** Refuses a message as a deed of its own: one that nobody could read, or whose signatures or dates do not hold. */
export async function refuseMessage(
  record: CaseRecord,
  message: CentreMessage,
  reason: string,
): Promise<RefusedMessage> {
  return inRound<Refused>(record, message, (tx, now, facts) => refuseInRound(tx, now, facts, message, { reason }));
}

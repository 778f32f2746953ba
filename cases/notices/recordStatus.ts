import type { TextStatus } from '../../adapters/ports.ts';
import { afterTextStatus, type DeliveryState, isTimelyWord } from '../../law/signature-issuance/delivery.ts';
import { statements } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import { inCase, NOTHING_DONE } from '../record/inCase.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';
import { arrivedAfterAll, tellOtherwise } from './tellOtherwise.ts';

/** What became of the provider's word on a message. */
export type StatusOutcome = { kind: 'recorded' | 'known-already' | 'no-such-message' | 'not-in-time' };

/** The provider's word on a message; `how` says whether it came or was asked for, or that none came in its time. */
export type ProviderWord = {
  providerId: string;
  status: TextStatus;
  doneAt: string | null;
  how: 'callback' | 'asked' | 'no-word';
};

type Row = {
  id: string;
  case_number: string;
  kind: string;
  recipient: string;
  event_id: string;
  state: DeliveryState;
  sent_at: string;
  now: string;
};

/**
 * Records how a text message stands. A word out of its time changes nothing, nor does a repeat or one that comes late
 * (delivered stays delivered). Failed: the other channel is looked at, then the operator's list (ADR 30).
 */
export async function recordStatus(record: CaseRecord, word: ProviderWord): Promise<StatusOutcome> {
  const found = await statements(record.database.ordinary).maybe<Row>(
    `SELECT id, case_number, kind, recipient, event_id, state, sent_at, machine_now() AS now
       FROM notice WHERE provider_id = $1`,
    [word.providerId],
  );
  if (found === null) return { kind: 'no-such-message' };
  const { id, case_number: caseNumber, recipient, event_id: eventId, sent_at: sentAt } = found;
  if (word.how === 'callback' && !isTimelyWord({ sentAt, receivedAt: found.now, doneAt: word.doneAt }))
    return { kind: 'not-in-time' };
  // Most words change nothing: they need no lock on the case.
  if (afterTextStatus(found.state, word.status) === null) return { kind: 'known-already' };
  const outcome = await inCase<StatusOutcome>(record, caseNumber, THE_PROCEDURE, async (tx, now) => {
    const { state } = await tx.one<{ state: DeliveryState }>(`SELECT state FROM notice WHERE id = $1`, [id]);
    const after = afterTextStatus(state, word.status);
    if (after === null) return { outcome: { kind: 'known-already' }, evidence: NOTHING_DONE };
    await tx.run(`UPDATE notice SET state = $2, ended_at = machine_now() WHERE id = $1`, [id, after]);
    const entry: Entry = {
      what: `notice-${after}`,
      facts: { notice: id, kind: found.kind, recipient, channel: 'sms', how: word.how },
    };
    const event = { caseNumber, eventId, recipient };
    const further = after === 'failed' ? await tellOtherwise(tx, now, event) : await arrivedAfterAll(tx, now, event);
    return { outcome: { kind: 'recorded' }, evidence: [entry, ...further] };
  });
  return outcome ?? { kind: 'no-such-message' };
}

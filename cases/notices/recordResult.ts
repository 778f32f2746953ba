import type { PartyFailure } from '../../adapters/ports.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { statements, type Tx } from '../record/database.ts';
import { inCase } from '../record/inCase.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';
import { recordDelivery } from '../signature-issuance/recordDelivery.ts';
import type { DueNotice } from './takeDue.ts';
import { tellOtherwise } from './tellOtherwise.ts';

/**
 * How an attempt to send a notice ended; a text message also says by which id the provider knows it, and that it was found
 * in the provider's list, where an earlier attempt had sent it.
 */
export type SendResult =
  { kind: 'accepted' } | { kind: 'taken' | 'found-sent'; providerId: string; sha256: string } | PartyFailure;

type NewState = 'accepted' | 'sent' | 'bounced' | 'failed';
const WHAT = {
  accepted: 'notice-accepted',
  sent: 'notice-sent',
  bounced: 'notice-bounced',
  failed: 'notice-failed',
} as const;

/**
 * Records how an attempt ended. Accepted or taken: the facts are wiped; for the announcement of a file in an agency's
 * inbox that is proof of delivery (R1598/2.7, ADR 1). Rejected: it stands on the case, and the other channel is looked at.
 * Else it is tried again.
 */
export async function recordResult(record: CaseRecord, notice: DueNotice, result: SendResult): Promise<void> {
  const { id, case_number: caseNumber, kind, recipient, channel, attempt, event_id: eventId } = notice;
  const state = stateAfter(notice, result);
  if (state === null || caseNumber === null) {
    await write(statements(record.database.ordinary), notice, result, state);
    return;
  }
  await inCase<null>(record, caseNumber, THE_PROCEDURE, async (tx, now) => {
    await write(tx, notice, result, state);
    const facts = { notice: id, kind, recipient, channel, attempt };
    // An agency that the inbox's announcement does not reach is already an incident of its own (ADR 1).
    const isMissed = (state === 'bounced' || state === 'failed') && kind !== 'agency-file-in-inbox';
    const further =
      isMissed && eventId !== null ? await tellOtherwise(tx, now, { caseNumber, eventId, recipient }) : [];
    return { outcome: null, evidence: [{ what: WHAT[state], facts }, ...further] };
  });
  if (state === 'accepted' && kind === 'agency-file-in-inbox')
    await recordDelivery(record, THE_PROCEDURE, { caseNumber, agency: recipient as Agency, how: 'inbox-and-mail' });
}

function stateAfter({ channel }: DueNotice, result: SendResult): NewState | null {
  if (result.kind === 'accepted') return 'accepted';
  if (result.kind !== 'failed') return 'sent';
  if (result.failure !== 'rejected') return null;
  return channel === 'email' ? 'bounced' : 'failed';
}

/** How long after it was sent a text message's own word is first asked for. */
const FIRST_ASKED = '2 minutes';

async function write(tx: Tx, { id, attempt }: DueNotice, result: SendResult, state: NewState | null) {
  const said = result.kind === 'failed' ? result.failure : result.kind === 'found-sent' ? 'found-sent' : 'accepted';
  const provider = 'providerId' in result ? [result.providerId, result.sha256] : [null, null];
  await tx.run(
    `WITH ended AS (UPDATE notice_attempt SET result = $3 WHERE notice_id = $1 AND n = $2)
     UPDATE notice SET state = coalesce($4, state),
            ended_at = CASE WHEN $4 IN ('accepted', 'bounced', 'failed') THEN now END,
            sent_at = CASE WHEN $4 IN ('accepted', 'sent') THEN now END,
            next_attempt_at = CASE WHEN $4 = 'sent' THEN now + interval '${FIRST_ASKED}' ELSE next_attempt_at END,
            provider_id = $5, body_sha256 = $6,
            sealed_facts = CASE WHEN $4 IS NULL THEN sealed_facts END
       FROM machine_now() AS now WHERE id = $1 AND state = 'due'`,
    [id, attempt, said, state, ...provider],
  );
}

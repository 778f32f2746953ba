import type { PartyFailure } from '../../adapters/ports.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { statements, type Tx } from '../record/database.ts';
import { inCase } from '../record/inCase.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';
import { recordDelivery } from '../signature-issuance/recordDelivery.ts';
import type { DueNotice } from './takeDue.ts';

/** How an attempt to send a notice ended. */
export type SendResult = 'accepted' | PartyFailure['failure'];

/**
 * Records how an attempt ended. Accepted: the notice is done and its facts are wiped; for the announcement of a file in
 * an agency's inbox that is proof of delivery (R1598/2.7, ADR 1). Rejected: a bounce, which stands on the case. Else it
 * is tried again.
 */
export async function recordResult(record: CaseRecord, notice: DueNotice, result: SendResult): Promise<void> {
  const { id, case_number: caseNumber, kind, recipient, attempt } = notice;
  const state = result === 'accepted' ? 'accepted' : result === 'rejected' ? 'bounced' : null;
  if (state === null || caseNumber === null) {
    await write(statements(record.database.ordinary), notice, result, state);
    return;
  }
  await inCase<null>(record, caseNumber, THE_PROCEDURE, async (tx) => {
    await write(tx, notice, result, state);
    const facts = { notice: id, kind, recipient, attempt };
    return { outcome: null, evidence: [{ what: state === 'accepted' ? 'notice-accepted' : 'notice-bounced', facts }] };
  });
  if (state === 'accepted' && kind === 'agency-file-in-inbox')
    await recordDelivery(record, THE_PROCEDURE, { caseNumber, agency: recipient as Agency, how: 'inbox-and-mail' });
}

async function write(tx: Tx, { id, attempt }: DueNotice, result: SendResult, state: 'accepted' | 'bounced' | null) {
  await tx.run(
    `WITH ended AS (UPDATE notice_attempt SET result = $3 WHERE notice_id = $1 AND n = $2)
     UPDATE notice SET state = coalesce($4, state), ended_at = CASE WHEN $4 IS NULL THEN NULL ELSE machine_now() END,
            sealed_facts = CASE WHEN $4 IS NULL THEN sealed_facts END
      WHERE id = $1 AND state = 'due'`,
    [id, attempt, result, state],
  );
}

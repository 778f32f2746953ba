import { DAYS_OF_WORD } from '../../law/signature-issuance/delivery.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** A text message that was sent and of which nothing was heard; `given_up` once its time is over. */
export type UnheardText = { provider_id: string; given_up: boolean };

/**
 * Takes text messages whose end the provider has not told, to be asked for: first after minutes, then ever more rarely, up
 * to every six hours (machine time). Two workers never take the same.
 */
export async function takeUnheardTexts(record: CaseRecord): Promise<UnheardText[]> {
  return statements(record.database.ordinary).many<UnheardText>(
    `WITH unheard AS (
       SELECT id FROM notice WHERE state = 'sent' AND next_attempt_at <= machine_now()
        ORDER BY next_attempt_at LIMIT 20 FOR UPDATE SKIP LOCKED
     )
     UPDATE notice n
        SET next_attempt_at = machine_now() + least(greatest(machine_now() - n.sent_at, interval '2 minutes'), interval '6 hours')
       FROM unheard WHERE n.id = unheard.id
     RETURNING n.provider_id, n.sent_at < machine_now() - ${DAYS_OF_WORD} * interval '1 day' AS given_up`,
  );
}

import type { OpinionRequest } from '../../adapters/ports.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { readRequest } from './readRequest.ts';

/** A file in an agency's inbox in the subsystem (R1598/2.7): its request, and the term if it runs. Instants are ISO. */
export type InboxEntry = { messageId: string; caseNumber: string; registeredAt: string; termEndsAt: string | null };

/** What stands in an agency's inbox and is not answered yet, oldest first; at most 500. */
export async function readInbox(record: CaseRecord, agency: Agency): Promise<InboxEntry[]> {
  return statements(record.database.ordinary).many<InboxEntry>(
    `SELECT r.message_id AS "messageId", r.case_number AS "caseNumber", c.registered_at AS "registeredAt",
            t.ends_at AS "termEndsAt"
       FROM opinion_request r JOIN "case" c ON c.number = r.case_number
       LEFT JOIN term t ON t.case_number = r.case_number AND t.clause = 'R1598/2.8' AND t.holder = r.agency
      WHERE r.agency = $1 AND c.stage = 'opinions'
        AND NOT EXISTS (SELECT 1 FROM opinion o WHERE o.case_number = r.case_number AND o.agency = r.agency
                           AND o.effect = 'noted')
      ORDER BY c.registered_at, c.number LIMIT 500`,
    [agency],
  );
}

/** One file of an agency's inbox, whole, by the request's message id; null where the inbox holds no such file. */
export async function readInboxFile(
  record: CaseRecord,
  agency: Agency,
  messageId: string,
): Promise<OpinionRequest | null> {
  const row = await statements(record.database.ordinary).maybe<{ case_number: string }>(
    `SELECT case_number FROM opinion_request WHERE agency = $1 AND message_id = $2`,
    [agency, messageId],
  );
  return row === null ? null : readRequest(record, row.case_number, agency);
}

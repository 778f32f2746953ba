import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** A request that has not reached its agency: `nextAttemptAt` is machine time, the others legal; all ISO. */
export type Unreached = {
  caseNumber: string;
  agency: Agency;
  attempts: number;
  registeredAt: string;
  nextAttemptAt: string;
};

/**
 * Requests for opinions that were tried and have not reached their agency, oldest first, at most 500. Such an agency has
 * not stayed silent (R1598/2.7): its term has not begun.
 */
export async function readUnreachable(record: CaseRecord): Promise<Unreached[]> {
  return statements(record.database.ordinary).many<Unreached>(
    `SELECT r.case_number AS "caseNumber", r.agency, r.attempts, c.registered_at AS "registeredAt",
            r.next_attempt_at AS "nextAttemptAt"
       FROM opinion_request r JOIN "case" c ON c.number = r.case_number
      WHERE c.stage = 'opinions' AND r.delivered_at IS NULL AND r.attempts > 0
      ORDER BY c.registered_at, r.case_number, r.agency LIMIT 500`,
  );
}

import type { Party } from '../../law/signature-issuance/parties.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** A case that waits for a Centre; instants are ISO. `endsAt` is the end of its open term, where one runs. */
export type CentreCase = {
  caseNumber: string;
  stage: 'centre' | 'register';
  since: string;
  endsAt: string | null;
  isLate: boolean;
};

/** The cases that wait for a Centre's decision (R1598/2.9) or its entry in the register (5.4), the soonest end first. */
export async function readCentreQueue(record: CaseRecord, centre: Party): Promise<CentreCase[]> {
  return statements(record.database.ordinary).many<CentreCase>(
    `SELECT c.number AS "caseNumber", c.stage, c.waits_since AS since, t.ends_at AS "endsAt",
            coalesce(t.ends_at <= (SELECT legal_now()), false) AS "isLate"
       FROM "case" c LEFT JOIN LATERAL (SELECT min(ends_at) AS ends_at FROM term
                                         WHERE case_number = c.number AND holder = $1 AND closed_at IS NULL) t ON true
      WHERE c.waits_for = $1 AND c.stage IN ('centre', 'register')
      ORDER BY t.ends_at NULLS LAST, c.waits_since, c.number LIMIT 500`,
    [centre],
  );
}

import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** Why a case does not go on by itself. */
export type StuckReason =
  'agency-not-reached' | 'centre-not-reached' | 'not-undone' | 'wake-waits' | 'term-not-closed' | 'incident';

/** A case that does not go on: why, what of it (an agency, a Centre, an incident's kind), since when (legal, ISO). */
export type Stuck = {
  caseNumber: string;
  reason: StuckReason;
  about: string;
  since: string;
  attempts: number | null;
};

const TRIES = 3;
const WAITS = `interval '5 minutes'`;

const STUCK = `
  SELECT r.case_number AS "caseNumber", 'agency-not-reached' AS reason, r.agency AS about, c.registered_at AS since,
         r.attempts
    FROM opinion_request r JOIN "case" c ON c.number = r.case_number
   WHERE c.stage = 'opinions' AND r.delivered_at IS NULL AND r.attempts >= ${TRIES}
  UNION ALL
  SELECT q.case_number, 'centre-not-reached', q.centre, q.opened_at, q.attempts
    FROM centre_request q JOIN "case" c ON c.number = q.case_number
   WHERE c.stage = 'centre' AND q.acknowledged_at IS NULL AND q.attempts >= ${TRIES}
  UNION ALL
  SELECT case_number, 'not-undone', what, opened_at, attempts FROM unwinding WHERE done_at IS NULL AND attempts >= ${TRIES}
  UNION ALL
  SELECT case_number, 'wake-waits', '', min(at), NULL FROM outbox GROUP BY case_number
  HAVING min(at) < (SELECT legal_now()) - ${WAITS}
  UNION ALL
  SELECT t.case_number, 'term-not-closed', t.holder, t.ends_at, NULL FROM term t
   WHERE t.clause = 'R1598/2.8' AND t.closed_at IS NULL AND t.ends_at < (SELECT legal_now()) - ${WAITS}
     AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.case_number = t.case_number AND i.resolved_at IS NULL)
  UNION ALL
  SELECT case_number, 'incident', kind, opened_at, NULL FROM incident
   WHERE resolved_at IS NULL AND case_number IS NOT NULL
     AND kind NOT IN ('delivery-not-proven', 'centre-not-reached', 'fin-not-cancelled')`;

/** The cases that do not go on by themselves, with the reason, the oldest first; at most 500, or those of one case. */
export async function readStuck(record: CaseRecord, caseNumber?: string): Promise<Stuck[]> {
  return statements(record.database.ordinary).many<Stuck>(
    `SELECT * FROM (${STUCK}) s WHERE $1::text IS NULL OR s."caseNumber" = $1
      ORDER BY since, "caseNumber", reason, about LIMIT 500`,
    [caseNumber ?? null],
  );
}

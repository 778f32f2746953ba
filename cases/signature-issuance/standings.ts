import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { TermStanding } from '../../law/signature-issuance/opinions.ts';
import type { Tx } from '../record/database.ts';
import type { DeliveredHow, Proof } from './startTerm.ts';

/** Where one agency stands in a case: its request, its term (null before delivery is proven), its latest answer. */
export type Standing = {
  agency: Agency;
  message_id: string;
  attempts: number;
  delivered_at: string | null;
  delivered_how: string | null;
  proven_at: string | null;
  proven_how: DeliveredHow | null;
  acknowledged_at: string | null;
  ms_to_attempt: number;
  started_at: string | null;
  working_days: number | null;
  explanation: string | null;
  calendar_version: string | null;
  provisional: boolean | null;
  ends_at: string | null;
  reminded_at: string | null;
  closed_at: string | null;
  ended: boolean;
  reminder_due: boolean;
  ms_to_end: number | null;
  ms_to_reminder: number | null;
  answer: 'nothing-against' | 'negative' | null;
  answered_at: string | null;
  blocked: boolean;
};

const STANDINGS = `
  SELECT r.agency, r.message_id, r.attempts, r.delivered_at, r.delivered_how, r.proven_at,
         r.proven_how, r.acknowledged_at,
         extract(epoch FROM r.next_attempt_at - machine_now())::float8 * 1000 AS ms_to_attempt,
         t.started_at, t.working_days, t.explanation, t.calendar_version, t.provisional, t.ends_at,
         t.reminded_at, t.closed_at,
         coalesce($2::timestamptz >= t.ends_at, false) AS ended,
         coalesce($2::timestamptz >= t.reminder_at AND $2::timestamptz < t.ends_at, false) AS reminder_due,
         extract(epoch FROM t.ends_at - $2::timestamptz)::float8 * 1000 AS ms_to_end,
         extract(epoch FROM t.reminder_at - $2::timestamptz)::float8 * 1000 AS ms_to_reminder,
         o.kind AS answer, o.received_at AS answered_at,
         EXISTS (SELECT 1 FROM incident i WHERE i.case_number = r.case_number AND i.kind = 'unreadable-opinion'
                    AND i.holder = r.agency AND i.resolved_at IS NULL) AS blocked
    FROM opinion_request r
    LEFT JOIN term t ON t.case_number = r.case_number AND t.clause = 'R1598/2.8' AND t.holder = r.agency
    LEFT JOIN LATERAL (
      SELECT kind, received_at FROM opinion
       WHERE case_number = r.case_number AND agency = r.agency AND effect IN ('noted', 'ended-the-case')
       ORDER BY received_at DESC, effect = 'ended-the-case' DESC LIMIT 1) o ON true
   WHERE r.case_number = $1
   ORDER BY r.agency`;

/** The four agencies' standings at an instant; whether a term has ended is compared in SQL, on stored values. */
export async function readStandings(tx: Tx, caseNumber: string, now: string): Promise<Standing[]> {
  return tx.many<Standing>(STANDINGS, [caseNumber, now]);
}

/** The same in the law's words. */
export function asTerms(standings: readonly Standing[]): TermStanding[] {
  return standings.map((standing) => ({
    agency: standing.agency,
    started: standing.started_at !== null,
    ended: standing.ended,
    answer: standing.answer,
    blocked: standing.blocked,
  }));
}

/** The first proof of delivery that is kept until its term can begin; null where there is none. */
export function proofOf({ proven_at: at, proven_how: how }: Pick<Standing, 'proven_at' | 'proven_how'>): Proof | null {
  return at === null || how === null ? null : { at, how };
}

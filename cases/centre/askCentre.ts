import { inCase, NOTHING_DONE } from '../record/inCase.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';
import { openRound } from './openRound.ts';

/** How an application stands with its Centre: decided or ended, to be sent now, or to be asked about again later. */
export type CentreStanding = { kind: 'over' } | { kind: 'send' } | { kind: 'wait'; milliseconds: number };

/** The Centre and the applicant have no term (R1598/2.9): their deeds wake the procedure, and nothing else does. */
const A_MONTH_MS = 30 * 86_400_000;

type Latest = { acknowledged: boolean; ms: number };

/**
 * Says how an application stands with its Centre (R1598/2.8-route, 2.9), opening the first round where none is open yet.
 * Null when there is no such case.
 */
export async function askCentre(record: CaseRecord, caseNumber: string): Promise<CentreStanding | null> {
  return inCase<CentreStanding>(record, caseNumber, THE_PROCEDURE, async (tx, now, facts) => {
    const nothing = (outcome: CentreStanding) => ({ outcome, evidence: NOTHING_DONE }) as const;
    // Also before: a record restored to an earlier hour is not waited for by this workflow, another begins anew.
    if (facts.stage !== 'centre') return nothing({ kind: 'over' });
    const latest = await tx.maybe<Latest>(
      `SELECT acknowledged_at IS NOT NULL AS acknowledged,
              greatest(0, extract(epoch FROM next_attempt_at - machine_now())::float8 * 1000) AS ms
         FROM centre_request WHERE case_number = $1 ORDER BY round DESC LIMIT 1`,
      [caseNumber],
    );
    if (latest === null) return { outcome: { kind: 'send' }, evidence: [await openRound(tx, now, record, facts, 1)] };
    if (latest.acknowledged) return nothing({ kind: 'wait', milliseconds: A_MONTH_MS });
    return nothing(latest.ms > 0 ? { kind: 'wait', milliseconds: Math.ceil(latest.ms) } : { kind: 'send' });
  });
}

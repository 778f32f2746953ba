import type { ClauseId } from '../../law/clauses.ts';
import { inCase, NOTHING_DONE } from '../record/inCase.ts';
import { openIncident } from '../record/incidents.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 3_600_000;
const TRIES_BEFORE_INCIDENT = 3;

/**
 * Records that another system could not be moved to its part of the unwinding: it is tried again, after growing waits of
 * at most an hour, and from the third failure on an incident stands at the operator's desk. `failure` is our own code.
 */
export async function recordNotUnwound(
  record: CaseRecord,
  caseNumber: string,
  { n, failure }: { n: number; failure: string },
): Promise<void> {
  await inCase<null>(record, caseNumber, THE_PROCEDURE, async (tx, now) => {
    const tried = await tx.maybe<{ what: string; clause: ClauseId; holder: string; attempts: number }>(
      `UPDATE unwinding SET attempts = attempts + 1,
              next_attempt_at = machine_now() + least($3 * power(2, least(attempts, 20)), $4) * interval '1 millisecond'
        WHERE case_number = $1 AND n = $2 AND done_at IS NULL RETURNING what, clause, holder, attempts`,
      [caseNumber, n, FIRST_WAIT_MS, LONGEST_WAIT_MS],
    );
    if (tried === null) return { outcome: null, evidence: NOTHING_DONE };
    const { what, clause, holder, attempts } = tried;
    if (attempts >= TRIES_BEFORE_INCIDENT)
      await openIncident(
        tx,
        now,
        what === 'cancel-fin'
          ? { caseNumber, kind: 'fin-not-cancelled' }
          : { caseNumber, kind: 'centre-not-reached', holder },
      );
    const facts = { step: what, n, holder, failure, attempt: attempts };
    return { outcome: null, evidence: [{ what: 'not-unwound', clause, facts }] };
  });
}

import type { Repeatable } from '../record/idempotency.ts';
import { type NotFirst, onceInCase } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';

/** What a retry set in motion: so many attempts brought forward. `nothing-waits` says that no attempt was due later. */
export type RetryOutcome = { kind: 'retried'; attempts: number } | { kind: 'nothing-waits' };

/** What may wait for an attempt of its own; one after the other, for a transaction is one connection. */
const WAITING = [
  `UPDATE opinion_request SET next_attempt_at = machine_now() WHERE case_number = $1 AND delivered_at IS NULL
      AND attempts > 0 AND (SELECT stage FROM "case" WHERE number = $1) = 'opinions'`,
  `UPDATE centre_request SET next_attempt_at = machine_now() WHERE case_number = $1 AND acknowledged_at IS NULL
      AND (SELECT stage FROM "case" WHERE number = $1) = 'centre'`,
  `UPDATE unwinding SET next_attempt_at = machine_now() WHERE case_number = $1 AND done_at IS NULL`,
  `UPDATE notice SET next_attempt_at = machine_now() WHERE case_number = $1 AND state = 'due'`,
];

/**
 * Brings the next attempts of a case forward to now (the agencies not reached, the Centre, what has to be undone) and
 * wakes its procedure. It says what it set in motion, never that it succeeded: the attempts themselves are recorded when
 * they are made. Null when there is no such case.
 */
export async function retryCase(
  record: CaseRecord,
  actor: Actor,
  caseNumber: string,
  request: Repeatable,
): Promise<RetryOutcome | NotFirst | null> {
  return onceInCase<RetryOutcome>(record, caseNumber, actor, request, async (tx) => {
    let attempts = 0;
    for (const waiting of WAITING) attempts += await tx.run(waiting, [caseNumber]);
    return {
      outcome: attempts === 0 ? { kind: 'nothing-waits' } : { kind: 'retried', attempts },
      evidence: [{ what: 'retry-asked', facts: { attempts } }],
      wake: true,
    };
  });
}

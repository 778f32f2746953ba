import { inTransaction } from '../record/database.ts';
import { appendToOwnChain } from '../record/evidence.ts';
import type { CaseRecord } from '../record/record.ts';
import { EXPECTS_WORKFLOW } from './kinds/expectsWorkflow.ts';
import { ownChain, THE_RECONCILER } from './ownChain.ts';

/**
 * Wakes every case that needs its workflow, after the record was restored to an earlier hour: a workflow that is ahead of
 * it asks again, finds nothing to do and ends, and the next pass starts it anew. Returns how many were woken.
 */
export async function wakeAll(record: CaseRecord): Promise<number> {
  return inTransaction(record.database.ordinary, async (tx) => {
    const woken = await tx.run(
      `INSERT INTO outbox (case_number, at) SELECT c.number, legal_now() FROM "case" c WHERE ${EXPECTS_WORKFLOW}`,
    );
    await appendToOwnChain(tx, await ownChain(tx), THE_RECONCILER, [{ what: 'all-cases-woken', facts: { woken } }]);
    return woken;
  });
}

import type { ClauseId } from '../../law/clauses.ts';
import { inCase, NOTHING_DONE } from '../record/inCase.ts';
import { closeIncident } from '../record/incidents.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';
import { cancelEntry } from './cancelEntry.ts';

/**
 * Records that another system has done its part of the unwinding: the Centre knows that no certificate of the case may
 * be in force, or the virtual FIN's entry is cancelled (R1598/2.13). A repeat changes nothing.
 */
export async function recordUnwound(record: CaseRecord, caseNumber: string, n: number): Promise<void> {
  await inCase<null>(record, caseNumber, THE_PROCEDURE, async (tx, now) => {
    const done = await tx.maybe<{ what: 'tell-centre' | 'cancel-fin'; clause: ClauseId; holder: string }>(
      `UPDATE unwinding SET done_at = $3
        WHERE case_number = $1 AND n = $2 AND done_at IS NULL AND what IN ('tell-centre', 'cancel-fin')
       RETURNING what, clause, holder`,
      [caseNumber, n, now],
    );
    if (done === null) return { outcome: null, evidence: NOTHING_DONE };
    const { what, clause, holder } = done;
    switch (what) {
      case 'tell-centre':
        await tx.run(`UPDATE certificate SET revocation_asked_at = $2 WHERE case_number = $1`, [caseNumber, now]);
        await tx.run(`UPDATE centre_request SET stop_told_at = $2 WHERE case_number = $1 AND stop_why IS NOT NULL`, [
          caseNumber,
          now,
        ]);
        await closeIncident(tx, now, { caseNumber, kind: 'centre-not-reached', holder }, 'told');
        break;
      case 'cancel-fin':
        await cancelEntry(tx, now, caseNumber, clause);
        await closeIncident(tx, now, { caseNumber, kind: 'fin-not-cancelled' }, 'cancelled');
        break;
    }
    return { outcome: null, evidence: [{ what: 'unwound', clause, facts: { step: what, n, holder } }] };
  });
}

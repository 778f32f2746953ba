import type { ClauseId } from '../../law/clauses.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';

const RECALL = `
  WITH recalled AS (
    UPDATE handover SET state = 'recalled', answered_at = $2, answered_by = 'procedure'
     WHERE case_number = $1 AND state = 'offered' RETURNING id, giver, taker, offered_at
  ), freed AS (
    UPDATE handover_item SET open = false WHERE handover_id IN (SELECT id FROM recalled) AND open
  )
  SELECT id, giver, taker FROM recalled ORDER BY offered_at DESC, id`;

/** Takes back the hand-overs of a case that nobody has confirmed: the giver keeps the things. Returns the evidence. */
export async function recallOffers(tx: Tx, now: string, caseNumber: string, clause: ClauseId): Promise<Entry[]> {
  const recalled = await tx.many<{ id: string; giver: string; taker: string }>(RECALL, [caseNumber, now]);
  return recalled.map(({ id, giver, taker }) => ({
    what: 'unwound',
    clause,
    facts: { step: 'recall-offer', handover: id, giver, taker },
  }));
}

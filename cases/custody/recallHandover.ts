import type { Repeatable } from '../record/idempotency.ts';
import { type NotFirst, onceInCase } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused, refuseForeign } from '../record/refused.ts';
import { caseOfHandover, readHandover } from './readHandover.ts';

/** What became of taking an offer back. */
export type RecallOutcome =
  { kind: 'recalled'; handoverId: string; at: string } | Refused<'not-the-giver' | 'answered-already'> | NotYours;

const DEED = 'recall-handover';

/** Takes back an offer that nobody has answered: the giver holds the things as before. Null when there is no such offer. */
export async function recallHandover(
  record: CaseRecord,
  actor: Actor,
  handoverId: string,
  request: Repeatable,
): Promise<RecallOutcome | NotFirst | null> {
  const caseNumber = await caseOfHandover(record, handoverId);
  if (caseNumber === null) return null;
  return onceInCase<RecallOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const { act } = await readHandover(tx, handoverId);
    const { clause, giver, taker } = act;
    if (actor.party !== giver && actor.party !== taker) return refuseForeign(DEED);
    if (actor.party !== giver) return refuseDeed(facts, DEED, { clause, reason: 'not-the-giver' });
    if (act.state !== 'offered') return refuseDeed(facts, DEED, { clause, reason: 'answered-already' });
    await tx.run(`UPDATE handover SET state = 'recalled', answered_at = $2, answered_by = $3 WHERE id = $1`, [
      handoverId,
      now,
      actor.id ?? 'unknown',
    ]);
    await tx.run(`UPDATE handover_item SET open = false WHERE handover_id = $1`, [handoverId]);
    return {
      outcome: { kind: 'recalled', handoverId, at: now },
      evidence: [{ what: 'handover-recalled', clause, facts: { handover: handoverId, giver, taker } }],
    };
  });
}

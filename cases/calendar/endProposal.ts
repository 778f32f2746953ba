import { inTransaction } from '../record/database.ts';
import { appendToOwnChain } from '../record/evidence.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type EditorRefused, findProposal, refuseEditor } from './proposal.ts';

/** Who proposed it withdraws it; anybody else rejects it. */
export type EndOutcome = { kind: 'withdrawn' | 'rejected' } | EditorRefused | { kind: 'not-found' };

/** Ends a proposal without effect, with the reason, which stands beside it and not in the evidence. */
export async function endProposal(
  record: CaseRecord,
  actor: Actor,
  { proposal: id, reason }: { proposal: string; reason: string },
): Promise<EndOutcome> {
  return inTransaction<EndOutcome>(record.database.ordinary, async (tx) => {
    const proposal = await findProposal(tx, id, 'lock');
    if (proposal === null) return { kind: 'not-found' };
    if (proposal.state !== 'proposed') return refuseEditor(tx, actor, 'calendar-reject', { proposal: id }, 'not-open');
    const kind = proposal.proposedBy === actor.id ? 'withdrawn' : 'rejected';
    await tx.run(
      `UPDATE calendar_proposal SET state = $2, decided_at = legal_now(), decided_by = $3, reason = $4 WHERE id = $1`,
      [id, kind, actor.id, reason],
    );
    await appendToOwnChain(tx, 'installation', actor, [{ what: `calendar-decision-${kind}`, facts: { proposal: id } }]);
    return { kind };
  });
}

import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { NOTHING_DONE, type NotFirst, onceInCase } from '../record/inCase.ts';
import { closeIncident } from '../record/incidents.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { endByNegativeOpinion } from './endByNegativeOpinion.ts';

/** What an unreadable message turned out to be, found with the agency and recorded by the operator (ADR 5). */
export type Finding = 'negative' | 'nothing-against' | 'not-an-opinion';

/** What became of the finding. */
export type ResolveOutcome = { kind: 'resolved'; at: string } | { kind: 'nothing-to-resolve' };

/**
 * Clears up a message that came in time but could not be read (R1598/2.8; ADR 5): it counts as of its receipt. Found
 * negative, it ends the case though the term has run out since; until it is cleared up the agency has not stayed silent.
 */
export async function resolveUnreadable(
  record: CaseRecord,
  actor: Actor,
  input: { caseNumber: string; agency: Agency; finding: Finding; document: string },
  request: Repeatable,
): Promise<ResolveOutcome | NotFirst | null> {
  const { caseNumber, agency, finding, document } = input;
  return onceInCase<ResolveOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const found = { clause: 'R1598/2.8', facts: { agency, finding, document } } as const;
    if (facts.stage !== 'opinions')
      return {
        outcome: { kind: 'nothing-to-resolve' },
        evidence: [{ what: 'finding-after-decision', ...found }],
      };
    const open = await closeIncident(tx, now, { caseNumber, kind: 'unreadable-opinion', holder: agency }, finding);
    if (!open) return { outcome: { kind: 'nothing-to-resolve' }, evidence: NOTHING_DONE };
    const resolved = { what: 'unreadable-opinion-resolved', ...found };
    if (finding !== 'not-an-opinion')
      await tx.run(
        `INSERT INTO opinion (agency, message_id, case_number, kind, received_at, term_ends_at, effect, content_sha256, answer)
         SELECT agency, message_id || '#read', case_number, $3, received_at, term_ends_at,
                CASE WHEN $3 = 'negative' THEN 'ended-the-case' ELSE 'noted' END, content_sha256, answer
           FROM opinion WHERE case_number = $1 AND agency = $2 AND effect = 'incident'
          ORDER BY received_at DESC LIMIT 1`,
        [caseNumber, agency, finding],
      );
    if (finding === 'negative') {
      const ended = await endByNegativeOpinion(tx, now, record, facts, agency);
      return { outcome: { kind: 'resolved', at: now }, evidence: [resolved, ended], wake: true };
    }
    return { outcome: { kind: 'resolved', at: now }, evidence: [resolved], wake: true };
  });
}

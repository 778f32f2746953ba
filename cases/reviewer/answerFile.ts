import type { ClauseId } from '../../law/clauses.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { Opinion } from '../../law/signature-issuance/opinions.ts';
import { mayReview } from '../../law/signature-issuance/review.ts';
import { statements } from '../record/database.ts';
import { NOTHING_DONE, inCase } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { giveOpinion, type OpinionOutcome } from '../signature-issuance/giveOpinion.ts';
import { readBinding } from './readBinding.ts';

export type AnswerOutcome = OpinionOutcome | { kind: 'refused'; clause: ClauseId; reason: 'own-application' };

/**
 * A reviewer says his agency's opinion on a page (R1598/2.8). It is the same deed as a message of the agency's system,
 * with the form's key as its message: a form sent twice counts once. Null for a case the agency was not asked about.
 */
export async function answerFile(
  record: CaseRecord,
  actor: Actor & { id: string; body: string },
  { caseNumber, messageId, opinion }: { caseNumber: string; messageId: string; opinion: Opinion },
): Promise<AnswerOutcome | null> {
  const bound = await readBinding(statements(record.database.urgent), actor.id, caseNumber);
  if (bound === null) return null;
  const may = mayReview(bound);
  if (may.kind === 'refused') {
    await inCase(record, caseNumber, actor, () =>
      Promise.resolve({
        outcome: null,
        evidence: [{ what: 'deed-refused', clause: may.clause, facts: { agency: actor.body, reason: may.reason } }],
      }),
    );
    return may;
  }
  const content = { kind: 'readable', opinion } as const;
  return giveOpinion(record, { caseNumber, agency: actor.body as Agency, messageId, content, by: actor });
}

/** A reviewer declares himself a party to a case: from then on he never speaks for his agency in it. Null: no such case. */
export async function declareParty(
  record: CaseRecord,
  actor: Actor & { id: string; body: string },
  caseNumber: string,
): Promise<{ kind: 'declared' } | null> {
  return inCase(record, caseNumber, actor, async (tx, now) => {
    const added = await tx.run(
      `INSERT INTO party_to_case (case_number, official, declared_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [caseNumber, actor.id, now],
    );
    await tx.run(
      `UPDATE opinion_request SET taken_by = NULL, taken_at = NULL WHERE case_number = $1 AND agency = $2 AND taken_by = $3`,
      [caseNumber, actor.body, actor.id],
    );
    const facts = { agency: actor.body };
    const outcome = { kind: 'declared' } as const;
    return { outcome, evidence: added === 0 ? NOTHING_DONE : [{ what: 'party-declared', clause: 'R1598/2.8', facts }] };
  });
}

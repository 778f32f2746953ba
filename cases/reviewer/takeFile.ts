import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { mayReview } from '../../law/signature-issuance/review.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type CaseRow, type Done, type NotFirst, onceInCase } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { refuseDeed, refuseForeign, type NotYours, type Refused } from '../record/refused.ts';
import { colleagues } from './colleagues.ts';
import { readBinding } from './readBinding.ts';

type Reason = 'decided' | 'no-colleague' | 'own-application' | 'colleague-bound';
export type TakeOutcome = { kind: 'taken'; by: string | null } | Refused<Reason> | NotYours;

/**
 * A reviewer takes a file of his agency for himself, lays it back (`to` null) or hands it on to a colleague (`to` his
 * subject). It tells colleagues who is at it and binds nobody: any reviewer of the agency may still answer. Nobody holds
 * the file of his own application (ADR 34): his colleagues would believe it in good hands until silence decides.
 */
export async function takeFile(
  record: CaseRecord,
  actor: Actor & { id: string; body: string },
  { caseNumber, to }: { caseNumber: string; to: string | null },
  request: Repeatable,
): Promise<TakeOutcome | NotFirst | null> {
  const agency = actor.body as Agency;
  const known = to === null || to === actor.id ? [actor.id] : await colleagues(record, agency);
  return onceInCase<TakeOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const row = await tx.maybe<{ taken_by: string | null }>(
      `SELECT taken_by FROM opinion_request WHERE case_number = $1 AND agency = $2`,
      [caseNumber, agency],
    );
    if (row === null) return refuseForeign('take-file');
    if (facts.stage !== 'opinions') return refuse(facts, 'decided');
    if (to !== null && to !== actor.id && !known.includes(to)) return refuse(facts, 'no-colleague');
    const bound = to === null ? null : await readBinding(tx, to, caseNumber);
    if (bound !== null && mayReview(bound).kind === 'refused')
      return refuse(facts, to === actor.id ? 'own-application' : 'colleague-bound');
    await tx.run(
      `UPDATE opinion_request SET taken_by = $3, taken_at = CASE WHEN $3::text IS NULL THEN NULL ELSE $4::timestamptz END
        WHERE case_number = $1 AND agency = $2`,
      [caseNumber, agency, to, now],
    );
    const what = to === null ? 'file-laid-back' : to === actor.id ? 'file-taken' : 'file-handed-on';
    const outcome: TakeOutcome = { kind: 'taken', by: to };
    return { outcome, evidence: [{ what, clause: 'R1598/2.8', facts: { agency, from: row.taken_by, to } }] };
  });
}

function refuse(facts: CaseRow, reason: Reason): Done<Refused<Reason>> {
  return refuseDeed(facts, 'take-file', { clause: 'R1598/2.8', reason });
}

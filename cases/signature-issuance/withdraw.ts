import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { earlierAnswer, keepAnswer, type Repeatable } from '../record/idempotency.ts';
import { inCase } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import { closeTermsAs } from './approve.ts';
import { endCase } from './endByNegativeOpinion.ts';

/** What became of a withdrawal; an application may be withdrawn at any time before the decision. */
export type WithdrawalOutcome =
  | { kind: 'withdrawn'; caseNumber: string; at: string }
  | { kind: 'already-decided'; clause: 'R1598/2.8'; decidedAt: string }
  | { kind: 'other-body' }
  | { kind: 'in-flight' };

/** Withdraws an application by its applicant: every running term stops and the agencies are told. Null: no such case. */
export async function withdraw(
  record: CaseRecord,
  caseNumber: string,
  request: Repeatable,
): Promise<WithdrawalOutcome | null> {
  return inCase<WithdrawalOutcome>(
    record,
    caseNumber,
    { capacity: 'applicant' },
    async (tx, now, facts) => {
      const earlier = await earlierAnswer<WithdrawalOutcome>(tx, record, request);
      if (earlier !== null)
        return {
          outcome: earlier.kind === 'repeat' ? earlier.outcome : { kind: earlier.kind },
          evidence: [{ what: 'withdrawal-repeated', facts: { met: earlier.kind } }],
        };
      if (facts.decided_at !== null) {
        const outcome = { kind: 'already-decided', clause: 'R1598/2.8', decidedAt: facts.decided_at } as const;
        await keepAnswer(tx, record, request, outcome);
        return {
          outcome,
          evidence: [{ what: 'withdrawal-refused', clause: 'R1598/2.8', facts: { stage: facts.stage } }],
        };
      }
      await closeTermsAs(
        tx,
        now,
        caseNumber,
        AGENCIES.map((agency) => ({ agency, outcome: 'stopped' })),
      );
      await endCase(tx, now, caseNumber, 'withdrawn', null);
      await addNotice(tx, now, {
        caseNumber,
        kind: 'withdrawn',
        recipient: 'applicant',
        language: facts.language,
        key: record.seal.openKey(facts.sealed_key),
        facts: { caseNumber, at: now },
      });
      const outcome = { kind: 'withdrawn', caseNumber, at: now } as const;
      await keepAnswer(tx, record, request, outcome);
      return { outcome, evidence: [{ what: 'withdrawn' }], wake: true };
    },
    { urgent: true },
  );
}

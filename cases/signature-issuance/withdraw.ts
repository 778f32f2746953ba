import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type NotFirst, onceInCase } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import { closeTermsAs } from './approve.ts';
import { endCase } from './endByNegativeOpinion.ts';

/** What became of a withdrawal; an application may be withdrawn at any time before the decision. */
export type WithdrawalOutcome =
  | { kind: 'withdrawn'; caseNumber: string; at: string }
  | { kind: 'already-decided'; clause: 'R1598/2.8'; decidedAt: string };

/** Withdraws an application by its applicant: every running term stops and the agencies are told. Null: no such case. */
export async function withdraw(
  record: CaseRecord,
  caseNumber: string,
  request: Repeatable,
): Promise<WithdrawalOutcome | NotFirst | null> {
  return onceInCase<WithdrawalOutcome>(
    record,
    caseNumber,
    { capacity: 'applicant' },
    request,
    async (tx, now, facts) => {
      if (facts.decided_at !== null)
        return {
          outcome: { kind: 'already-decided', clause: 'R1598/2.8', decidedAt: facts.decided_at },
          evidence: [{ what: 'withdrawal-refused', clause: 'R1598/2.8', facts: { stage: facts.stage } }],
        };
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
      return { outcome: { kind: 'withdrawn', caseNumber, at: now }, evidence: [{ what: 'withdrawn' }], wake: true };
    },
    { urgent: true },
  );
}

import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type CaseRow, type NotFirst, onceInCase } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import type { Tx } from '../record/database.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { parameterInForce } from '../record/dated.ts';
import { outcomeOfOpinions } from '../../law/signature-issuance/opinions.ts';
import { closeTermsAs } from './approve.ts';
import { endCase } from './endByNegativeOpinion.ts';
import { standingsAfterOutages } from './extendTerms.ts';
import { asTerms } from './standings.ts';

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
      const decidedAt = facts.decided_at ?? (await silenceCompleteAt(tx, now, facts));
      if (decidedAt !== null)
        return {
          outcome: { kind: 'already-decided', clause: 'R1598/2.8', decidedAt },
          evidence: [{ what: 'withdrawal-refused', clause: 'R1598/2.8', facts: { stage: facts.stage, decidedAt } }],
          wake: true,
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

/**
 * The instant at which the law has decided though nobody has written it yet (R1598/2.8): the end of the last term, where
 * all have ended without a negative opinion. Whether a withdrawal comes in time must not depend on how fast a worker is.
 */
async function silenceCompleteAt(tx: Tx, now: string, facts: CaseRow): Promise<string | null> {
  const { standings } = await standingsAfterOutages(tx, now, facts);
  const earlyEnd = await parameterInForce(tx, 'early-end', bakuDay(facts.registered_at));
  if (outcomeOfOpinions(asTerms(standings), { earlyEnd }).kind !== 'approved') return null;
  return (
    standings
      .map(({ ends_at }) => ends_at)
      .sort()
      .at(-1) ?? null
  );
}

import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type CaseRow, type Done, type NotFirst, onceInCase } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import { statements, type Tx } from '../record/database.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { parameterInForce } from '../record/dated.ts';
import { type Refused, refuseDeed } from '../record/refused.ts';
import { outcomeOfOpinions } from '../../law/signature-issuance/opinions.ts';
import { mayWithdraw, type NoWithdrawal } from '../../law/signature-issuance/withdrawal.ts';
import { closeTermsAs } from './approve.ts';
import { endCase } from './endByNegativeOpinion.ts';
import { endUnissued } from './endUnissued.ts';
import { standingsAfterOutages } from './extendTerms.ts';
import { recomputeWhereCovered } from './recomputeTerms.ts';
import { asTerms } from './standings.ts';

/**
 * What became of a withdrawal. `already-decided`: the law has decided and the decision is just being written, after
 * which the application may be withdrawn again (ADR 18, 27).
 */
export type WithdrawalOutcome =
  | { kind: 'withdrawn'; caseNumber: string; at: string }
  | { kind: 'already-decided'; clause: 'R1598/2.8'; decidedAt: string }
  | Refused<NoWithdrawal>;

/**
 * Withdraws an application by its applicant, until the certificate is in his hand (R1598/2.15). Before the decision every
 * running term stops and the agencies are told; after it, what was done is unwound. Null: no such case.
 */
export async function withdraw(
  record: CaseRecord,
  caseNumber: string,
  request: Repeatable,
): Promise<WithdrawalOutcome | NotFirst | null> {
  await recomputeWhereCovered(record, caseNumber, statements(record.database.urgent));
  return onceInCase<WithdrawalOutcome>(
    record,
    caseNumber,
    { capacity: 'applicant' },
    request,
    async (tx, now, facts) => {
      const may = mayWithdraw(facts);
      if (may.kind === 'refused') return refuseDeed(facts, 'withdraw', may);
      return facts.stage === 'opinions'
        ? withdrawUndecided(tx, now, record, facts)
        : withdrawApproved(tx, now, record, facts);
    },
    { urgent: true },
  );
}

async function withdrawUndecided(
  tx: Tx,
  now: string,
  record: CaseRecord,
  facts: CaseRow,
): Promise<Done<WithdrawalOutcome>> {
  const { number: caseNumber, stage } = facts;
  const decidedAt = await silenceCompleteAt(tx, now, facts);
  if (decidedAt !== null)
    return {
      outcome: { kind: 'already-decided', clause: 'R1598/2.8', decidedAt },
      evidence: [{ what: 'withdrawal-refused', clause: 'R1598/2.8', facts: { stage, decidedAt } }],
      wake: true,
    };
  const ends = AGENCIES.map((agency) => ({ agency, outcome: 'stopped' as const }));
  await closeTermsAs(tx, now, caseNumber, ends);
  await endCase(tx, now, caseNumber, 'withdrawn', null);
  await tellApplicant(tx, now, record, facts);
  return { outcome: { kind: 'withdrawn', caseNumber, at: now }, evidence: [{ what: 'withdrawn' }], wake: true };
}

async function withdrawApproved(
  tx: Tx,
  now: string,
  record: CaseRecord,
  facts: CaseRow,
): Promise<Done<WithdrawalOutcome>> {
  const undone = await endUnissued(tx, now, record, facts, { outcome: 'withdrawn', clause: 'R1598/2.15' });
  await tellApplicant(tx, now, record, facts);
  return {
    outcome: { kind: 'withdrawn', caseNumber: facts.number, at: now },
    evidence: [{ what: 'withdrawn-after-decision', clause: 'R1598/2.20', facts: { refunded: false } }, ...undone],
    wake: true,
  };
}

async function tellApplicant(tx: Tx, now: string, record: CaseRecord, facts: CaseRow): Promise<void> {
  await addNotice(tx, now, {
    caseNumber: facts.number,
    kind: 'withdrawn',
    recipient: 'applicant',
    language: facts.language,
    key: record.seal.openKey(facts.sealed_key),
    facts: { caseNumber: facts.number, at: now },
  });
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

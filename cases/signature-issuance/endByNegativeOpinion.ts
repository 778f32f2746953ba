import { AGENCIES, type Agency } from '../../law/signature-issuance/agencies.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import type { CaseRow } from '../record/inCase.ts';
import { closeIncidentsOfCase } from '../record/incidents.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import { closeTermsAs } from './approve.ts';

/**
 * The first timely negative opinion ends the case (R1598/2.8): its term gets that outcome, the others stop and are told
 * so, the applicant is told of the refusal and where to complain, never of the grounds.
 */
export async function endByNegativeOpinion(
  tx: Tx,
  now: string,
  record: CaseRecord,
  facts: CaseRow,
  by: Agency,
): Promise<Entry> {
  await closeTermsAs(
    tx,
    now,
    facts.number,
    AGENCIES.map((agency) => ({ agency, outcome: agency === by ? 'negative-opinion' : 'stopped' })),
  );
  await endCase(tx, now, facts.number, 'negative-opinion', by);
  await addNotice(tx, now, {
    caseNumber: facts.number,
    kind: 'negative-opinion',
    recipient: 'applicant',
    language: facts.language,
    key: record.seal.openKey(facts.sealed_key),
    facts: { caseNumber: facts.number, decidedAt: now },
  });
  return { what: 'refused', clause: 'R1598/2.8', facts: { outcome: 'negative-opinion', agency: by } };
}

/** Marks a case ended and its requests as to be stopped, but for the agency (if any) that ended it. */
export async function endCase(
  tx: Tx,
  now: string,
  caseNumber: string,
  outcome: 'negative-opinion' | 'withdrawn',
  by: Agency | null,
): Promise<void> {
  await tx.run(`UPDATE "case" SET stage = 'ended', outcome = $3, decided_at = $2, closed_at = $2 WHERE number = $1`, [
    caseNumber,
    now,
    outcome,
  ]);
  await closeIncidentsOfCase(tx, now, caseNumber, outcome);
  await tx.run(
    `UPDATE opinion_request SET stop_why = $2, next_attempt_at = machine_now()
      WHERE case_number = $1 AND agency IS DISTINCT FROM $3`,
    [caseNumber, outcome, by],
  );
}

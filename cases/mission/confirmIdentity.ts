import { isSamePerson } from '../officials/accounts.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type NotFirst, onceInCase } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused, refuseForeign } from '../record/refused.ts';
import { decideIdentity } from './decideIdentity.ts';
import { findingsOf, pendingCheck } from './identityChecks.ts';
import { ownMission } from './ownMission.ts';

/** What became of the second officer's word; after `not-confirmed` a new check must be made. */
export type ConfirmationOutcome =
  | { kind: 'match' | 'mismatch'; caseNumber: string; n: number; at: string }
  | { kind: 'not-confirmed'; caseNumber: string; n: number }
  | Refused<'not-at-identity' | 'no-check-to-confirm' | 'same-officer'>
  | NotYours;

const DEED = 'confirm-identity';

/** Confirms, or does not, what another officer of the same post found (R1598/2.12, ADR 24), another as a person too: only then is it final. */
export async function confirmIdentity(
  record: CaseRecord,
  actor: Actor,
  { caseNumber, confirms }: { caseNumber: string; confirms: boolean },
  request: Repeatable,
): Promise<ConfirmationOutcome | NotFirst | null> {
  return onceInCase<ConfirmationOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const mission = await ownMission(tx, actor, facts);
    if (mission === null) return refuseForeign(DEED);
    const clause = 'R1598/2.12';
    if (facts.stage !== 'identity') return refuseDeed(facts, DEED, { clause, reason: 'not-at-identity' });
    const check = await pendingCheck(tx, caseNumber);
    if (check === null) return refuseDeed(facts, DEED, { clause, reason: 'no-check-to-confirm' });
    if (await isSamePerson(tx, actor.id, check.officer))
      return refuseDeed(facts, DEED, { clause, reason: 'same-officer' });

    const { n, verdict } = check;
    await tx.run(
      `UPDATE identity_check SET state = $3, second_officer = $4, second_at = $5 WHERE case_number = $1 AND n = $2`,
      [caseNumber, n, confirms ? 'final' : 'not-confirmed', actor.id, now],
    );
    const said = { what: 'identity-second-officer', clause, facts: { n, verdict, confirms } } as const;
    if (!confirms) return { outcome: { kind: 'not-confirmed', caseNumber, n }, evidence: [said] };
    const decided = await decideIdentity(tx, now, record, facts, { mission, verdict, findings: findingsOf(check) });
    return { outcome: { kind: verdict, caseNumber, n, at: now }, evidence: [said, ...decided], wake: true };
  });
}

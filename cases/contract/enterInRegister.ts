import { CONTRACT_STAGES } from '../../law/signature-issuance/contract.ts';
import { centreWanted } from '../../law/signature-issuance/parties.ts';
import { hasReached } from '../mayRead.ts';
import { passBall } from '../record/ball.ts';
import { statements } from '../record/database.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type NotFirst, onceInCase } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused, refuseForeign } from '../record/refused.ts';
import { endTerm } from '../record/terms.ts';
import { recomputeFirst } from '../signature-issuance/recomputeTerms.ts';

/** What became of entering a certificate in its register; `late` where the working day of R1598/5.4 had ended. */
export type RegisterOutcome =
  | { kind: 'entered'; caseNumber: string; serial: string; at: string; late: boolean }
  | Refused<'not-handed-over' | 'entered-already' | 'no-certificate' | 'serial-differs'>
  | NotYours;

const DEED = 'enter-in-register';

const ENTER = `
  INSERT INTO certificate_register (centre, serial, case_number, person_id, valid_from, valid_until, entered_at, entered_by)
  SELECT c.centre, c.serial, c.case_number, v.person_id, c.issued_at, c.valid_until, $3, $4
    FROM certificate c JOIN virtual_fin v ON v.case_number = c.case_number
   WHERE c.case_number = $1 AND c.serial = $2
  RETURNING serial`;

/**
 * Enters an issued certificate in its Centre's register (R1598/5.1-5.5): by an officer of that Centre, who names its
 * serial number; owner and virtual FIN are the person's, the validity is the certificate's own. With it the case ends.
 */
export async function enterInRegister(
  record: CaseRecord,
  actor: Actor,
  { caseNumber, serial }: { caseNumber: string; serial: string },
  request: Repeatable,
): Promise<RegisterOutcome | NotFirst | null> {
  await recomputeFirst(record, caseNumber, statements(record.database.ordinary));
  return onceInCase<RegisterOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const { procedure, stage, wants, outcome } = facts;
    if (procedure !== 'signature-issuance') return refuseForeign(DEED);
    const holder = `centre:${centreWanted(wants)}` as const;
    if (actor.party !== holder || !(await hasReached(tx, holder, caseNumber))) return refuseForeign(DEED);
    const { clause } = CONTRACT_STAGES[DEED];
    if (stage === 'ended')
      return refuseDeed(facts, DEED, { clause, reason: outcome === 'issued' ? 'entered-already' : 'no-certificate' });
    if (stage !== CONTRACT_STAGES[DEED].stage) return refuseDeed(facts, DEED, { clause, reason: 'not-handed-over' });
    const entered = await tx.maybe(ENTER, [caseNumber, serial, now, actor.id]);
    if (entered === null) return refuseDeed(facts, DEED, { clause: 'R1598/5.2', reason: 'serial-differs' });

    const ended = await endTerm(tx, now, { caseNumber, clause, holder }, { kind: 'done' });
    await tx.run(`UPDATE "case" SET stage = 'ended', closed_at = $2 WHERE number = $1`, [caseNumber, now]);
    await passBall(tx, now, caseNumber, null);
    return {
      outcome: { kind: 'entered', caseNumber, serial, at: now, late: ended?.late ?? false },
      evidence: [
        { what: 'entered-in-register', clause, facts: { centre: holder, serial } },
        ...(ended === null ? [] : [ended.entry]),
      ],
      wake: true,
    };
  });
}

import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { parameterInForce } from '../record/dated.ts';
import type { NotFirst } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import type { NotYours, Refused } from '../record/refused.ts';
import { endUnissued } from '../signature-issuance/endUnissued.ts';
import { type CentreMessage, closeRound, inRound, type OutOfRound } from './inRound.ts';
import { refuseInRound } from './refuseMessage.ts';

/** What became of a Centre's refusal. */
export type RefusalOutcome =
  | { kind: 'refusal-taken'; receivedAt: string }
  | Refused<'no-act-for-refusal'>
  | OutOfRound
  | NotYours
  | NotFirst
  | null;

/**
 * Takes a Centre's refusal (R1598/2.9; ADR 19): the case ends without a certificate and the applicant is told, where a
 * dated row names the act by which a Centre may refuse; where none does, the refusal has no effect and is an incident.
 */
export async function takeRefusal(
  record: CaseRecord,
  message: CentreMessage,
  code: string | undefined,
): Promise<RefusalOutcome> {
  const { caseNumber, centre, messageId } = message;
  type Outcome = Extract<RefusalOutcome, { kind: 'refusal-taken' | 'refused' }>;
  return inRound<Outcome>(
    record,
    message,
    async (tx, now, facts, round) => {
      const may = await parameterInForce(tx, 'centre-refusal', bakuDay(facts.registered_at));
      if (may === 'none') return refuseInRound(tx, now, facts, message, { reason: 'no-act-for-refusal' });
      await closeRound(tx, now, message, { round, answer: 'refusal' });
      await addNotice(tx, now, {
        caseNumber,
        kind: 'centre-refusal',
        recipient: 'applicant',
        language: facts.language,
        key: record.seal.openKey(facts.sealed_key),
        facts: { caseNumber, decidedAt: now },
      });
      const ended = await endUnissued(tx, now, record, facts, { outcome: 'centre-refusal', clause: 'R1598/2.9' });
      const refusal = { centre, round, message: messageId, act: may.act, ...(code !== undefined && { code }) };
      return {
        outcome: { kind: 'refusal-taken', receivedAt: now },
        evidence: [{ what: 'centre-refused', clause: 'R1598/2.9', facts: refusal }, ...ended],
        wake: true,
      };
    },
    { kind: 'refusal' },
  );
}

import { DEFICIENCY_REASONS, isMendable } from '../../law/signature-issuance/deficiencies.ts';
import { passBall } from '../record/ball.ts';
import type { NotFirst } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import type { NotYours, Refused } from '../record/refused.ts';
import { seal } from '../record/seal.ts';
import { type CentreMessage, closeRound, inRound, type OutOfRound } from './inRound.ts';
import { refuseInRound } from './refuseMessage.ts';

/** What a Centre found wrong: the item and the reason by code; `remark` is its own words, which stay sealed. */
export type FoundDeficient = { item: string; reason: string; remark?: string | undefined };

/** What became of a Centre's list of deficiencies. */
export type DeficiencyOutcome =
  { kind: 'sent-back'; receivedAt: string } | Refused<'items-not-known'> | OutOfRound | NotYours | NotFirst | null;

/**
 * Takes the deficiencies a Centre found (R1598/2.9): item by item they go back to the applicant, who has the ball from now
 * on; the decree states no limit, so none runs. An item that is not the form's, or may not change, refuses the message.
 */
export async function takeDeficiency(
  record: CaseRecord,
  message: CentreMessage,
  items: readonly FoundDeficient[],
): Promise<DeficiencyOutcome> {
  const { caseNumber, centre, messageId } = message;
  type Outcome = Extract<DeficiencyOutcome, { kind: 'sent-back' | 'refused' }>;
  return inRound<Outcome>(record, message, async (tx, now, facts, round) => {
    const wrong = items.filter(
      ({ item, reason }, at) =>
        !isMendable(item) ||
        !DEFICIENCY_REASONS.some((known) => known === reason) ||
        items.findIndex((other) => other.item === item) !== at,
    );
    if (wrong.length > 0) {
      // What a Centre calls an item is its own text: only its place in the list is told.
      const places = wrong.map((one) => ({ item: String(items.indexOf(one) + 1), reason: 'items-not-known' }));
      return refuseInRound(tx, now, facts, message, { reason: 'items-not-known', items: places });
    }
    await closeRound(tx, now, message, { round, answer: 'deficiency' });
    const key = record.seal.openKey(facts.sealed_key);
    for (const [at, { item, reason, remark }] of items.entries())
      await tx.run(
        `INSERT INTO deficiency (case_number, round, n, item, reason, sealed_remark) VALUES ($1, $2, $3, $4, $5, $6)`,
        [caseNumber, round, at + 1, item, reason, remark === undefined ? null : seal(key, remark)],
      );
    await passBall(tx, now, caseNumber, 'applicant');
    const named = items.map(({ item, reason }) => ({ item, reason }));
    await addNotice(tx, now, {
      caseNumber,
      kind: 'centre-deficiency',
      recipient: 'applicant',
      language: facts.language,
      key,
      facts: { caseNumber, at: now, items: named },
    });
    return {
      outcome: { kind: 'sent-back', receivedAt: now },
      evidence: [
        {
          what: 'deficiency-found',
          clause: 'R1598/2.9',
          facts: { centre, round, message: messageId, items: named },
        },
      ],
    };
  });
}

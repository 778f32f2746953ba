import { type Centre, centreWanted } from '../../law/signature-issuance/parties.ts';
import type { Tx } from '../record/database.ts';
import { type CaseRow, type Done, NOTHING_DONE, type NotFirst, onceInCase } from '../record/inCase.ts';
import type { CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused, refuseForeign } from '../record/refused.ts';
import { type Decision, noteContradiction } from './noteContradiction.ts';

/**
 * A message of a believed Centre about a case; `sha256` is of its body, `answers` the message id of the application it
 * speaks of (null where nobody could read it).
 */
export type CentreMessage = {
  centre: Centre;
  messageId: string;
  caseNumber: string;
  sha256: string;
  answers: string | null;
};

/** Why a Centre's message comes too late or to the wrong place. */
export type OutOfRound = Refused<'not-at-the-centre' | 'another-round' | 'answered-already'>;

type Round = { round: number; message_id: string; answer: string | null };

/**
 * Does a deed that a Centre's answer causes (R1598/2.9): on a case that lies with this Centre, in the round that is open
 * and not answered yet. A repeat of the message gets the first answer; a `decision` that comes after another one and
 * contradicts it is an incident besides. Null when there is no such case.
 */
export async function inRound<O extends object>(
  record: CaseRecord,
  message: CentreMessage,
  deed: (tx: Tx, now: string, facts: CaseRow, round: number) => Promise<Done<O>>,
  decision?: Decision,
): Promise<O | OutOfRound | NotYours | NotFirst | null> {
  const { centre, messageId, caseNumber, sha256, answers } = message;
  const actor = { capacity: 'centre', id: centre, party: `centre:${centre}` } as const;
  const request = {
    route: 'POST /centre-answers',
    caller: actor.party,
    key: messageId,
    body: `${caseNumber} ${sha256}`,
  };
  return onceInCase<O | OutOfRound | NotYours>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const isHere = facts.procedure === 'signature-issuance' && centreWanted(facts.wants) === centre;
    if (!isHere) return refuseForeign(DEED);
    const refuse = (reason: OutOfRound['reason']) => refuseDeed(facts, DEED, { clause: 'R1598/2.9', reason });
    const open = await tx.maybe<Round>(
      `SELECT round, message_id, answer FROM centre_request WHERE case_number = $1 ORDER BY round DESC LIMIT 1`,
      [caseNumber],
    );
    if (facts.stage !== 'centre' || open === null) {
      const refused = refuse('not-at-the-centre');
      if (decision === undefined || refused.evidence === NOTHING_DONE) return refused;
      const noted = await noteContradiction(tx, now, message, decision);
      return { ...refused, evidence: [...refused.evidence, ...noted] };
    }
    if (answers !== null && open.message_id !== answers) return refuse('another-round');
    if (open.answer !== null) return refuse('answered-already');
    return deed(tx, now, facts, open.round);
  });
}

/** The name of the deed in refusals. */
export const DEED = 'centre-answer';

/** Writes which answer a round got, inside its deed; an answer also proves that the application had arrived. */
export async function closeRound(
  tx: Tx,
  now: string,
  message: CentreMessage,
  { round, answer }: { round: number; answer: 'deficiency' | 'issue' | 'refusal' },
): Promise<void> {
  await tx.run(
    `UPDATE centre_request
        SET answer = $3, answered_at = $4, answer_sha256 = $5, acknowledged_at = coalesce(acknowledged_at, $4)
      WHERE case_number = $1 AND round = $2`,
    [message.caseNumber, round, answer, now, message.sha256],
  );
  await tx.run(
    `UPDATE incident SET resolved_at = $2, resolution = 'answered'
      WHERE case_number = $1 AND kind IN ('centre-not-reached', 'centre-message-refused') AND resolved_at IS NULL`,
    [message.caseNumber, now],
  );
}

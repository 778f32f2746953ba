import type { Decision } from '../../law/calendar/calendar.ts';
import { type DecisionFault, decisionFaults } from '../../law/calendar/decisionFaults.ts';
import { inTransaction, statements, type Tx } from '../record/database.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { writeEvidence } from '../record/evidence.ts';
import { earlierAnswer, keepAnswer, type Repeatable } from '../record/idempotency.ts';
import type { NotFirst } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { recomputeTerms } from './recomputeTerms.ts';

/**
 * What became of a decision about a day; where it stands, every open term is then recomputed, case by case. One with
 * faults is not taken in, nor one about a day of which another decision of the same kind is recorded.
 */
export type PublishOutcome =
  | { kind: 'published'; openCases: number }
  | { kind: 'known-already' }
  | { kind: 'faulty'; faults: DecisionFault[] }
  | { kind: 'decided-otherwise' };

/**
 * Takes a new decision of the Cabinet about a day into the calendar and recomputes every open term; both values stay in
 * the record. What was taken in time stays in time; a term that has ended never comes back; ADR 8 says whether a term
 * may become shorter.
 */
export async function publishDecision(
  record: CaseRecord,
  actor: Actor,
  decision: Decision,
  request: Repeatable,
): Promise<PublishOutcome | NotFirst> {
  const outcome = await inTransaction<PublishOutcome | NotFirst>(record.database.ordinary, async (tx) => {
    const earlier = await earlierAnswer<PublishOutcome>(tx, record, request);
    if (earlier !== null) return earlier.kind === 'repeat' ? earlier.outcome : earlier;
    const answer = await takeIn(tx, decision);
    await keepAnswer(tx, record, request, answer);
    return answer;
  });
  // Asked again after a crash in between, or after a release brought the row, it recomputes what is left: an end that
  // stands is not moved twice.
  if (outcome.kind === 'published' || outcome.kind === 'known-already')
    await recomputeOpenTerms(record, actor, decision);
  return outcome;
}

async function takeIn(tx: Tx, decision: Decision): Promise<PublishOutcome> {
  const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
  const faults = decisionFaults(decision, bakuDay(now));
  if (faults.length > 0) return { kind: 'faulty', faults };
  const { day, kind, instead, published } = decision;
  const added = await tx.run(
    `INSERT INTO calendar_decision (day, kind, instead, published, recorded_at)
     VALUES ($1, $2, $3, $4, legal_now()) ON CONFLICT (day, kind) DO NOTHING`,
    [day, kind, instead, published],
  );
  if (added === 0) {
    const { same } = await tx.one<{ same: boolean }>(
      `SELECT instead IS NOT DISTINCT FROM $3::date AND published IS NOT DISTINCT FROM $4::date AS same
         FROM calendar_decision WHERE day = $1 AND kind = $2`,
      [day, kind, instead, published],
    );
    return { kind: same ? 'known-already' : 'decided-otherwise' };
  }
  const { openCases } = await tx.one<{ openCases: number }>(
    `SELECT count(DISTINCT case_number)::integer AS "openCases" FROM term
      WHERE closed_at IS NULL AND months IS NULL`,
  );
  return { kind: 'published', openCases };
}

async function recomputeOpenTerms(record: CaseRecord, actor: Actor, decision: Decision): Promise<void> {
  await writeEvidence(record, () => 'installation', actor, [{ what: 'calendar-decision-published', facts: decision }]);
  const open = await statements(record.database.ordinary).many<{ number: string }>(
    `SELECT DISTINCT case_number AS number FROM term
      WHERE closed_at IS NULL AND months IS NULL ORDER BY 1`,
  );
  for (const { number } of open) await recomputeTerms(record, actor, number);
}

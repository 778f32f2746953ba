import type { ClauseId } from '../../law/clauses.ts';
import { inTransaction, type Tx } from '../record/database.ts';
import { appendEvidence, type Entry, NO_HEAD } from '../record/evidence.ts';
import { earlierAnswer, keepAnswer, type Repeatable } from '../record/idempotency.ts';
import type { NotFirst } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';

/** A deed on a post's own slots and days that may not be done; shaped like the refusal of a deed on a case. */
export type MissionRefused<R extends string = string> = {
  kind: 'refused';
  clause: ClauseId;
  reason: R;
  stage: 'no-case';
  items: readonly { item: string; reason: string }[];
};

type MissionDeed<O> = (tx: Tx, now: string) => Promise<{ outcome: O; entry: Entry }>;

/**
 * Does one deed to a post's slots and days in one transaction: takes the post's lock, reads the legal clock (`now`, ISO),
 * calls the deed and writes its evidence in the post's own chain. A repeat of the request gets the first answer.
 */
export async function onceInMission<O extends object>(
  record: CaseRecord,
  mission: string,
  actor: Actor,
  request: Repeatable,
  deed: MissionDeed<O>,
): Promise<O | NotFirst> {
  return inTransaction<O | NotFirst>(record.database.ordinary, async (tx) => {
    const chain = `mission:${mission}`;
    await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [chain]);
    const earlier = await earlierAnswer<O>(tx, record, request);
    if (earlier !== null) return earlier.kind === 'repeat' ? earlier.outcome : earlier;
    const { now, seq, hash } = await tx.one<{ now: string; seq: number | null; hash: string | null }>(
      `SELECT legal_now() AS now, h.seq, h.hash FROM (SELECT 1) AS one LEFT JOIN chain_head h ON h.chain = $1`,
      [chain],
    );
    const { outcome, entry } = await deed(tx, now);
    await appendEvidence(tx, chain, seq === null || hash === null ? NO_HEAD : { seq, hash }, now, actor, [entry]);
    await keepAnswer(tx, record, request, outcome);
    return outcome;
  });
}

/** Refuses a deed of a post; the refusal stands in the post's evidence. */
export function refuseInMission<R extends string>(
  deed: string,
  clause: ClauseId,
  reason: R,
  items: MissionRefused['items'] = [],
): { outcome: MissionRefused<R>; entry: Entry } {
  return {
    outcome: { kind: 'refused', clause, reason, stage: 'no-case', items },
    entry: { what: 'deed-refused', clause, facts: { deed, reason, items } },
  };
}

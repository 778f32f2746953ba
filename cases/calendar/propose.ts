import { randomUUID } from 'node:crypto';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import type { Decision, DecisionKind } from '../../law/calendar/decision.ts';
import { faultsOfRows, type RowFault } from '../../law/calendar/decisionFaults.ts';
import { inTransaction, statements, type Tx } from '../record/database.ts';
import { readDecisions } from '../record/dated.ts';
import { appendToOwnChain } from '../record/evidence.ts';
import { earlierAnswer, keepAnswer, type Repeatable } from '../record/idempotency.ts';
import type { NotFirst } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type EditorRefused, refuseEditor } from './proposal.ts';

/** One day as it is entered. */
export type EnteredDay = { day: string; kind: DecisionKind; instead: string | null };

/**
 * A new decision of the Cabinet, or a further one that takes back what stands (ids of decisions); `published` is its day
 * of publication (ISO), `source` names the act.
 */
export type NewProposal = { published: string; source: string } & (
  { kind: 'enter'; days: readonly EnteredDay[] } | { kind: 'take-back'; decisions: readonly number[] }
);

/** What became of it; one with faults is not stored. */
export type ProposeOutcome =
  { kind: 'proposed'; proposal: string } | { kind: 'faulty'; faults: RowFault[] } | EditorRefused;

/** Stores a decision as a proposal: nothing moves by it (ADR 39). A repeat of the request gets the first answer. */
export async function propose(
  record: CaseRecord,
  actor: Actor,
  proposal: NewProposal,
  request: Repeatable,
): Promise<ProposeOutcome | NotFirst> {
  return inTransaction<ProposeOutcome | NotFirst>(record.database.ordinary, async (tx) => {
    const earlier = await earlierAnswer<ProposeOutcome>(tx, record, request);
    if (earlier !== null) return earlier.kind === 'repeat' ? earlier.outcome : earlier;
    const outcome = await take(tx, actor, proposal);
    await keepAnswer(tx, record, request, outcome);
    return outcome;
  });
}

async function take(tx: Tx, actor: Actor, proposal: NewProposal): Promise<ProposeOutcome> {
  const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
  const { kind, published, source } = proposal;
  const held = await readDecisions(tx);
  let days: (EnteredDay & { decision: number | null })[];
  if (proposal.kind === 'enter') {
    const rows: Decision[] = proposal.days.map((day) => ({ ...day, published }));
    const faults = faultsOfRows(rows, held, bakuDay(now));
    if (faults.length > 0) return { kind: 'faulty', faults };
    days = proposal.days.map((day) => ({ ...day, decision: null }));
  } else {
    if (published > bakuDay(now))
      return { kind: 'faulty', faults: [{ row: 0, field: 'published', reason: 'published-later' }] };
    const standing = held.filter(({ id, takenBack }) => takenBack === null && proposal.decisions.includes(id));
    if (standing.length === 0 || standing.length < new Set(proposal.decisions).size)
      return refuseEditor(tx, actor, 'calendar-take-back', { proposal: null }, 'nothing-stands');
    days = standing.map(({ id, day, kind: what, instead }) => ({ day, kind: what, instead, decision: id }));
  }
  const id = randomUUID();
  await tx.run(
    `INSERT INTO calendar_proposal (id, kind, published, source, proposed_at, proposed_by)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, kind, published, source, now, actor.id],
  );
  await tx.run(
    `INSERT INTO calendar_proposal_day (proposal, n, day, kind, instead, decision)
     SELECT $1, r.n, r.day, r.kind, r.instead, r.decision
       FROM unnest($2::date[], $3::text[], $4::date[], $5::bigint[]) WITH ORDINALITY AS r (day, kind, instead, decision, n)`,
    [
      id,
      days.map(({ day }) => day),
      days.map(({ kind: what }) => what),
      days.map(({ instead }) => instead),
      days.map(({ decision }) => decision),
    ],
  );
  await appendToOwnChain(tx, 'installation', actor, [
    { what: 'calendar-decision-proposed', facts: { proposal: id, kind, published, source, days } },
  ]);
  return { kind: 'proposed', proposal: id };
}

/** Everything wrong with days as they are entered, without storing anything; `published` is null while it is missing. */
export async function faultsOfDays(
  record: CaseRecord,
  published: string | null,
  days: readonly EnteredDay[],
): Promise<RowFault[]> {
  const tx = statements(record.database.ordinary);
  const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
  const rows: Decision[] = days.map((day) => ({ ...day, published }));
  return faultsOfRows(rows, published === null ? [] : await readDecisions(tx), bakuDay(now));
}

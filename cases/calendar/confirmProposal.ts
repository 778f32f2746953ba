import { randomUUID } from 'node:crypto';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { yearsCovered } from '../../law/calendar/coveredYears.ts';
import type { EditorRefusal } from '../../law/calendar/editor.ts';
import { inTransaction, type Tx } from '../record/database.ts';
import { isSamePerson } from '../officials/accounts.ts';
import { holdCalendar, markOfDecisions, readDecisions } from '../record/dated.ts';
import { appendToOwnChain } from '../record/evidence.ts';
import { earlierAnswer, keepAnswer, type Repeatable } from '../record/idempotency.ts';
import type { NotFirst } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { daysOf, type EditorRefused, findProposal, markOfPreview, type Proposal, refuseEditor } from './proposal.ts';

/** What became of it: `run` is the application that counts every open term anew. */
export type ConfirmOutcome = { kind: 'confirmed'; run: string } | EditorRefused | { kind: 'not-found' };

/**
 * A second person confirms a proposal on the preview that was seen (ADR 39): its days become known, or what it takes back
 * ends, and the counting anew of all open terms begins. From this commit on every new term counts under the new calendar.
 */
export async function confirmProposal(
  record: CaseRecord,
  actor: Actor,
  asked: { proposal: string; preview: string },
  request: Repeatable,
): Promise<ConfirmOutcome | NotFirst> {
  return inTransaction<ConfirmOutcome | NotFirst>(record.database.ordinary, async (tx) => {
    const earlier = await earlierAnswer<ConfirmOutcome>(tx, record, request);
    if (earlier !== null) return earlier.kind === 'repeat' ? earlier.outcome : earlier;
    const outcome = await confirm(tx, actor, asked);
    await keepAnswer(tx, record, request, outcome);
    return outcome;
  });
}

async function confirm(
  tx: Tx,
  actor: Actor,
  { proposal: id, preview }: { proposal: string; preview: string },
): Promise<ConfirmOutcome> {
  const proposal = await findProposal(tx, id, 'lock');
  if (proposal === null) return { kind: 'not-found' };
  // Who asks without the right to must not make anybody wait: the calendar is held only for a second person.
  const refuse = (reason: EditorRefusal) => refuseEditor(tx, actor, 'calendar-confirm', { proposal: id }, reason);
  if (proposal.state !== 'proposed') return refuse('not-open');
  if (await isSamePerson(tx, actor.id, proposal.proposedBy)) return refuse('same-person');
  await holdCalendar(tx);
  const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
  const mark = await markOfPreview(tx, await markOfDecisions(tx));
  const reason = await whyNot(tx, { id, preview, mark, today: bakuDay(now) });
  if (reason !== null) return refuse(reason);

  await (proposal.kind === 'enter' ? enter(tx, now, proposal) : takeBack(tx, now, proposal));
  await tx.run(`UPDATE calendar_proposal SET state = 'confirmed', decided_at = $2, decided_by = $3 WHERE id = $1`, [
    id,
    now,
    actor.id,
  ]);
  // What lies beyond the years covered from now on cannot be counted still; a delivery closes its own.
  const { from, to } = yearsCovered(await readDecisions(tx));
  await tx.run(
    `UPDATE incident SET resolved_at = $1, resolution = 'calendar-confirmed'
      WHERE kind = 'calendar-not-published' AND holder = '' AND resolved_at IS NULL
        AND coalesce(year BETWEEN $2 AND $3, true)`,
    [now, from, to],
  );
  const run = randomUUID();
  await tx.run(
    `INSERT INTO calendar_run (id, proposal, kind, mark, day, asked_at, actor, begun_at)
     VALUES ($1, $2, 'application', $3, $4, $5, $6, machine_now())`,
    [run, id, mark, bakuDay(now), now, JSON.stringify(actor)],
  );
  const { kind, published, source, proposedBy } = proposal;
  const days = await daysOf(tx, id);
  await appendToOwnChain(tx, 'installation', actor, [
    {
      what: 'calendar-decision-confirmed',
      facts: { proposal: id, kind, published, source, days, proposedBy, preview, run },
    },
  ]);
  return { kind: 'confirmed', run };
}

async function whyNot(
  tx: Tx,
  { id, preview, mark, today }: { id: string; preview: string; mark: string; today: string },
): Promise<EditorRefusal | null> {
  const running = await tx.maybe(`SELECT 1 FROM calendar_run WHERE kind = 'application' AND finished_at IS NULL`);
  if (running !== null) return 'application-running';
  const seen = await tx.maybe<{ id: string; mark: string; day: string; finished: boolean }>(
    `SELECT id, mark, day, finished_at IS NOT NULL AS finished FROM calendar_run
      WHERE proposal = $1 AND kind = 'preview' ORDER BY begun_at DESC, id LIMIT 1`,
    [id],
  );
  if (seen?.id !== preview) return 'not-previewed';
  if (!seen.finished) return 'preview-unfinished';
  return seen.mark === mark && seen.day === today ? null : 'preview-stale';
}

async function enter(tx: Tx, now: string, { id, published }: Proposal): Promise<void> {
  await tx.run(
    `INSERT INTO calendar_decision (day, kind, instead, published, recorded_at, proposal)
     SELECT day, kind, instead, $2, $3, $1 FROM calendar_proposal_day WHERE proposal = $1 ORDER BY n
     ON CONFLICT (day, kind) WHERE taken_back IS NULL DO NOTHING`,
    [id, published, now],
  );
}

async function takeBack(tx: Tx, now: string, { id }: Proposal): Promise<void> {
  await tx.run(
    `UPDATE calendar_decision d SET taken_back = $2, taken_back_at = $3, taken_back_by = $1
       FROM calendar_proposal_day p WHERE p.proposal = $1 AND d.id = p.decision AND d.taken_back IS NULL`,
    [id, bakuDay(now), now],
  );
}

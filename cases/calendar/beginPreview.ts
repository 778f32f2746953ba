import { randomUUID } from 'node:crypto';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import type { Decision } from '../../law/calendar/decision.ts';
import { faultsOfRows, type RowFault } from '../../law/calendar/decisionFaults.ts';
import { inTransaction } from '../record/database.ts';
import { markOfDecisions, readDecisions } from '../record/dated.ts';
import { appendToOwnChain } from '../record/evidence.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { daysOf, type EditorRefused, findProposal, markOfPreview, refuseEditor } from './proposal.ts';

/** What became of it; `faulty`: since it was proposed another decision about the same day was confirmed. */
export type PreviewOutcome =
  { kind: 'begun'; preview: string } | { kind: 'faulty'; faults: RowFault[] } | EditorRefused | { kind: 'not-found' };

/**
 * Begins a preview of a proposal: every open term it would move, counted by whichever process is free, writing nothing
 * but the preview. The preview before it is over; one that still runs on the same calendar goes on instead.
 */
export async function beginPreview(record: CaseRecord, actor: Actor, id: string): Promise<PreviewOutcome> {
  return inTransaction<PreviewOutcome>(record.database.ordinary, async (tx) => {
    const proposal = await findProposal(tx, id, 'lock');
    if (proposal === null) return { kind: 'not-found' };
    if (proposal.state !== 'proposed') return refuseEditor(tx, actor, 'calendar-preview', { proposal: id }, 'not-open');
    const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
    const today = bakuDay(now);
    const days = await daysOf(tx, id);
    const held = await readDecisions(tx);
    if (proposal.kind === 'enter') {
      const rows = days.map(({ day, kind, instead }): Decision => ({
        day,
        kind,
        instead,
        published: proposal.published,
      }));
      const faults = faultsOfRows(rows, held, today);
      if (faults.length > 0) return { kind: 'faulty', faults };
    } else if (days.some((day) => held.find((one) => one.id === day.decision)?.takenBack !== null)) {
      return refuseEditor(tx, actor, 'calendar-preview', { proposal: id }, 'nothing-stands');
    }
    const mark = await markOfPreview(tx, await markOfDecisions(tx));
    const running = await tx.maybe<{ id: string }>(
      `SELECT id FROM calendar_run
        WHERE proposal = $1 AND kind = 'preview' AND finished_at IS NULL AND mark = $2 AND day = $3`,
      [id, mark, today],
    );
    if (running !== null) return { kind: 'begun', preview: running.id };

    await tx.run(
      `WITH old AS (
         UPDATE calendar_run SET planned_at = coalesce(planned_at, machine_now()),
                                 finished_at = coalesce(finished_at, machine_now())
          WHERE proposal = $1 AND kind = 'preview' RETURNING id
       ), slices AS (DELETE FROM calendar_slice WHERE run IN (SELECT id FROM old))
       DELETE FROM calendar_line WHERE run IN (SELECT id FROM old)`,
      [id],
    );
    const preview = randomUUID();
    await tx.run(
      `INSERT INTO calendar_run (id, proposal, kind, mark, day, asked_at, actor, begun_at)
       VALUES ($1, $2, 'preview', $3, $4, $5, $6, machine_now())`,
      [preview, id, mark, today, now, JSON.stringify(actor)],
    );
    await appendToOwnChain(tx, 'installation', actor, [
      { what: 'calendar-preview-begun', facts: { proposal: id, preview } },
    ]);
    return { kind: 'begun', preview };
  });
}

import { inTransaction } from '../record/database.ts';
import { appendToOwnChain } from '../record/evidence.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { planRun } from './planRun.ts';
import { readTotals } from './readTotals.ts';
import { takeSlice } from './takeSlice.ts';

/** As many slices at once as help on a small machine; other processes take others. */
const LANES = 4;

/**
 * One round of work on previews and applications: plans a run, does a few slices, and notes the runs whose slices are all
 * done. Any process may do it at any time, beside others. Returns how much was done; throws the first slice's fault.
 */
export async function workOnCalendar(record: CaseRecord): Promise<number> {
  const planned = await planRun(record);
  const slices = await Promise.allSettled(Array.from({ length: LANES }, () => takeSlice(record)));
  const finished = await finishRun(record);
  const failed = slices.find((slice) => slice.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return planned + finished + slices.reduce((sum, slice) => sum + (slice.status === 'fulfilled' ? slice.value : 0), 0);
}

async function finishRun(record: CaseRecord): Promise<number> {
  return inTransaction(record.database.ordinary, async (tx) => {
    const run = await tx.maybe<{ id: string; kind: 'preview' | 'application'; proposal: string; actor: string }>(
      `SELECT id, kind, proposal, actor FROM calendar_run r
        WHERE planned_at IS NOT NULL AND finished_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM calendar_slice s WHERE s.run = r.id AND s.done_at IS NULL)
        LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    if (run === null) return 0;
    await tx.run(`UPDATE calendar_run SET finished_at = machine_now() WHERE id = $1`, [run.id]);
    const what = run.kind === 'preview' ? 'calendar-previewed' : 'calendar-applied';
    const { longer, shorter, kept, recounted } = await readTotals(tx, run.id);
    const facts = { proposal: run.proposal, run: run.id, longer, shorter, kept, recounted };
    await appendToOwnChain(tx, 'installation', JSON.parse(run.actor) as Actor, [{ what, facts }]);
    return 1;
  });
}

import { inTransaction } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** Small enough that a slice is over in a second or so, and that little is done again after a process died. */
const CASES_A_SLICE = { preview: 500, application: 25 } as const;

const SLICES = `
  INSERT INTO calendar_slice (run, n, cases, next_attempt_at)
  SELECT $1, slice, array_agg(case_number ORDER BY nth), machine_now()
    FROM (SELECT case_number, nth, nth / $2 AS slice
            FROM (SELECT case_number, row_number() OVER (ORDER BY min(ends_at), case_number) - 1 AS nth
                    FROM term WHERE months IS NULL AND closed_at IS NULL AND ends_at > $3::timestamptz
                   GROUP BY case_number) AS numbered) AS sliced
   GROUP BY slice`;

/**
 * Cuts the open terms of a run that has none yet into slices of cases, those that end soonest first. Returns how many
 * runs were planned: 0 or 1. Whoever holds a run is passed over.
 */
export async function planRun(record: CaseRecord): Promise<number> {
  return inTransaction(record.database.ordinary, async (tx) => {
    const run = await tx.maybe<{ id: string; kind: 'preview' | 'application'; asked_at: string }>(
      `SELECT id, kind, asked_at FROM calendar_run WHERE planned_at IS NULL
        ORDER BY kind = 'preview', begun_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    if (run === null) return 0;
    await tx.run(SLICES, [run.id, CASES_A_SLICE[run.kind], run.asked_at]);
    await tx.run(
      `UPDATE calendar_run SET planned_at = machine_now(),
              terms = (SELECT count(*) FROM term WHERE months IS NULL AND closed_at IS NULL AND ends_at > $2::timestamptz)
        WHERE id = $1`,
      [run.id, run.asked_at],
    );
    return 1;
  });
}

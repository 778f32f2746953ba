import type { Tx } from '../record/database.ts';
import type { Line } from '../terms/recount.ts';

/** What a run found, by outcome and by whoever holds the terms. */
export type Totals = Record<Line['outcome'], number> & {
  cases: number;
  holders: { clause: string; holder: string; longer: number; shorter: number; kept: number; recounted: number }[];
};

/** The totals of a run's lines; holders in the order of their names. */
export async function readTotals(tx: Tx, run: string): Promise<Totals> {
  const holders = await tx.many<Totals['holders'][number]>(
    `SELECT clause, holder, (count(*) FILTER (WHERE outcome = 'longer'))::integer AS longer,
            (count(*) FILTER (WHERE outcome = 'shorter'))::integer AS shorter,
            (count(*) FILTER (WHERE outcome = 'kept'))::integer AS kept,
            (count(*) FILTER (WHERE outcome = 'recounted'))::integer AS recounted
       FROM calendar_line WHERE run = $1 GROUP BY clause, holder ORDER BY clause, holder`,
    [run],
  );
  const { cases } = await tx.one<{ cases: number }>(
    `SELECT count(DISTINCT case_number)::integer AS cases FROM calendar_line WHERE run = $1`,
    [run],
  );
  const sum = (of: Line['outcome']) => holders.reduce((all, holder) => all + holder[of], 0);
  const [longer, shorter, kept, recounted] = [sum('longer'), sum('shorter'), sum('kept'), sum('recounted')];
  return { longer, shorter, kept, recounted, cases, holders };
}

import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** The reconciler's last pass (legal time, ISO): how many differences it wrote down, and how many were gone. */
export type LastPass = { at: string; found: number; gone: number };

/** The terms of R1598/2.8 as the sweep finds them: ended and still open, and those closed within the last day, how late. */
export type SweepView = { open: number; oldest: string | null; closed: number; latestSeconds: number | null };

type Row = { at: string; facts: { found?: Record<string, number>; gone?: number } };

const LAST_PASS = `
  SELECT at, body::jsonb -> 'facts' AS facts FROM evidence
   WHERE chain = $1 AND body::jsonb ->> 'what' = 'record-reconciled' ORDER BY seq DESC LIMIT 1`;

/** What the reconciler's last pass and the sweep came to; a pass that was never made is null. */
export async function readChecks(record: CaseRecord): Promise<{ lastPass: LastPass | null; sweep: SweepView }> {
  const tx = statements(record.database.ordinary);
  const [own, other, sweep] = await Promise.all([
    tx.maybe<Row>(LAST_PASS, ['installation']),
    tx.maybe<Row>(LAST_PASS, ['reconciler']),
    tx.one<SweepView>(
      `SELECT count(*) FILTER (WHERE closed_at IS NULL)::integer AS open,
              min(ends_at) FILTER (WHERE closed_at IS NULL) AS oldest,
              count(*) FILTER (WHERE closed_at >= ends_at)::integer AS closed,
              ceil(max(extract(epoch FROM closed_at - ends_at)) FILTER (WHERE closed_at >= ends_at))::integer AS "latestSeconds"
         FROM term CROSS JOIN (SELECT legal_now() AS now OFFSET 0) n
        WHERE clause = 'R1598/2.8' AND ends_at <= n.now AND (closed_at IS NULL OR ends_at > n.now - interval '1 day')`,
    ),
  ]);
  const last = [own, other].flatMap((row) => (row === null ? [] : [row])).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  if (last === undefined) return { lastPass: null, sweep };
  const found = Object.values(last.facts.found ?? {}).reduce((sum, n) => sum + n, 0);
  return { lastPass: { at: last.at, found, gone: last.facts.gone ?? 0 }, sweep };
}

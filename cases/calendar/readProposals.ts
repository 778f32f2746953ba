import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { statements, type Tx } from '../record/database.ts';
import { markOfDecisions } from '../record/dated.ts';
import type { CaseRecord } from '../record/record.ts';
import type { Line } from '../terms/recount.ts';
import { daysOf, findProposal, markOfPreview, type Proposal, type ProposalDay } from './proposal.ts';
import { readTotals, type Totals } from './readTotals.ts';

/** How far a run is: cases and terms it looks at, cases done; instants are ISO, `askedAt` legal and the others machine time. */
export type RunView = {
  id: string;
  kind: 'preview' | 'application';
  askedAt: string;
  day: string;
  begunAt: string;
  finishedAt: string | null;
  planned: boolean;
  terms: number;
  cases: number;
  done: number;
  /** Slices that failed at least once and are not done yet. */
  failing: number;
};

/** A proposal with its days and how far its preview and its application are; `stale` says the same of its preview as a confirmation would. */
export type ProposalView = Proposal & {
  days: ProposalDay[];
  preview: (RunView & { stale: boolean; totals: Totals | null }) | null;
  application: (RunView & { totals: Totals | null }) | null;
};

/** The proposals, the newest first, at most 200. */
export async function readProposals(record: CaseRecord): Promise<(Proposal & { days: ProposalDay[] })[]> {
  const tx = statements(record.database.ordinary);
  const ids = await tx.many<{ id: string }>(
    `SELECT id FROM calendar_proposal ORDER BY state <> 'proposed', proposed_at DESC, id LIMIT 200`,
  );
  const found: (Proposal & { days: ProposalDay[] })[] = [];
  for (const { id } of ids) {
    const proposal = await findProposal(tx, id);
    if (proposal !== null) found.push({ ...proposal, days: await daysOf(tx, id) });
  }
  return found;
}

/** One proposal; null where there is none such. */
export async function readProposal(record: CaseRecord, id: string): Promise<ProposalView | null> {
  const tx = statements(record.database.ordinary);
  const proposal = await findProposal(tx, id);
  if (proposal === null) return null;
  const preview = await newestRun(tx, id, 'preview');
  const application = await newestRun(tx, id, 'application');
  return {
    ...proposal,
    days: await daysOf(tx, id),
    preview: preview === null ? null : { ...(await withTotals(tx, preview)), stale: await isStale(tx, preview) },
    application: application === null ? null : await withTotals(tx, application),
  };
}

type Run = RunView & { mark: string };

async function newestRun(tx: Tx, proposal: string, kind: RunView['kind']): Promise<Run | null> {
  return tx.maybe<Run>(
    `SELECT r.id, r.kind, r.mark, r.day, r.asked_at AS "askedAt", r.begun_at AS "begunAt", r.finished_at AS "finishedAt",
            r.planned_at IS NOT NULL AS planned, coalesce(r.terms, 0) AS terms,
            coalesce(sum(cardinality(s.cases)), 0)::integer AS cases,
            coalesce(sum(cardinality(s.cases)) FILTER (WHERE s.done_at IS NOT NULL), 0)::integer AS done,
            (count(*) FILTER (WHERE s.done_at IS NULL AND s.tries > 0))::integer AS failing
       FROM calendar_run r LEFT JOIN calendar_slice s ON s.run = r.id
      WHERE r.proposal = $1 AND r.kind = $2
      GROUP BY r.id ORDER BY r.begun_at DESC, r.id LIMIT 1`,
    [proposal, kind],
  );
}

async function withTotals(tx: Tx, { mark: _, ...run }: Run): Promise<RunView & { totals: Totals | null }> {
  return { ...run, totals: run.finishedAt === null ? null : await readTotals(tx, run.id) };
}

async function isStale(tx: Tx, { mark, day }: Run): Promise<boolean> {
  const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
  return mark !== (await markOfPreview(tx, await markOfDecisions(tx))) || day !== bakuDay(now);
}

/** How many lines one page of a run's list shows. */
export const LINES_A_PAGE = 100;

/** One page of a run's lines, of one outcome or all, by their present end; with how many there are. */
export async function readLines(
  record: CaseRecord,
  run: string,
  { outcome, page }: { outcome: Line['outcome'] | null; page: number },
): Promise<{ lines: Line[]; all: number }> {
  const tx = statements(record.database.ordinary);
  const lines = await tx.many<Line>(
    `SELECT case_number AS "caseNumber", clause, holder, outcome, old_end AS "oldEnd", new_end AS "newEnd", computed
       FROM calendar_line WHERE run = $1 AND ($2::text IS NULL OR outcome = $2)
      ORDER BY old_end, case_number, clause, holder LIMIT ${LINES_A_PAGE} OFFSET $3`,
    [run, outcome, (page - 1) * LINES_A_PAGE],
  );
  const { all } = await tx.one<{ all: number }>(
    `SELECT count(*)::integer AS "all" FROM calendar_line WHERE run = $1 AND ($2::text IS NULL OR outcome = $2)`,
    [run, outcome],
  );
  return { lines, all };
}

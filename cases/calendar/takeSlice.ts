import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { buildCalendar, type Calendar } from '../../law/calendar/calendar.ts';
import { parameterOn } from '../../law/parameters.ts';
import { inTransaction, statements, type Tx } from '../record/database.ts';
import { parameterRows, readDecisions } from '../record/dated.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { readOnce, recomputeTerms, RUNNING } from '../signature-issuance/recomputeTerms.ts';
import { recount, type RunningTerm, writeLines } from '../terms/recount.ts';
import { daysOf, decisionsWith, findProposal } from './proposal.ts';

type Slice = {
  run: string;
  n: number;
  cases: string[];
  kind: 'preview' | 'application';
  proposal: string;
  day: string;
  asked_at: string;
  actor: string;
};

const TAKE = `
  SELECT s.run, s.n, s.cases, r.kind, r.proposal, r.day, r.asked_at, r.actor
    FROM calendar_slice s JOIN calendar_run r ON r.id = s.run
   WHERE s.done_at IS NULL AND s.next_attempt_at <= machine_now() AND r.finished_at IS NULL
   ORDER BY r.kind = 'preview', r.begun_at, s.n LIMIT 1 FOR UPDATE OF s SKIP LOCKED`;

/**
 * Takes the next slice that nobody works on and does it: the lock on its row is held meanwhile, so that with a process
 * that dies the slice is free again. A slice that fails is tried again later, and the others go on. Returns how many
 * were done: 0 or 1.
 */
export async function takeSlice(record: CaseRecord): Promise<number> {
  let taken: Slice | null = null;
  try {
    return await inTransaction(record.database.ordinary, async (tx) => {
      taken = await tx.maybe<Slice>(TAKE);
      if (taken === null) return 0;
      await (taken.kind === 'preview' ? preview(tx, taken) : apply(record, tx, taken));
      await tx.run(`UPDATE calendar_slice SET done_at = machine_now() WHERE run = $1 AND n = $2`, [taken.run, taken.n]);
      return 1;
    });
  } catch (fault) {
    if (taken !== null) await tryLater(record, taken);
    throw fault;
  }
}

/** The real deed, case by case, each in its own transaction: done again it changes nothing. */
async function apply(record: CaseRecord, tx: Tx, { run, cases, asked_at: confirmedAt, actor }: Slice): Promise<void> {
  const { today } = await tx.one<{ today: string }>(`SELECT legal_now() AS today`);
  const read = await readOnce(tx, bakuDay(today));
  const confirmed = { run, confirmedAt, actor: JSON.parse(actor) as Actor };
  const faults: unknown[] = [];
  // A case that fails holds up none of the others; the slice is tried again for it.
  let heard = performance.now();
  for (const caseNumber of cases) {
    await recomputeTerms(record, caseNumber, confirmed, read).catch((fault: unknown) => faults.push(fault));
    // A session idle in its transaction for long is ended by the server: that is for processes that hang, not for this one.
    if (performance.now() - heard < 1_000) continue;
    await tx.run(`SELECT 1`);
    heard = performance.now();
  }
  if (faults.length > 0) throw faults[0];
}

/** What the deed would do if it were confirmed now, by the same function of the law. */
async function preview(tx: Tx, { run, cases, proposal, day, asked_at: confirmedAt }: Slice): Promise<void> {
  const calendar = await calendarToBe(tx, run, proposal, day);
  const parameters = await parameterRows(tx, 'term-may-shorten');
  const mayShorten = new Map<string, boolean>();
  const mayOn = (on: string) => {
    const known = mayShorten.get(on) ?? parameterOn(parameters, 'term-may-shorten', on);
    mayShorten.set(on, known);
    return known;
  };
  const terms = await tx.many<RunningTerm & { registeredAt: string }>(RUNNING, [cases, confirmedAt]);
  const lines = terms.flatMap((term) => {
    const under = { calendar, confirmedAt, countedAt: confirmedAt, mayShorten: mayOn(bakuDay(term.registeredAt)) };
    return recount(term, under)?.line ?? [];
  });
  await writeLines(tx, run, lines);
}

const built = new Map<string, Calendar>();

/** The calendar as it would be; remembered by its run, whose preview is stale anyway once a decision comes between. */
async function calendarToBe(tx: Tx, run: string, id: string, day: string): Promise<Calendar> {
  const known = built.get(run);
  if (known !== undefined) return known;
  const proposal = await findProposal(tx, id);
  if (proposal === null) throw new Error('a run is of a proposal');
  const calendar = buildCalendar(decisionsWith(await readDecisions(tx), proposal, await daysOf(tx, id), day), day);
  if (built.size > 8) built.clear();
  built.set(run, calendar);
  return calendar;
}

async function tryLater(record: CaseRecord, { run, n }: Slice): Promise<void> {
  await statements(record.database.ordinary).run(
    `UPDATE calendar_slice
        SET tries = tries + 1, next_attempt_at = machine_now() + least(60, 2 ^ tries) * interval '1 second'
      WHERE run = $1 AND n = $2`,
    [run, n],
  );
}

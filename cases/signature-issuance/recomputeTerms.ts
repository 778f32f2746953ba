import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { YearNotCovered } from '../../law/calendar/calendar.ts';
import { type ParameterRow, parameterOn } from '../../law/parameters.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { Tx } from '../record/database.ts';
import { calendarKnownOn, parameterRows } from '../record/dated.ts';
import { inCase, NOTHING_DONE } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { entryOf, recount, type RunningTerm, storeRecounted, type Under } from '../terms/recount.ts';
import { type MovedTerm, tellEndMoved } from './tellEndMoved.ts';

/** A calendar that was confirmed (legal instant, ISO) by somebody, and the run that counts the open terms anew under it. */
export type Confirmed = { run: string; confirmedAt: string; actor: Actor };

/** What is the same for many cases and may be read once for all of them: the calendar, its day, the parameter's rows. */
export type ReadOnce = { day: string; calendar: Under['calendar']; parameters: readonly ParameterRow[] };

/** Reads what counting anew needs on an ISO day (Baku). */
export async function readOnce(tx: Tx, day: string): Promise<ReadOnce> {
  return {
    day,
    calendar: await calendarKnownOn(tx, day),
    parameters: await parameterRows(tx, 'term-may-shorten'),
  };
}

/**
 * Counts the open terms in working days of one case anew under the calendar as known today (R1598/2.8, 2.11, 2.17, 2.18,
 * 5.4): those that had not ended when it was confirmed. Both ends stay in the term's explanation and in the evidence,
 * also where ADR 8 keeps the old one; of an end of 2.8 that moved those concerned are told. Asked again, it changes nothing.
 */
export async function recomputeTerms(
  record: CaseRecord,
  caseNumber: string,
  { run, confirmedAt, actor }: Confirmed,
  read?: ReadOnce,
): Promise<void> {
  await inCase<null>(record, caseNumber, actor, async (tx, now, facts) => {
    const today = bakuDay(now);
    const { calendar, parameters } = read?.day === today ? read : await readOnce(tx, today);
    const mayShorten = parameterOn(parameters, 'term-may-shorten', bakuDay(facts.registered_at));
    const under = { calendar, confirmedAt, countedAt: now, mayShorten };
    const terms = await tx.many<RunningTerm>(RUNNING, [[caseNumber], confirmedAt]);
    const recounted = terms.flatMap((term) => recount(term, under) ?? []);
    const [first, ...others] = recounted.map(entryOf);
    if (first === undefined) return { outcome: null, evidence: NOTHING_DONE };
    await storeRecounted(tx, run, caseNumber, recounted);
    await tellEndMoved(tx, now, record, facts, movedOpinions(recounted));
    // The procedure waits for an end: where none moved there is nothing to wake it for.
    return { outcome: null, evidence: [first, ...others], wake: recounted.some(({ line }) => line.outcome !== 'kept') };
  });
}

/** The open terms in working days of cases ($1) that had not ended at an instant ($2): the agencies' first. */
export const RUNNING = `
  SELECT t.case_number AS "caseNumber", t.clause, t.holder, t.started_at AS "startedAt", t.ends_at AS "endsAt",
         t.explanation, c.registered_at AS "registeredAt",
         EXISTS (SELECT 1 FROM opinion o WHERE o.case_number = t.case_number AND o.agency = t.holder
                    AND t.clause = 'R1598/2.8' AND o.effect IN ('noted', 'ended-the-case')) AS answered
    FROM term t JOIN "case" c ON c.number = t.case_number
   WHERE t.case_number = ANY ($1) AND t.months IS NULL AND t.closed_at IS NULL AND t.ends_at > $2::timestamptz
   ORDER BY t.case_number, t.clause <> 'R1598/2.8', t.clause, t.holder`;

function movedOpinions(recounted: readonly ReturnType<typeof recount>[]): MovedTerm[] {
  return recounted.flatMap((one) => {
    if (one === null || one.line.clause !== 'R1598/2.8') return [];
    const { outcome, holder, oldEnd: before, newEnd: endsAt } = one.line;
    if (outcome !== 'longer' && outcome !== 'shorter') return [];
    return [{ agency: holder as Agency, before, endsAt, answered: one.term.answered }];
  });
}

/**
 * Counts a case anew before another deed decides by its terms, where a calendar was confirmed and its counting has not
 * come to this case yet: nothing ends by an end that no longer is one.
 */
export async function recomputeFirst(record: CaseRecord, caseNumber: string, tx: Tx): Promise<void> {
  const running = await tx.maybe<{ run: string; confirmedAt: string; actor: string }>(
    `SELECT id AS run, asked_at AS "confirmedAt", actor FROM calendar_run WHERE kind = 'application' AND finished_at IS NULL`,
  );
  if (running === null) return;
  const { run, confirmedAt, actor } = running;
  await recomputeTerms(record, caseNumber, { run, confirmedAt, actor: JSON.parse(actor) as Actor });
}

/** The same before a deed that must be taken also where an end cannot be counted yet: the stored one stands then. */
export async function recomputeWhereCovered(record: CaseRecord, caseNumber: string, tx: Tx): Promise<void> {
  await recomputeFirst(record, caseNumber, tx).catch((fault: unknown) => {
    if (!(fault instanceof YearNotCovered)) throw fault;
  });
}

import type { ClauseId } from '../../law/clauses.ts';
import type { Tx } from '../record/database.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { calendarKnownOn, parameterInForce } from '../record/dated.ts';
import type { Entry } from '../record/evidence.ts';
import { inCase, NOTHING_DONE } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { recount, type RunningTerm } from '../terms/recount.ts';
import { readStandings } from './standings.ts';
import { type MovedTerm, tellEndMoved } from './tellEndMoved.ts';

/**
 * Recomputes the open terms in working days of one case under the calendar as known today (R1598/2.8, 2.11, 2.17, 2.18,
 * 5.4): both ends stay in the term's explanation and in the evidence, also where ADR 8 keeps the old one; of an end of
 * 2.8 that moved those concerned are told.
 */
export async function recomputeTerms(record: CaseRecord, actor: Actor, caseNumber: string): Promise<void> {
  await inCase<null>(record, caseNumber, actor, async (tx, now, facts) => {
    const calendar = await calendarKnownOn(tx, bakuDay(now));
    const mayShorten = await parameterInForce(tx, 'term-may-shorten', bakuDay(facts.registered_at));
    const entries: Entry[] = [];
    const moved: MovedTerm[] = [];
    for (const term of await runningTerms(tx, now, caseNumber)) {
      const recounted = await recount(tx, now, term, { calendar, mayShorten });
      if (recounted === null) continue;
      entries.push(recounted.entry);
      if (recounted.moved !== null && term.opinion !== undefined) moved.push({ ...term.opinion, ...recounted.moved });
    }
    const [first, ...others] = entries;
    if (first === undefined) return { outcome: null, evidence: NOTHING_DONE };
    await tellEndMoved(tx, now, record, facts, moved);
    return { outcome: null, evidence: [first, ...others], wake: true };
  });
}

type Running = RunningTerm & { opinion?: Pick<MovedTerm, 'agency' | 'answered'> };

/** The terms in working days that are open and have not ended: the agencies', then those of others who act. */
async function runningTerms(tx: Tx, now: string, caseNumber: string): Promise<Running[]> {
  const opinions = (await readStandings(tx, caseNumber, now)).flatMap<Running>((standing) => {
    const { agency, started_at: startedAt, ends_at: endsAt, closed_at, ended, explanation, answer } = standing;
    if (startedAt === null || endsAt === null || explanation === null || closed_at !== null || ended) return [];
    const of = { caseNumber, clause: 'R1598/2.8', holder: agency, startedAt, endsAt, explanation } as const;
    return [{ ...of, who: { agency }, opinion: { agency, answered: answer !== null } }];
  });
  const others = await tx.many<Omit<RunningTerm, 'caseNumber' | 'who'> & { clause: ClauseId }>(
    `SELECT clause, holder, started_at AS "startedAt", ends_at AS "endsAt", explanation FROM term
      WHERE case_number = $1 AND clause <> 'R1598/2.8' AND months IS NULL AND closed_at IS NULL
        AND ends_at > $2::timestamptz
      ORDER BY clause, holder`,
    [caseNumber, now],
  );
  return [...opinions, ...others.map((term) => ({ ...term, caseNumber, who: { holder: term.holder } }))];
}

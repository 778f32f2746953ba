import { type ExplainedTerm, recomputedTerm } from '../../law/calendar/recomputedTerm.ts';
import { reminderInstant } from '../../law/calendar/workingDays.ts';
import type { Extension } from '../../law/signature-issuance/outages.ts';
import type { Tx } from '../record/database.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { calendarKnownOn, parameterInForce } from '../record/dated.ts';
import type { Entry } from '../record/evidence.ts';
import { inCase, NOTHING_DONE } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { readStandings } from './standings.ts';
import { type MovedTerm, tellEndMoved } from './tellEndMoved.ts';

/**
 * Recomputes the open terms of one case under the calendar as known today (R1598/2.8): both ends stay in the term's
 * explanation and in the evidence, also where ADR 8 keeps the old one, and those concerned are told of an end that moved.
 */
export async function recomputeTerms(record: CaseRecord, actor: Actor, caseNumber: string): Promise<void> {
  await inCase<null>(record, caseNumber, actor, async (tx, now, facts) => {
    const calendar = await calendarKnownOn(tx, bakuDay(now));
    const mayShorten = await parameterInForce(tx, 'term-may-shorten', bakuDay(facts.registered_at));
    const entries: Entry[] = [];
    const moved: MovedTerm[] = [];
    for (const standing of await readStandings(tx, caseNumber, now)) {
      const { agency, started_at: startedAt, ends_at: endsAt, closed_at, ended, explanation } = standing;
      if (startedAt === null || endsAt === null || explanation === null || closed_at !== null || ended) continue;
      const stored = JSON.parse(explanation) as ExplainedTerm<Extension>;
      const outcome = recomputedTerm({ stored, startedAt, endsAt, confirmedAt: now, calendar, mayShorten });
      switch (outcome.kind) {
        case 'unchanged':
          break;
        case 'kept': {
          await store(tx, caseNumber, agency, endsAt, outcome.explanation);
          const { computed, calendarVersion } = outcome;
          entries.push(entry('term-kept', { agency, kept: endsAt, computed, calendarVersion }));
          break;
        }
        case 'recounted': {
          await store(tx, caseNumber, agency, endsAt, outcome.explanation);
          const { calendarVersion, provisional } = outcome.explanation;
          entries.push(entry('term-recounted', { agency, endsAt, calendarVersion, provisional }));
          break;
        }
        case 'moved': {
          const { from: before, to, calendarVersion } = outcome.move;
          await store(tx, caseNumber, agency, to, outcome.explanation);
          entries.push(entry('term-recomputed', { agency, before, endsAt: to, calendarVersion }));
          moved.push({ agency, before, endsAt: to, answered: standing.answer !== null });
        }
      }
    }
    const [first, ...others] = entries;
    if (first === undefined) return { outcome: null, evidence: NOTHING_DONE };
    await tellEndMoved(tx, now, record, facts, moved);
    return { outcome: null, evidence: [first, ...others], wake: true };
  });
}

function entry(what: string, facts: Entry['facts'] & object): Entry {
  return { what, clause: 'R1598/2.8', facts };
}

async function store(tx: Tx, caseNumber: string, agency: string, endsAt: string, explanation: ExplainedTerm) {
  const { calendarVersion, provisional } = explanation;
  await tx.run(
    `UPDATE term SET ends_at = $3, explanation = $4, calendar_version = $5, provisional = $6, reminder_at = $7
      WHERE case_number = $1 AND clause = 'R1598/2.8' AND holder = $2`,
    [
      caseNumber,
      agency,
      endsAt,
      JSON.stringify(explanation),
      calendarVersion,
      provisional,
      reminderInstant(explanation),
    ],
  );
}

import { recomputedEnd } from '../../law/calendar/recomputedEnd.ts';
import { deadline, type Deadline, reminderInstant } from '../../law/calendar/workingDays.ts';
import type { Decision } from '../../law/calendar/calendar.ts';
import type { Extension } from '../../law/signature-issuance/outages.ts';
import { inTransaction, statements } from '../record/database.ts';
import { calendarKnownOn, dayInBaku, parameterInForce } from '../record/dated.ts';
import { type Entry, writeEvidence } from '../record/evidence.ts';
import { earlierAnswer, keepAnswer, type Repeatable } from '../record/idempotency.ts';
import { inCase, NOTHING_DONE, type NotFirst } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { readStandings } from './standings.ts';

/** What became of a new decision about a day; every open term is then recomputed, case by case. */
export type PublishOutcome = { kind: 'published'; openCases: number } | { kind: 'known-already' };

/**
 * Takes a new decision of the Cabinet about a day into the calendar and recomputes every open term; both values stay in
 * the record. What was taken in time stays in time; a term that has ended never comes back; ADR 8 says whether a term
 * may become shorter.
 */
export async function publishDecision(
  record: CaseRecord,
  actor: Actor,
  decision: Decision,
  request: Repeatable,
): Promise<PublishOutcome | NotFirst> {
  const outcome = await inTransaction<PublishOutcome | NotFirst>(record.database.ordinary, async (tx) => {
    const earlier = await earlierAnswer<PublishOutcome>(tx, record, request);
    if (earlier !== null) return earlier.kind === 'repeat' ? earlier.outcome : earlier;
    const added = await tx.run(
      `INSERT INTO calendar_decision (day, kind, instead, published, recorded_at)
       VALUES ($1, $2, $3, $4, legal_now()) ON CONFLICT (day, kind) DO NOTHING`,
      [decision.day, decision.kind, decision.instead, decision.published],
    );
    const { openCases } = await tx.one<{ openCases: number }>(
      `SELECT count(DISTINCT case_number)::integer AS "openCases" FROM term WHERE closed_at IS NULL`,
    );
    const answer: PublishOutcome = added === 0 ? { kind: 'known-already' } : { kind: 'published', openCases };
    await keepAnswer(tx, record, request, answer);
    return answer;
  });
  // Asked again after a crash in between, or after a release brought the row, it recomputes what is left: an end that
  // stands is not moved twice.
  if (outcome.kind === 'published' || outcome.kind === 'known-already')
    await recomputeOpenTerms(record, actor, decision);
  return outcome;
}

async function recomputeOpenTerms(record: CaseRecord, actor: Actor, decision: Decision): Promise<void> {
  await writeEvidence(record, () => 'installation', actor, [{ what: 'calendar-decision-published', facts: decision }]);
  const open = await statements(record.database.ordinary).many<{ number: string }>(
    `SELECT DISTINCT case_number AS number FROM term WHERE closed_at IS NULL ORDER BY 1`,
  );
  for (const { number } of open) await recompute(record, actor, number);
}

/** Recomputes the open terms of one case under the calendar as known today. */
async function recompute(record: CaseRecord, actor: Actor, caseNumber: string): Promise<void> {
  await inCase<null>(record, caseNumber, actor, async (tx, now, facts) => {
    const calendar = await calendarKnownOn(tx, dayInBaku(now));
    const mayShorten = await parameterInForce(tx, 'term-may-shorten', dayInBaku(facts.registered_at));
    const entries: Entry[] = [];
    for (const { agency, started_at, ends_at, closed_at, ended, explanation } of await readStandings(
      tx,
      caseNumber,
      now,
    )) {
      if (started_at === null || ends_at === null || explanation === null || closed_at !== null || ended) continue;
      const old = JSON.parse(explanation) as Deadline & { extensions: Extension[] };
      const fresh = deadline(calendar, started_at, old.workingDays);
      const endsAt = recomputedEnd({ oldEnd: ends_at, newEnd: fresh.endsAt, confirmedAt: now, calendar, mayShorten });
      if (Date.parse(endsAt) === Date.parse(ends_at)) continue;
      const kept = JSON.stringify({ ...fresh, endsAt, extensions: old.extensions, before: ends_at });
      await tx.run(
        `UPDATE term SET ends_at = $3, explanation = $4, calendar_version = $5, provisional = $6, reminder_at = $7
          WHERE case_number = $1 AND clause = 'R1598/2.8' AND holder = $2`,
        [caseNumber, agency, endsAt, kept, fresh.calendarVersion, fresh.provisional, reminderInstant(fresh)],
      );
      const told = { agency, before: ends_at, endsAt, calendarVersion: fresh.calendarVersion };
      entries.push({ what: 'term-recomputed', clause: 'R1598/2.8', facts: told });
    }
    const [first, ...others] = entries;
    if (first === undefined) return { outcome: null, evidence: NOTHING_DONE };
    return { outcome: null, evidence: [first, ...others], wake: true };
  });
}

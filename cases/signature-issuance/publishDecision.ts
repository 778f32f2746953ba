import { recomputedEnd } from '../../law/calendar/recomputedEnd.ts';
import { deadline, type Deadline, reminderInstant } from '../../law/calendar/workingDays.ts';
import type { Decision } from '../../law/calendar/calendar.ts';
import type { Extension } from '../../law/signature-issuance/outages.ts';
import { inTransaction, statements } from '../record/database.ts';
import { calendarKnownOn, dayInBaku, parameterInForce } from '../record/dated.ts';
import type { Entry } from '../record/evidence.ts';
import { inCase, NOTHING_DONE } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { readStandings } from './standings.ts';

/** What became of a new decision about a day: how many running cases were recomputed, and how many ends moved. */
export type PublishOutcome = { kind: 'published'; cases: number; moved: number } | { kind: 'known-already' };

/**
 * Takes a new decision of the Cabinet about a day into the calendar and recomputes every open term; both values stay in
 * the record. What was taken in time stays in time; a term that has ended never comes back; ADR 8 says whether a term
 * may become shorter.
 */
export async function publishDecision(record: CaseRecord, actor: Actor, decision: Decision): Promise<PublishOutcome> {
  const added = await inTransaction(record.database.ordinary, (tx) =>
    tx.run(
      `INSERT INTO calendar_decision (day, kind, instead, published, recorded_at)
       VALUES ($1, $2, $3, $4, legal_now()) ON CONFLICT (day, kind) DO NOTHING`,
      [decision.day, decision.kind, decision.instead, decision.published],
    ),
  );
  if (added === 0) return { kind: 'known-already' };
  const open = await statements(record.database.ordinary).many<{ number: string }>(
    `SELECT DISTINCT case_number AS number FROM term WHERE closed_at IS NULL ORDER BY 1`,
  );
  let moved = 0;
  for (const { number } of open) moved += (await recompute(record, actor, number)) ?? 0;
  return { kind: 'published', cases: open.length, moved };
}

/** Recomputes the open terms of one case under the calendar as known today; returns how many ends moved. */
async function recompute(record: CaseRecord, actor: Actor, caseNumber: string): Promise<number | null> {
  return inCase<number>(record, caseNumber, actor, async (tx, now, facts) => {
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
    if (first === undefined) return { outcome: 0, evidence: NOTHING_DONE };
    return { outcome: entries.length, evidence: [first, ...others], wake: true };
  });
}

import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { outcomeOfOpinions } from '../../law/signature-issuance/opinions.ts';
import { compareClocks } from '../record/compareClocks.ts';
import { statements, type Tx } from '../record/database.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { parameterInForce } from '../record/dated.ts';
import type { Entry } from '../record/evidence.ts';
import { type CaseRow, inCase, NOTHING_DONE } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';
import { approve, closeTermsAs } from './approve.ts';
import { beginProven } from './beginProven.ts';
import { standingsAfterOutages } from './extendTerms.ts';
import { recomputeFirst } from './recomputeTerms.ts';
import { asTerms, type Standing } from './standings.ts';

/** What the record answers to "close these terms if they have ended". `milliseconds` is how long to wait before asking again. */
export type OpinionsOutcome =
  | { kind: 'decided'; outcome: 'approved' | 'negative-opinion' | 'withdrawn' }
  | { kind: 'deliver'; agencies: Agency[] }
  | { kind: 'wait'; milliseconds: number };

const LONGEST_WAIT_MS = 24 * 3_600_000;
const FROZEN_WAIT_MS = 60_000;
/** How often a term is tried whose end the calendar does not reach. */
const CALENDAR_WAIT_MS = 3_600_000;

/**
 * Asks the record where the opinions stand, and does what is due: reminds, closes the terms that have ended, approves
 * when none of the four gave a negative opinion (R1598/2.8). Never early: a term is closed only when its stored end is
 * not after the legal instant read under the lock, and only while PostgreSQL's machine clock and the caller's
 * (`machineNow` reads it, ISO) agree. Asking again at any time is harmless; the sweep passes over a case that is being worked on.
 */
export async function closeTerms(
  record: CaseRecord,
  caseNumber: string,
  asked: { machineNow: () => string; by: 'procedure' | 'sweep' },
): Promise<OpinionsOutcome | null> {
  await recomputeFirst(record, caseNumber, statements(record.database.ordinary));
  return inCase<OpinionsOutcome>(
    record,
    caseNumber,
    THE_PROCEDURE,
    async (tx, now, facts) => {
      if (facts.stage !== 'opinions')
        return { outcome: { kind: 'decided', outcome: await ofOpinions(tx, facts) }, evidence: NOTHING_DONE };
      const clocks = await compareClocks(tx, now, caseNumber, asked.machineNow);
      if (!clocks.agree)
        return {
          outcome: { kind: 'wait', milliseconds: clocks.milliseconds },
          evidence: clocks.isNew ? [{ what: 'clocks-disagree' }] : NOTHING_DONE,
        };

      const begun = await beginProven(tx, now, facts);
      const { standings, entries: extended } = await standingsAfterOutages(tx, now, facts);
      const entries = [...begun, ...extended];
      const earlyEnd = await parameterInForce(tx, 'early-end', bakuDay(facts.registered_at));
      const opinions = outcomeOfOpinions(asTerms(standings), { earlyEnd });
      if (opinions.kind === 'negative-opinion') throw new Error('a negative opinion ends the case in its own deed');
      if (opinions.kind === 'approved') {
        entries.push(await approve(tx, now, record, facts, standings, opinions));
        return {
          outcome: { kind: 'decided', outcome: 'approved' },
          evidence: written(entries),
          wake: asked.by === 'sweep',
        };
      }

      entries.push(...(await closeEnded(tx, now, caseNumber, standings)));
      entries.push(...(await remind(tx, now, record, facts, standings)));
      return { outcome: await next(tx, standings), evidence: written(entries) };
    },
    { at: 'close', skipBusy: asked.by === 'sweep' },
  );
}

/**
 * How the opinions ended in a case that has gone on from there: what came later is not theirs. A withdrawal is, where it
 * came before they had ended, and so told the agencies to stop.
 */
async function ofOpinions(
  tx: Tx,
  { number, outcome }: CaseRow,
): Promise<'approved' | 'negative-opinion' | 'withdrawn'> {
  if (outcome === 'negative-opinion') return 'negative-opinion';
  if (outcome !== 'withdrawn') return 'approved';
  const { stopped } = await tx.one<{ stopped: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM opinion_request WHERE case_number = $1 AND stop_why = 'withdrawn') AS stopped`,
    [number],
  );
  return stopped ? 'withdrawn' : 'approved';
}

async function closeEnded(tx: Tx, now: string, caseNumber: string, standings: readonly Standing[]): Promise<Entry[]> {
  const ends = standings
    .filter((standing) => standing.ended && standing.closed_at === null && !standing.blocked)
    .map(({ agency, answer }) => ({
      agency,
      outcome: answer === null ? ('silence' as const) : ('nothing-against' as const),
    }));
  if (ends.length === 0) return [];
  await closeTermsAs(tx, now, caseNumber, ends);
  return ends.map((facts) => ({ what: 'term-closed', clause: 'R1598/2.8', facts }));
}

async function remind(
  tx: Tx,
  now: string,
  record: CaseRecord,
  facts: CaseRow,
  standings: readonly Standing[],
): Promise<Entry[]> {
  const silent = standings.filter(
    ({ reminder_due, reminded_at, answer }) => reminder_due && reminded_at === null && answer === null,
  );
  for (const { agency, ends_at: endsAt } of silent) {
    if (endsAt === null) continue;
    await tx.run(`UPDATE term SET reminded_at = $3 WHERE case_number = $1 AND clause = 'R1598/2.8' AND holder = $2`, [
      facts.number,
      agency,
      now,
    ]);
    await addNotice(tx, now, {
      caseNumber: facts.number,
      kind: 'agency-reminder',
      recipient: agency,
      language: 'az',
      key: record.seal.openKey(facts.sealed_key),
      facts: { caseNumber: facts.number, agency, endsAt },
    });
  }
  return silent.map(({ agency }) => ({ what: 'reminded', clause: 'R1598/2.8', facts: { agency } }));
}

/** Deliveries that are due now, or else how long until the next thing is. */
async function next(tx: Tx, standings: readonly Standing[]): Promise<OpinionsOutcome> {
  const undelivered = standings.filter(({ acknowledged_at }) => acknowledged_at === null);
  const due = undelivered.filter(({ ms_to_attempt }) => ms_to_attempt <= 0).map(({ agency }) => agency);
  if (due.length > 0) return { kind: 'deliver', agencies: due };

  const { frozen } = await tx.one<{ frozen: boolean }>(`SELECT frozen_at IS NOT NULL AS frozen FROM legal_clock`);
  const legal = standings.flatMap(({ ms_to_end, ms_to_reminder, reminded_at, answer, ended }) => [
    ...(ms_to_end !== null && !ended ? [ms_to_end] : []),
    ...(ms_to_reminder !== null && reminded_at === null && answer === null && ms_to_reminder > 0
      ? [ms_to_reminder]
      : []),
  ]);
  const waits = [
    ...legal.map((ms) => (frozen ? Math.max(ms, FROZEN_WAIT_MS) : ms)),
    ...undelivered.map(({ ms_to_attempt }) => ms_to_attempt),
    ...(standings.some(({ proven_at, started_at }) => proven_at !== null && started_at === null)
      ? [CALENDAR_WAIT_MS]
      : []),
    LONGEST_WAIT_MS,
  ];
  return { kind: 'wait', milliseconds: Math.max(1, Math.ceil(Math.min(...waits))) };
}

function written(entries: readonly Entry[]): readonly [Entry, ...Entry[]] | typeof NOTHING_DONE {
  const [first, ...others] = entries;
  return first === undefined ? NOTHING_DONE : [first, ...others];
}

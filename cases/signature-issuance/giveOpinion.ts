import { createHash } from 'node:crypto';
import { AGENCIES, type Agency } from '../../law/signature-issuance/agencies.ts';
import { effectOfOpinion, type Opinion, outcomeOfOpinions } from '../../law/signature-issuance/opinions.ts';
import { statements, type Tx } from '../record/database.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { YearNotCovered } from '../../law/calendar/calendar.ts';
import { parameterInForce } from '../record/dated.ts';
import type { Entry } from '../record/evidence.ts';
import { type CaseRow, type Done, inCase } from '../record/inCase.ts';
import { closeIncident, openIncident } from '../record/incidents.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { seal } from '../record/seal.ts';
import { approve } from './approve.ts';
import { endByNegativeOpinion } from './endByNegativeOpinion.ts';
import { standingsAfterOutages } from './extendTerms.ts';
import { recomputeWhereCovered } from './recomputeTerms.ts';
import { asTerms, proofOf, readStandings, type Standing } from './standings.ts';
import { startTerm } from './startTerm.ts';

/** A message from an agency, believed: its sender was proven by the listener. `unreadable` keeps only a digest. */
export type OpinionInput = {
  caseNumber: string;
  agency: Agency;
  messageId: string;
  content: { kind: 'readable'; opinion: Opinion } | { kind: 'unreadable'; sha256: string };
  /** The agency's reviewer who said it on a page; absent where its system sent it. */
  by?: Actor;
};

/** What became of the message; a repeat of it gets the first answer. Instants are ISO, ms, UTC. */
export type OpinionOutcome = {
  kind: 'ended-the-case' | 'noted' | 'late' | 'after-decision' | 'incident';
  clause: 'R1598/2.8';
  receivedAt: string;
  termEndsAt: string | null;
};

/**
 * Takes an agency's opinion (R1598/2.8): whether it was in time is decided by two stored instants, its receipt under
 * the lock and the term's end. Any timely negative opinion ends the case; a late one is kept without effect; what
 * cannot be read in time is an incident, not silence. Null when there is no such case.
 */
export async function giveOpinion(record: CaseRecord, input: OpinionInput): Promise<OpinionOutcome | null> {
  const actor = input.by ?? ({ capacity: 'agency', id: input.agency } as const);
  await recomputeWhereCovered(record, input.caseNumber, statements(record.database.urgent));
  return inCase(record, input.caseNumber, actor, (tx, now, facts) => take(tx, now, facts, record, input), {
    at: 'opinion',
    urgent: true,
  });
}

type First = { content_sha256: string; answer: string };

/** The messages kept under an id: the first as it came, those that used the id again with other content marked after it. */
const KEPT = `SELECT content_sha256, answer FROM opinion
  WHERE case_number = $1 AND agency = $2 AND (message_id = $3 OR starts_with(message_id, $3 || '#'))`;

async function take(
  tx: Tx,
  now: string,
  facts: CaseRow,
  record: CaseRecord,
  given: OpinionInput,
): Promise<Done<OpinionOutcome>> {
  const { agency, messageId } = given;
  const kept = await tx.many<First>(KEPT, [facts.number, agency, messageId]);
  const first = kept.find(({ content_sha256 }) => content_sha256 === digestOf(given));
  if (first !== undefined) return repeat(first, given);
  // An id used again for other content is no repeat: what an agency says in time is never lost to its numbering.
  const input = kept.length === 0 ? given : { ...given, messageId: `${messageId}#${kept.length + 1}` };

  const { standings, entries } = await withTerm(tx, now, facts, agency);
  const standing = standings.find((one) => one.agency === agency);
  if (standing === undefined) throw new Error('a request to each agency is written with its case');
  const inTime = !standing.ended;
  const answer = (kind: OpinionOutcome['kind']): OpinionOutcome => ({
    kind,
    clause: 'R1598/2.8',
    receivedAt: now,
    termEndsAt: standing.ends_at,
  });

  const decided = facts.stage !== 'opinions';
  if (input.content.kind === 'unreadable') {
    const outcome = answer(!inTime ? 'late' : decided ? 'after-decision' : 'incident');
    await keep(tx, record, facts, input, outcome);
    if (outcome.kind === 'incident')
      await openIncident(tx, now, { caseNumber: facts.number, kind: 'unreadable-opinion', holder: agency });
    return { outcome, evidence: [...entries, entryOf(input, outcome)] as [Entry] };
  }

  const { opinion } = input.content;
  const effect = effectOfOpinion({ opinion, inTime, decided });
  const outcome = answer(effect.kind);
  await keep(tx, record, facts, input, outcome);
  const evidence: [Entry, ...Entry[]] = [...entries, entryOf(input, outcome)] as [Entry];
  switch (effect.kind) {
    case 'late':
    case 'after-decision':
      return { outcome, evidence };
    case 'ended-the-case':
      if (standing.blocked) await clearUp(tx, now, facts, agency);
      evidence.push(await endByNegativeOpinion(tx, now, record, facts, agency));
      return { outcome, evidence, wake: true };
    case 'noted': {
      if (standing.blocked) await clearUp(tx, now, facts, agency);
      const isLast = standings.every((one) => one.agency === agency || saysNothingAgainst(one));
      const approval = isLast ? await approvalNow(tx, now, record, facts) : null;
      if (approval !== null) evidence.push(approval);
      return { outcome, evidence, wake: approval !== null };
    }
  }
}

/** Whether with this answer all is said, so that the procedure may end early (R1598/1.2.6; ADR 4). */
async function approvalNow(tx: Tx, now: string, record: CaseRecord, facts: CaseRow): Promise<Entry | null> {
  const standings = await readStandings(tx, facts.number, now);
  if (!standings.every(saysNothingAgainst)) return null;
  const earlyEnd = await parameterInForce(tx, 'early-end', bakuDay(facts.registered_at));
  const opinions = outcomeOfOpinions(asTerms(standings), { earlyEnd });
  return opinions.kind === 'approved' ? approve(tx, now, record, facts, standings, opinions) : null;
}

function saysNothingAgainst({ answer, blocked }: Standing): boolean {
  return answer === 'nothing-against' && !blocked;
}

/** What this agency sent before and nobody could read is overtaken by what can be read. */
async function clearUp(tx: Tx, now: string, { number: caseNumber }: CaseRow, agency: Agency): Promise<void> {
  await closeIncident(tx, now, { caseNumber, kind: 'unreadable-opinion', holder: agency }, 'readable-message');
}

/**
 * An opinion that comes before we recorded the delivery proves the delivery itself (ADR 1); in a decided case there is
 * no term left to start. Where the term's end lies in a year the calendar does not cover none can begin yet, and an
 * opinion needs none: what has not begun has not ended.
 */
async function withTerm(
  tx: Tx,
  now: string,
  facts: CaseRow,
  agency: Agency,
): Promise<{ standings: Standing[]; entries: Entry[] }> {
  if (!AGENCIES.includes(agency)) throw new Error('not one of the four agencies');
  const found = await standingsAfterOutages(tx, now, facts).catch(async (fault: unknown) => {
    // No opinion is refused because an end cannot be counted yet: the stored one stands.
    if (!(fault instanceof YearNotCovered)) throw fault;
    return { standings: await readStandings(tx, facts.number, now), entries: [] };
  });
  const own = found.standings.find((one) => one.agency === agency);
  if (own === undefined || own.started_at !== null || facts.stage !== 'opinions') return found;
  const started = await startTerm(tx, now, facts, agency, proofOf(own) ?? { at: now, how: 'by-its-opinion' });
  if (started instanceof YearNotCovered) return found;
  await closeIncident(
    tx,
    now,
    { caseNumber: facts.number, kind: 'delivery-not-proven', holder: agency },
    'by-its-opinion',
  );
  return { standings: await readStandings(tx, facts.number, now), entries: [...found.entries, started.entry] };
}

function repeat(first: First, input: OpinionInput): Done<OpinionOutcome> {
  const facts = { agency: input.agency, message: input.messageId };
  return {
    outcome: JSON.parse(first.answer) as OpinionOutcome,
    evidence: [{ what: 'opinion-repeated', clause: 'R1598/2.8', facts }],
  };
}

async function keep(
  tx: Tx,
  record: CaseRecord,
  facts: CaseRow,
  input: OpinionInput,
  outcome: OpinionOutcome,
): Promise<void> {
  const readable = input.content.kind === 'readable' ? input.content.opinion : null;
  const negative = readable?.kind === 'negative' ? readable : null;
  // Code and grounds are the agency's own words: whatever they hold of a person is sealed.
  const words = negative?.code === undefined && negative?.grounds === undefined ? null : JSON.stringify(negative);
  await tx.run(
    `INSERT INTO opinion (agency, message_id, case_number, kind, sealed_grounds, received_at, term_ends_at,
                          effect, content_sha256, answer, given_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      input.agency,
      input.messageId,
      facts.number,
      readable?.kind ?? 'unreadable',
      words === null ? null : seal(record.seal.openKey(facts.sealed_key), words),
      outcome.receivedAt,
      outcome.termEndsAt,
      outcome.kind,
      digestOf(input),
      JSON.stringify(outcome),
      input.by?.id ?? null,
    ],
  );
}

function entryOf(input: OpinionInput, { kind, receivedAt, termEndsAt }: OpinionOutcome): Entry {
  const opinion = input.content.kind === 'readable' ? input.content.opinion.kind : 'unreadable';
  const facts = { agency: input.agency, message: input.messageId, opinion, effect: kind, receivedAt, termEndsAt };
  return { what: 'opinion-received', clause: 'R1598/2.8', facts };
}

function digestOf({ caseNumber, content }: OpinionInput): string {
  return createHash('sha256')
    .update(JSON.stringify([caseNumber, content]))
    .digest('hex');
}

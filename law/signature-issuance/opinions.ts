import type { ClauseId } from '../clauses.ts';
import { AGENCIES, type Agency } from './agencies.ts';

/** What an agency says of an application; code and grounds are asked for, never demanded (R1598/2.8). */
export type Opinion = { kind: 'nothing-against' } | { kind: 'negative'; code?: string; grounds?: string };

/** Where one agency's term stands: `blocked` is an unreadable message received in time and not yet cleared up. */
export type TermStanding = {
  agency: Agency;
  started: boolean;
  ended: boolean;
  answer: 'nothing-against' | 'negative' | null;
  blocked: boolean;
};

/** What an opinion received at a moment does to the case. */
export type EffectOfOpinion =
  | { kind: 'ended-the-case'; clause: ClauseId }
  | { kind: 'noted'; clause: ClauseId }
  | { kind: 'late'; clause: ClauseId }
  | { kind: 'after-decision'; clause: ClauseId };

/**
 * The effect of one readable opinion (R1598/2.8): a negative one inside the term ends the case, with or without code
 * and grounds, also after "nothing against"; outside the term no opinion has effect; nothing revives a decided case.
 */
export function effectOfOpinion(facts: { opinion: Opinion; inTime: boolean; decided: boolean }): EffectOfOpinion {
  const clause = 'R1598/2.8';
  if (!facts.inTime) return { kind: 'late', clause };
  if (facts.decided) return { kind: 'after-decision', clause };
  switch (facts.opinion.kind) {
    case 'negative':
      return { kind: 'ended-the-case', clause };
    case 'nothing-against':
      return { kind: 'noted', clause };
  }
}

/** What the four terms together say. */
export type OutcomeOfOpinions =
  | { kind: 'negative-opinion'; clause: ClauseId; agency: Agency }
  | { kind: 'approved'; clause: ClauseId; silent: Agency[]; early: boolean }
  | { kind: 'open'; unproven: Agency[]; blocked: Agency[]; running: Agency[] };

/**
 * The outcome of the opinions (R1598/2.8): approved only when each of the four agencies' terms has ended without a
 * negative opinion, or early when all four answered "nothing against" and `earlyEnd` is on. An agency whose delivery is
 * not proven has not stayed silent, and nothing is approved while a message received in time could not be read.
 */
export function outcomeOfOpinions(terms: readonly TermStanding[], facts: { earlyEnd: boolean }): OutcomeOfOpinions {
  const clause = 'R1598/2.8';
  const of = (agency: Agency) => terms.find((term) => term.agency === agency);
  const negative = AGENCIES.find((agency) => of(agency)?.answer === 'negative');
  if (negative !== undefined) return { kind: 'negative-opinion', clause, agency: negative };

  const unproven = AGENCIES.filter((agency) => of(agency)?.started !== true);
  const blocked = AGENCIES.filter((agency) => of(agency)?.blocked === true);
  const running = AGENCIES.filter((agency) => of(agency)?.started === true && of(agency)?.ended !== true);
  const answered = AGENCIES.filter((agency) => of(agency)?.answer === 'nothing-against');
  const allAnswered = answered.length === AGENCIES.length;

  // What nobody could read may have been a negative opinion: nothing is approved over it.
  if (blocked.length > 0) return { kind: 'open', unproven, blocked, running };
  // A term that has not begun has not ended: its agency may still answer otherwise.
  if (unproven.length > 0) return { kind: 'open', unproven, blocked, running };
  if (allAnswered && (facts.earlyEnd || running.length === 0))
    return { kind: 'approved', clause, silent: [], early: running.length > 0 };
  if (running.length === 0)
    return { kind: 'approved', clause, silent: AGENCIES.filter((agency) => of(agency)?.answer === null), early: false };
  return { kind: 'open', unproven, blocked, running };
}

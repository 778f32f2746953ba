import type { Decision, DecisionKind } from '../../law/calendar/decision.ts';
import type { EditorRefusal } from '../../law/calendar/editor.ts';
import type { Tx } from '../record/database.ts';
import { appendToOwnChain } from '../record/evidence.ts';
import type { Actor } from '../record/record.ts';

/** One day of a proposal; `decision` is the id of the decision that is to be taken back. */
export type ProposalDay = { day: string; kind: DecisionKind; instead: string | null; decision: number | null };

/** A proposal as stored; instants are ISO (legal). */
export type Proposal = {
  id: string;
  kind: 'enter' | 'take-back';
  published: string;
  source: string;
  state: 'proposed' | 'confirmed' | 'rejected' | 'withdrawn';
  proposedAt: string;
  proposedBy: string;
  decidedAt: string | null;
  decidedBy: string | null;
  reason: string | null;
};

const PROPOSAL = `
  SELECT id, kind, published, source, state, proposed_at AS "proposedAt", proposed_by AS "proposedBy",
         decided_at AS "decidedAt", decided_by AS "decidedBy", reason
    FROM calendar_proposal WHERE id = $1`;

/** A proposal by its id; `lock` holds it until the transaction ends. */
export async function findProposal(tx: Tx, id: string, lock?: 'lock'): Promise<Proposal | null> {
  return tx.maybe<Proposal>(lock === 'lock' ? `${PROPOSAL} FOR UPDATE` : PROPOSAL, [id]);
}

/** The days of a proposal, as they were entered. */
export async function daysOf(tx: Tx, id: string): Promise<ProposalDay[]> {
  return tx.many<ProposalDay>(
    `SELECT day, kind, instead, decision FROM calendar_proposal_day WHERE proposal = $1 ORDER BY n`,
    [id],
  );
}

/** The decisions there would be if a proposal were confirmed on a day (ISO, Baku). */
export function decisionsWith(
  held: readonly (Decision & { id: number })[],
  { kind, published }: Pick<Proposal, 'kind' | 'published'>,
  days: readonly ProposalDay[],
  today: string,
): Decision[] {
  if (kind === 'take-back') {
    const taken = new Set(days.map(({ decision }) => decision));
    return held.map((decision) =>
      taken.has(decision.id) && decision.takenBack == null ? { ...decision, takenBack: today } : decision,
    );
  }
  const stands = (day: ProposalDay) =>
    held.some((one) => one.takenBack == null && one.day === day.day && one.kind === day.kind);
  return [
    ...held,
    ...days
      .filter((day) => !stands(day))
      .map(({ day, kind: what, instead }): Decision => ({ day, kind: what, instead, published })),
  ];
}

/** A deed of the editor that may not be done; the attempt is in the evidence. */
export type EditorRefused = { kind: 'refused'; reason: EditorRefusal };

/** Refuses a deed of the calendar editor; who tried it, and what, stands in the evidence. */
export async function refuseEditor(
  tx: Tx,
  actor: Actor,
  deed: string,
  about: { proposal: string | null },
  reason: EditorRefusal,
): Promise<EditorRefused> {
  await appendToOwnChain(tx, 'installation', actor, [{ what: 'deed-refused', facts: { deed, ...about, reason } }]);
  return { kind: 'refused', reason };
}

/** The mark of what a preview rests on: the decisions, and the parameter by which an end may become shorter (ADR 8). */
export async function markOfPreview(tx: Tx, decisions: string): Promise<string> {
  const { rows } = await tx.one<{ rows: string | null }>(
    `SELECT string_agg(in_force_from || '=' || value, ' ' ORDER BY in_force_from) AS rows
       FROM parameter WHERE name = 'term-may-shorten'`,
  );
  return `${decisions} ${rows ?? ''}`;
}

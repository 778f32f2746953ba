import { type Leg, standingOfBundle } from '../../law/signature-issuance/copies.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import type { ItemKind } from '../custody/enterItem.ts';
import { passBall } from '../record/ball.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import type { CaseRow } from '../record/inCase.ts';
import type { CaseRecord } from '../record/record.ts';
import { beginTerm, endTerm } from '../record/terms.ts';
import { closeBundle } from './addToBundle.ts';
import { legOfTerm } from './legOfTerm.ts';
import { readCopies } from './readCopies.ts';

/** A confirmed hand-over: what came into the taker's hands; `offeredAt` is the giver's own instant (ISO). */
export type Moved = {
  handoverId: string;
  giver: Party;
  taker: Party;
  offeredAt: string;
  items: readonly { id: string; kind: ItemKind; serial: string; copy: number }[];
};

type Term = { clause: Leg['clause']; holder: string; started_at: string; closed_at: string | null };

/**
 * What a hand-over of a bundle's copies changes (R1598/2.16-2.18), inside the deed that confirms it or settles a
 * difference, after custody was written: legs whose copies went on are done, legs whose copies came begin, and the
 * bundle ends with its last copy where it belongs. `facts` is the bundle's row, held under its lock.
 */
export async function copiesMoved(
  tx: Tx,
  now: string,
  _record: CaseRecord,
  facts: CaseRow,
  moved: Moved,
): Promise<{ entries: Entry[]; wake: boolean }> {
  const { number, mission } = facts;
  if (mission === null) throw new Error('a bundle is a mission’s');
  const entries: Entry[] = [];
  const { stage, waitsFor, legs } = standingOfBundle(mission, await readCopies(tx, number, mission));
  // A settlement moves nothing: what still lies at the mission whole is not on its way.
  const onItsWay = moved.items.length > 0 && moved.giver === `mission:${mission}`;
  if ((onItsWay || stage === 'ended') && (await closeBundle(tx, now, number)))
    entries.push({ what: 'bundle-closed', clause: 'R1598/2.16', facts: { handover: moved.handoverId } });
  const terms = await tx.many<Term>(`SELECT clause, holder, started_at, closed_at FROM term WHERE case_number = $1`, [
    number,
  ]);
  for (const term of terms.filter(({ closed_at }) => closed_at === null))
    entries.push(...(await endWhereDone(tx, now, number, term, legs)));
  const begun: Entry[] = [];
  for (const leg of legs) begun.push(...(await beginWhereCome(tx, number, leg, terms)));
  entries.push(...begun);

  await passBall(tx, now, number, waitsFor);
  const onward = stage !== facts.stage;
  if (onward) {
    await tx.run(
      `UPDATE "case" SET stage = $2, outcome = CASE WHEN $3 THEN 'delivered' END,
                         closed_at = CASE WHEN $3 THEN $4::timestamptz END WHERE number = $1`,
      [number, stage, stage === 'ended', now],
    );
    entries.push({ what: stage === 'ended' ? 'copies-delivered' : 'bundle-moved-on', facts: { stage } });
  }
  return { entries, wake: onward || begun.length > 0 };
}

/** A term is done at its holder's last offer, where all of its copies are in the next hands; without copies it stops. */
async function endWhereDone(tx: Tx, now: string, bundle: string, term: Term, legs: readonly Leg[]): Promise<Entry[]> {
  const leg = legOfTerm(legs, term);
  if (leg?.open === true) return [];
  const how = leg?.doneAt == null ? ({ kind: 'stopped' } as const) : ({ kind: 'done', at: leg.doneAt } as const);
  const ended = await endTerm(tx, now, { caseNumber: bundle, clause: term.clause, holder: term.holder }, how);
  return ended === null ? [] : [ended.entry];
}

/** Begins the term of a leg whose copies came; a later arrival at the same hands is numbered, `portal-operator/2`. */
async function beginWhereCome(tx: Tx, bundle: string, leg: Leg, terms: readonly Term[]): Promise<Entry[]> {
  const { clause, holder, cameAt } = leg;
  if (!leg.open || cameAt === null) return [];
  if (terms.some((term) => term.closed_at === null && legOfTerm([leg], term) !== undefined)) return [];
  const { earlier } = await tx.one<{ earlier: number }>(
    `SELECT count(*)::integer AS earlier FROM term
      WHERE case_number = $1 AND clause = $2 AND (holder = $3 OR starts_with(holder, $3 || '/'))`,
    [bundle, clause, holder],
  );
  const name = earlier === 0 ? holder : `${holder}/${earlier + 1}`;
  const begun = await beginTerm(tx, cameAt, {
    caseNumber: bundle,
    clause,
    holder: name,
    startEvent: 'copies-taken-over',
  });
  return [begun.entry];
}

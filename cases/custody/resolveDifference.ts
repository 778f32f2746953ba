import type { ItemState } from '../../law/signature-issuance/custody.ts';
import { settled, type Settlement, type SettlementFault } from '../../law/signature-issuance/differences.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import { copiesMoved } from '../contract-copies/copiesMoved.ts';
import { statements, type Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type CaseRow, type NotFirst, onceInCase } from '../record/inCase.ts';
import { closeIncident } from '../record/incidents.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { refuseDeed, type Refused } from '../record/refused.ts';
import { recomputeFirst } from '../signature-issuance/recomputeTerms.ts';
import { type Differing, readDiffering } from './readDiffering.ts';
import { isSameItem, type ItemName, nameOf } from './readItems.ts';
import { writeOff } from './writeOff.ts';

/** How the operator settles things of which a difference was found. */
export type Settled = ItemName & { settlement: Settlement };

/** What became of settling: `closed` says whether the chain goes on, or `left` things still differ. */
export type ResolutionOutcome =
  | { kind: 'settled'; caseNumber: string; at: string; closed: boolean; left: string[] }
  | Refused<'settled-already' | 'not-in-difference' | 'named-twice' | SettlementFault>;

const DEED = 'resolve-difference';

/**
 * Settles a difference found at a hand-over or reported, by the portal operator (ADR 22): once nothing of the incident is left, the
 * incident closes and the case's things may be offered again. Null where there is no such incident.
 */
export async function resolveDifference(
  record: CaseRecord,
  actor: Actor,
  { incidentId, items }: { incidentId: string; items: readonly Settled[] },
  request: Repeatable,
): Promise<ResolutionOutcome | NotFirst | null> {
  const incident = await statements(record.database.ordinary).maybe<{ case_number: string; holder: Party }>(
    `SELECT case_number, holder FROM incident WHERE id = $1 AND kind = 'custody-difference'`,
    [incidentId],
  );
  if (incident === null) return null;
  const { case_number: caseNumber, holder: giver } = incident;
  await recomputeFirst(record, caseNumber, statements(record.database.ordinary));
  return onceInCase<ResolutionOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const differing = await readDiffering(tx, caseNumber, giver);
    const clause = differing[0]?.clause ?? 'R1598/2.10';
    if (differing.length === 0) return refuseDeed(facts, DEED, { clause, reason: 'settled-already' });
    const judged = items.map((item, at) => judge(item, items.slice(0, at), differing, isEndedUnissued(facts)));
    const faults = judged.flatMap((one) => (one.kind === 'impossible' ? [one] : []));
    if (faults[0] !== undefined) {
      const named = faults.map(({ item, reason }) => ({ item, reason }));
      return refuseDeed(facts, DEED, { clause, reason: faults[0].reason, items: named });
    }
    const done = judged.flatMap((one) => (one.kind === 'settled' ? [one] : []));
    for (const { thing, state } of done) await write(tx, thing, state);
    const left = differing.filter(({ id }) => !done.some(({ thing }) => thing.id === id));
    const closed = left.length === 0;
    if (closed) await closeIncident(tx, now, { caseNumber, kind: 'custody-difference', holder: giver }, 'settled');
    const told = done.map(({ thing, settlement }) => {
      const { id, kind, serial, copy, handover_id } = thing;
      return { item: id, kind, serial, copy, settlement, handover: handover_id };
    });
    const follows = await follow(tx, now, record, facts, done);
    return {
      outcome: { kind: 'settled', caseNumber, at: now, closed, left: left.map(nameOf) },
      evidence: [{ what: 'difference-settled', clause, facts: { giver, closed, items: told } }, ...follows.entries],
      wake: follows.wake,
    };
  });
}

type Judged =
  | { kind: 'settled'; thing: Differing; state: ItemState; settlement: Settlement }
  | { kind: 'impossible'; item: string; reason: 'not-in-difference' | 'named-twice' | SettlementFault };

function judge(
  item: Settled,
  before: readonly Settled[],
  differing: readonly Differing[],
  endedUnissued: boolean,
): Judged {
  const impossible = (reason: Extract<Judged, { kind: 'impossible' }>['reason']) =>
    ({ kind: 'impossible', item: nameOf(item), reason }) as const;
  const thing = differing.find((one) => isSameItem(one, item));
  if (thing === undefined) return impossible('not-in-difference');
  if (before.some((one) => isSameItem(one, item))) return impossible('named-twice');
  const { settlement } = item;
  const verdict = settled({ ...thing, isSecondCopy: thing.bundled, endedUnissued }, settlement);
  return verdict.kind === 'settled' ? { ...verdict, thing, settlement } : impossible(verdict.reason);
}

function isEndedUnissued({ procedure, stage, outcome }: CaseRow): boolean {
  return procedure === 'signature-issuance' && stage === 'ended' && outcome !== 'issued';
}

async function write(tx: Tx, { id, handover_id }: Differing, state: ItemState): Promise<void> {
  await tx.run(`UPDATE custody_item SET state = $2 WHERE id = $1`, [id, state]);
  await tx.run(`UPDATE handover_item SET open = false WHERE handover_id = $1 AND item_id = $2`, [handover_id, id]);
}

/** What a settlement changes beside custody: a bundle may be whole now, and a thing written off need not come back. */
async function follow(
  tx: Tx,
  now: string,
  record: CaseRecord,
  facts: CaseRow,
  done: readonly { thing: Differing; state: ItemState }[],
): Promise<{ entries: Entry[]; wake: boolean }> {
  const [first] = done;
  if (first === undefined) return { entries: [], wake: false };
  const { handover_id: handoverId, giver, taker, offered_at: offeredAt } = first.thing;
  if (facts.procedure === 'contract-copies')
    return copiesMoved(tx, now, record, facts, { handoverId, giver, taker, offeredAt, items: [] });
  if (!isEndedUnissued(facts)) return { entries: [], wake: false };
  const gone = done.filter(({ state }) => state === 'replaced').map(({ thing }) => thing.id);
  const entries = await writeOff(tx, now, facts.number, gone);
  return { entries, wake: entries.length > 0 };
}

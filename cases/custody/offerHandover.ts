import { randomUUID } from 'node:crypto';
import type { ClauseId } from '../../law/clauses.ts';
import { type HandoverFault, mayHandOver } from '../../law/signature-issuance/custody.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import type { Tx } from '../record/database.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type CaseRow, type NotFirst, onceInCase } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused, refuseForeign } from '../record/refused.ts';
import { isOnTheWay } from './isOnTheWay.ts';
import {
  asHanded,
  type CustodyItem,
  hasOpenDifference,
  isSameItem,
  type ItemName,
  nameOf,
  readItems,
} from './readItems.ts';

type OfferFault =
  HandoverFault | 'not-in-your-hands' | 'offered-already' | 'named-twice' | 'item-unknown' | 'difference-open';

/** What became of an offer. `items` of a refusal say which thing may not be handed over, and why. */
export type OfferOutcome =
  | { kind: 'offered'; handoverId: string; caseNumber: string; clause: ClauseId; at: string }
  | Refused<OfferFault | 'applicant-takes-at-the-contract'>
  | NotYours;

const DEED = 'offer-handover';

/**
 * Offers things by their serial numbers to the next hands (R1598/2.10, 2.16-2.18; ADR 21): until the taker confirms, the
 * giver holds them. All of them go, or none; no thing is in two offers. Null when there is no such case.
 */
export async function offerHandover(
  record: CaseRecord,
  actor: Actor,
  { caseNumber, taker, items }: { caseNumber: string; taker: Party; items: readonly ItemName[] },
  request: Repeatable,
): Promise<OfferOutcome | NotFirst | null> {
  return onceInCase<OfferOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const giver = actor.party;
    const known = await readItems(tx, facts);
    if (giver === undefined || !(await isOnTheWay(tx, facts, giver, known))) return refuseForeign(DEED);
    const clause = facts.procedure === 'contract-copies' ? 'R1598/2.16' : 'R1598/2.10';
    // One copy in dispute must not hold up the other copies of a bundle, for whose holder a term runs (R1598/2.17).
    if (facts.procedure !== 'contract-copies' && (await hasOpenDifference(tx, caseNumber)))
      return refuseDeed(facts, DEED, { clause, reason: 'difference-open' });
    if (taker === 'applicant')
      return refuseDeed(facts, DEED, { clause: 'R1598/2.15', reason: 'applicant-takes-at-the-contract' });

    const judged = items.map((item, at) => ({ item, ...judge(item, items.slice(0, at), known, facts, giver, taker) }));
    const faults = judged.flatMap(({ item, clause: under, reason }) =>
      reason === null ? [] : [{ item: nameOf(item), clause: under, reason }],
    );
    const [first] = faults;
    if (first !== undefined) {
      const named = faults.map(({ item, reason }) => ({ item, reason }));
      return refuseDeed(facts, DEED, { clause: first.clause, reason: first.reason, items: named });
    }
    const offered = known.filter((one) => items.some((item) => isSameItem(item, one)));
    const act = { id: randomUUID(), clause: judged[0]?.clause ?? clause, giver, taker };
    await insert(tx, now, facts.number, act, actor.id ?? 'unknown', offered);
    const named = offered.map(({ id, kind, serial, copy }) => ({ item: id, kind, serial, copy }));
    return {
      outcome: { kind: 'offered', handoverId: act.id, caseNumber, clause: act.clause, at: now },
      evidence: [
        { what: 'handover-offered', clause: act.clause, facts: { handover: act.id, giver, taker, items: named } },
      ],
    };
  });
}

/** Why a thing may not be offered (null: it may), and under which clause. */
function judge(
  item: ItemName,
  before: readonly ItemName[],
  known: readonly CustodyItem[],
  facts: CaseRow,
  giver: Party,
  taker: Party,
): { clause: ClauseId; reason: OfferFault | null } {
  const found = known.find((one) => isSameItem(item, one) && (one.bundle === null || one.bundle === facts.number));
  const no = (reason: OfferFault) => ({ clause: 'R1598/2.10' as const, reason });
  if (found === undefined) return no('item-unknown');
  if (before.some((one) => isSameItem(item, one))) return no('named-twice');
  if (found.holder !== giver) return no('not-in-your-hands');
  if (found.bound) return no(found.disputed ? 'difference-open' : 'offered-already');
  const place = {
    mission: facts.mission ?? '',
    endedUnissued: facts.procedure === 'signature-issuance' && facts.stage === 'ended' && facts.outcome !== 'issued',
  };
  const verdict = mayHandOver(asHanded(found), giver, taker, place);
  return verdict.kind === 'allowed' ? { clause: verdict.clause, reason: null } : verdict;
}

async function insert(
  tx: Tx,
  now: string,
  caseNumber: string,
  { id, clause, giver, taker }: { id: string; clause: ClauseId; giver: Party; taker: Party },
  by: string,
  items: readonly CustodyItem[],
): Promise<void> {
  await tx.run(
    `WITH act AS (
       INSERT INTO handover (id, case_number, clause, giver, taker, offered_at, offered_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
     )
     INSERT INTO handover_item (handover_id, item_id) SELECT $1, i FROM unnest($8::uuid[]) AS i`,
    [id, caseNumber, clause, giver, taker, now, by, items.map((item) => item.id)],
  );
}

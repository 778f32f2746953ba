import { randomUUID } from 'node:crypto';
import type { ClauseId } from '../../law/clauses.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import type { Tx } from '../record/database.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type NotFirst, onceInCase } from '../record/inCase.ts';
import { openIncident } from '../record/incidents.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused, refuseForeign } from '../record/refused.ts';
import { isOnTheWay } from './isOnTheWay.ts';
import { type CustodyItem, isSameItem, type ItemName, nameOf, readItems } from './readItems.ts';

/** A thing as its holder finds it in his own hands. */
export type Reported = ItemName & { found: 'damaged' | 'missing' };

type ReportFault =
  'item-unknown' | 'named-twice' | 'not-in-your-hands' | 'offered-already' | 'difference-open' | 'not-asked-for';

/** What became of a report; `handoverId` is the act in which the difference stands. */
export type ReportOutcome =
  | { kind: 'reported'; handoverId: string; caseNumber: string; at: string; items: { item: string; found: string }[] }
  | Refused<ReportFault>
  | NotYours;

const DEED = 'report-difference';

const INSERT = `
  WITH act AS (
    INSERT INTO handover (id, case_number, clause, giver, taker, state, offered_at, offered_by, answered_at, answered_by)
    VALUES ($1, $2, $3, $4, 'portal-operator', 'difference', $5, $6, $5, $6)
  ), listed AS (
    INSERT INTO handover_item (handover_id, item_id, open, found)
    SELECT $1, f.item, true, f.how FROM unnest($7::uuid[], $8::text[]) AS f (item, how)
  )
  UPDATE custody_item i SET state = f.how FROM unnest($7::uuid[], $8::text[]) AS f (item, how) WHERE i.id = f.item`;

/**
 * Reports by whoever holds them that things are damaged or missing, outside any hand-over (R1598/2.10, ADR 22). It stands
 * as an act with the portal operator and is settled like a difference found at a hand-over; until then the chain stops.
 * Null when there is no such case.
 */
export async function reportDifference(
  record: CaseRecord,
  actor: Actor,
  { caseNumber, items }: { caseNumber: string; items: readonly Reported[] },
  request: Repeatable,
): Promise<ReportOutcome | NotFirst | null> {
  return onceInCase<ReportOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const holder = actor.party;
    const known = await readItems(tx, facts);
    if (holder === undefined || !(await isOnTheWay(tx, facts, holder, known))) return refuseForeign(DEED);
    const clause: ClauseId = facts.procedure === 'contract-copies' ? 'R1598/2.16' : 'R1598/2.10';
    const mine = known.filter(({ bundle }) => bundle === null || bundle === caseNumber);
    const faults = items.flatMap((item, at) => {
      const reason = faultOf(item, items.slice(0, at), mine, holder);
      return reason === null ? [] : [{ item: nameOf(item), reason }];
    });
    if (faults[0] !== undefined) return refuseDeed(facts, DEED, { clause, reason: faults[0].reason, items: faults });

    const reported = mine.flatMap((one) => {
      const finding = items.find((item) => isSameItem(item, one));
      return finding === undefined ? [] : [{ ...one, found: finding.found }];
    });
    const act = { id: randomUUID(), caseNumber, clause, holder, by: actor.id ?? 'unknown' };
    await write(tx, now, act, reported);
    const told = reported.map(({ id, kind, serial, copy, found }) => ({ item: id, kind, serial, copy, found }));
    const said = { handover: act.id, giver: holder, taker: 'portal-operator', items: told };
    return {
      outcome: {
        ...{ kind: 'reported', handoverId: act.id, caseNumber, at: now },
        items: reported.map((one) => ({ item: nameOf(one), found: one.found })),
      },
      evidence: [{ what: 'difference-reported', clause, facts: said }],
    };
  });
}

function faultOf(
  item: Reported,
  before: readonly Reported[],
  known: readonly CustodyItem[],
  holder: Party,
): ReportFault | null {
  const found = known.find((one) => isSameItem(item, one));
  if (found === undefined) return 'item-unknown';
  if (before.some((one) => isSameItem(item, one))) return 'named-twice';
  if (found.holder !== holder) return 'not-in-your-hands';
  if (found.bound) return found.disputed ? 'difference-open' : 'offered-already';
  return found.state === 'replaced' ? 'not-asked-for' : null;
}

async function write(
  tx: Tx,
  now: string,
  act: { id: string; caseNumber: string; clause: ClauseId; holder: Party; by: string },
  reported: readonly { id: string; found: string }[],
): Promise<void> {
  const { id, caseNumber, clause, holder, by } = act;
  const listed = [reported.map((one) => one.id), reported.map(({ found }) => found)];
  await tx.run(INSERT, [id, caseNumber, clause, holder, now, by, ...listed]);
  await openIncident(tx, now, { caseNumber, kind: 'custody-difference', holder });
}

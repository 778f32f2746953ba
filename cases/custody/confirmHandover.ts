import { copiesMoved } from '../contract-copies/copiesMoved.ts';
import { statements, type Tx } from '../record/database.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type NotFirst, onceInCase } from '../record/inCase.ts';
import { openIncident } from '../record/incidents.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused, refuseForeign } from '../record/refused.ts';
import { itemsMoved } from '../signature-issuance/itemsMoved.ts';
import { recomputeFirst } from '../signature-issuance/recomputeTerms.ts';
import { moveItems } from './moveItems.ts';
import { caseOfHandover, type HandoverRow, readHandover } from './readHandover.ts';
import { isSameItem, type ItemName, nameOf } from './readItems.ts';

/** How the taker found a thing that the giver listed; of a wrong number, the one that he found. */
export type Finding = ItemName &
  ({ found: 'as-listed' | 'missing' | 'damaged' } | { found: 'wrong-number'; foundSerial: string });

/** What became of a confirmation; `difference` names the things that stay with the giver until the operator settles it. */
export type ConfirmationOutcome =
  | { kind: 'taken'; handoverId: string; caseNumber: string; at: string }
  | { kind: 'difference'; handoverId: string; caseNumber: string; at: string; items: Told[] }
  | Refused<'not-the-taker' | 'answered-already' | FindingFault>
  | NotYours;

type Told = { item: string; found: Finding['found'] };
type FindingFault = 'not-found-yet' | 'not-on-the-list' | 'found-twice' | 'number-is-the-same';
type Listed = ItemName & { id: string };
type Found = Listed & { found: Finding['found']; foundSerial?: string };

const DEED = 'confirm-handover';

/**
 * Confirms a hand-over by the taker's official, thing by thing (R1598/2.10, 2.16-2.18; ADR 21): what is as listed changes
 * hands in this transaction. What is not stays with the giver, an incident opens, and nothing more of the case is offered
 * until the operator has settled it (ADR 22). Null when there is no such hand-over.
 */
export async function confirmHandover(
  record: CaseRecord,
  actor: Actor,
  { handoverId, findings }: { handoverId: string; findings: readonly Finding[] },
  request: Repeatable,
): Promise<ConfirmationOutcome | NotFirst | null> {
  const caseNumber = await caseOfHandover(record, handoverId);
  if (caseNumber === null) return null;
  await recomputeFirst(record, caseNumber, statements(record.database.ordinary));
  return onceInCase<ConfirmationOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const { act, listed } = await readHandover(tx, handoverId);
    const { clause, giver, taker } = act;
    if (actor.party !== giver && actor.party !== taker) return refuseForeign(DEED);
    if (actor.party !== taker) return refuseDeed(facts, DEED, { clause, reason: 'not-the-taker' });
    if (act.state !== 'offered') return refuseDeed(facts, DEED, { clause, reason: 'answered-already' });
    const items = faultsOf(listed, findings);
    if (items[0] !== undefined) return refuseDeed(facts, DEED, { clause, reason: items[0].reason, items });

    const found = listed.map((item) => ({ ...item, ...findingOf(item, findings) }));
    const differing = found.filter((one) => one.found !== 'as-listed');
    const here = found.filter((one) => one.found === 'as-listed');
    await writeAnswer(tx, now, act, actor.id ?? 'unknown', found);
    const moved = here.map(({ id, kind, serial, copy }) => ({ id, kind, serial, copy }));
    await moveItems(
      tx,
      now,
      { handoverId, giver, taker },
      moved.map(({ id }) => id),
    );
    if (differing.length > 0) await openIncident(tx, now, { caseNumber, kind: 'custody-difference', holder: giver });

    const told = { handoverId, giver, taker, offeredAt: act.offered_at, items: moved };
    const follows = facts.procedure === 'contract-copies' ? copiesMoved : itemsMoved;
    const { entries, wake } =
      moved.length === 0 ? { entries: [], wake: false } : await follows(tx, now, record, facts, told);
    const kind = differing.length === 0 ? 'taken' : 'difference';
    return {
      outcome: {
        ...{ handoverId, caseNumber, at: now },
        ...(kind === 'taken'
          ? { kind }
          : { kind, items: differing.map((one) => ({ item: nameOf(one), found: one.found })) }),
      },
      evidence: [
        { what: `handover-${kind}`, clause, facts: { handover: handoverId, giver, taker, items: found.map(asFact) } },
        ...entries,
      ],
      wake,
    };
  });
}

/** What does not fit the list: everything on it is found somehow, once, and nothing else. */
function faultsOf(listed: readonly Listed[], findings: readonly Finding[]): { item: string; reason: FindingFault }[] {
  const unfound = listed
    .filter((item) => !findings.some((one) => isSameItem(one, item)))
    .map((item) => ({ item: nameOf(item), reason: 'not-found-yet' as const }));
  const wrong = findings.flatMap((one, at) => {
    const reason = faultOf(one, findings.slice(0, at), listed);
    return reason === null ? [] : [{ item: nameOf(one), reason }];
  });
  return [...wrong, ...unfound];
}

function faultOf(one: Finding, before: readonly Finding[], listed: readonly Listed[]): FindingFault | null {
  if (!listed.some((item) => isSameItem(one, item))) return 'not-on-the-list';
  if (before.some((other) => isSameItem(one, other))) return 'found-twice';
  return one.found === 'wrong-number' && one.foundSerial === one.serial ? 'number-is-the-same' : null;
}

function findingOf(item: Listed, findings: readonly Finding[]): Pick<Found, 'found' | 'foundSerial'> {
  const finding = findings.find((one) => isSameItem(one, item));
  if (finding === undefined) throw new Error('a thing was judged found that is not');
  return finding.found === 'wrong-number'
    ? { found: finding.found, foundSerial: finding.foundSerial }
    : { found: finding.found };
}

/** Writes what was found; a thing that differs stays bound to this act, so that it cannot be offered, until it is settled. */
async function writeAnswer(tx: Tx, now: string, act: HandoverRow, by: string, found: readonly Found[]): Promise<void> {
  const differs = found.some((one) => one.found !== 'as-listed');
  await tx.run(`UPDATE handover SET state = $2, answered_at = $3, answered_by = $4 WHERE id = $1`, [
    act.id,
    differs ? 'difference' : 'taken',
    now,
    by,
  ]);
  await tx.run(
    `WITH found AS (SELECT * FROM unnest($2::uuid[], $3::text[], $4::text[]) AS f (item, how, serial)
     ), answered AS (
       UPDATE handover_item i SET found = f.how, found_serial = f.serial, open = f.how <> 'as-listed'
         FROM found f WHERE i.handover_id = $1 AND i.item_id = f.item
     )
     UPDATE custody_item i SET state = CASE f.how WHEN 'damaged' THEN 'damaged' ELSE 'missing' END
       FROM found f WHERE i.id = f.item AND f.how <> 'as-listed'`,
    [
      act.id,
      found.map(({ id }) => id),
      found.map((one) => one.found),
      found.map(({ foundSerial }) => foundSerial ?? null),
    ],
  );
}

function asFact({ id, kind, serial, copy, found, foundSerial }: Found): Record<string, unknown> {
  return { item: id, kind, serial, copy, found, ...(foundSerial !== undefined && { foundSerial }) };
}

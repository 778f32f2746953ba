import { faultOfEntry, isAwaitingItems, isSpent, type EntryFault } from '../../law/signature-issuance/custodyItems.ts';
import type { ItemKind } from '../../law/signature-issuance/custody.ts';
import { centreWanted, type MobileOperator, type Party, sortOf } from '../../law/signature-issuance/parties.ts';
import { hasReached } from '../mayRead.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type CaseRow, type NotFirst, onceInCase } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused, refuseForeign } from '../record/refused.ts';
import { openForm } from '../signature-issuance/readRequest.ts';
import { enterItem } from './enterItem.ts';
import { type CustodyItem, nameOf, readItems } from './readItems.ts';

/** Things to be entered, by their numbers; `mobileOperator` is the one a SIM card and its contract come from. */
export type EnteredItems = {
  caseNumber: string;
  items: readonly { kind: ItemKind; serial: string; copy: 1 | 2 }[];
  mobileOperator?: MobileOperator;
};

/** What became of entering things into custody. */
export type EntryOutcome =
  | { kind: 'entered'; caseNumber: string; at: string; items: string[] }
  | Refused<EntryFault | 'not-awaiting-items' | 'another-operator' | 'serial-known' | 'named-twice'>
  | NotYours;

const DEED = 'enter-items';

/**
 * Enters things that go to the mission, in the hands of whoever made them (R1598/2.10): the portal operator a SIM card and
 * the contract of the operator the applicant chose (2.5), a Centre what takes the place of a thing lost or damaged. All
 * or none; a number is known once. Null when there is no such case.
 */
export async function enterItems(
  record: CaseRecord,
  actor: Actor,
  { caseNumber, items, mobileOperator }: EnteredItems,
  request: Repeatable,
): Promise<EntryOutcome | NotFirst | null> {
  return onceInCase<EntryOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const maker = actor.party;
    if (facts.procedure !== 'signature-issuance' || maker === undefined || !isMaker(maker, facts))
      return refuseForeign(DEED);
    if (maker !== 'portal-operator' && !(await hasReached(tx, maker, caseNumber))) return refuseForeign(DEED);
    if (!isAwaitingItems(facts.stage))
      return refuseDeed(facts, DEED, { clause: 'R1598/2.10', reason: 'not-awaiting-items' });
    const known = await readItems(tx, facts);
    const refusal =
      faultsOf(items, maker, facts, known) ??
      (await knownSerial(tx, items)) ??
      operatorFault(record, facts, maker, mobileOperator);
    if (refusal !== null) return refuseDeed(facts, DEED, refusal);

    const entries: Entry[] = [];
    for (const { kind, serial, copy } of items) {
      const spent = known.filter((one) => one.kind === kind && one.copy === copy && isSpent(one));
      const id = await enterItem(tx, now, { caseNumber, kind, serial, copy, holder: maker, by: actor.id ?? 'unknown' });
      if (id === null) throw new Error('a number was entered elsewhere at this very moment');
      await tx.run(`UPDATE custody_item SET state = 'replaced' WHERE id = ANY ($1)`, [spent.map((one) => one.id)]);
      const replaces = spent.map((one) => one.id);
      const entered = { item: id, kind, serial, copy, holder: maker, ...(replaces.length > 0 && { replaces }) };
      entries.push({ what: 'item-entered', clause: 'R1598/2.10', facts: entered });
    }
    const [first, ...more] = entries;
    if (first === undefined) throw new Error('nothing was entered');
    return {
      outcome: { kind: 'entered', caseNumber, at: now, items: items.map(nameOf) },
      evidence: [first, ...more],
    };
  });
}

function isMaker(party: Party, { wants }: CaseRow): boolean {
  return party === 'portal-operator' || party === `centre:${centreWanted(wants)}`;
}

type Refusal = {
  clause: 'R1598/2.5' | 'R1598/2.10';
  reason: EntryFault | 'another-operator' | 'serial-known' | 'named-twice';
  items?: { item: string; reason: string }[];
};

function faultsOf(
  items: EnteredItems['items'],
  maker: Party,
  { wants }: CaseRow,
  known: readonly CustodyItem[],
): Refusal | null {
  const faults = items.flatMap((item, at) => {
    const twice = items.slice(0, at).some((one) => one.kind === item.kind && one.copy === item.copy);
    const reason = twice ? ('named-twice' as const) : faultOfEntry(item, maker, centreWanted(wants), known)?.reason;
    return reason === undefined ? [] : [{ item: nameOf(item), reason }];
  });
  const [first] = faults;
  return first === undefined ? null : { clause: 'R1598/2.10', reason: first.reason, items: faults };
}

/** Numbers that are known already, whosever they are: the lock keeps another case from entering one at the same time. */
async function knownSerial(tx: Tx, items: EnteredItems['items']): Promise<Refusal | null> {
  for (const name of items.map(nameOf).sort())
    await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended($1, 3))`, [name]);
  const faults: { item: string; reason: 'serial-known' }[] = [];
  for (const item of items) {
    const one = [item.kind, item.serial, item.copy];
    const row = await tx.maybe(`SELECT 1 FROM custody_item WHERE kind = $1 AND serial = $2 AND copy = $3`, one);
    if (row !== null) faults.push({ item: nameOf(item), reason: 'serial-known' });
  }
  return faults.length === 0 ? null : { clause: 'R1598/2.10', reason: 'serial-known', items: faults };
}

/** The SIM card comes from the operator the applicant chose (R1598/2.5). */
function operatorFault(
  record: CaseRecord,
  facts: CaseRow,
  maker: Party,
  mobileOperator: MobileOperator | undefined,
): Refusal | null {
  if (sortOf(maker) === 'centre') return null;
  const chosen = openForm(record, facts).application.mobileOperator;
  return chosen === mobileOperator ? null : { clause: 'R1598/2.5', reason: 'another-operator' };
}

import type { Party } from '../../law/signature-issuance/parties.ts';
import type { ItemKind } from '../custody/enterItem.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import type { CaseRow } from '../record/inCase.ts';
import type { CaseRecord } from '../record/record.ts';
import { markReturned } from '../unwinding/markReturned.ts';

/** Things of a case that changed hands at the taker's confirmation; `offeredAt` is when the giver handed them out (ISO). */
export type Moved = {
  handoverId: string;
  giver: Party;
  taker: Party;
  offeredAt: string;
  items: readonly { id: string; kind: ItemKind; serial: string; copy: number }[];
};

/**
 * What follows, in the same deed, from things of an issuance changing hands: of an ended case, a thing that has come back
 * to whoever made it is unwound (R1598/2.13). Returns its evidence, and whether the procedure must be woken.
 */
export async function itemsMoved(
  tx: Tx,
  now: string,
  _record: CaseRecord,
  facts: CaseRow,
  moved: Moved,
): Promise<{ entries: Entry[]; wake: boolean }> {
  if (facts.stage !== 'ended') return { entries: [], wake: false };
  return markReturned(tx, now, facts.number, moved);
}

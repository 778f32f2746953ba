import { confirmHandover, type Finding } from '../../../cases/custody/confirmHandover.ts';
import { offerHandover } from '../../../cases/custody/offerHandover.ts';
import type { ItemName } from '../../../cases/custody/readItems.ts';
import { recallHandover } from '../../../cases/custody/recallHandover.ts';
import { resolveDifference, type Settled } from '../../../cases/custody/resolveDifference.ts';
import type { Actor } from '../../../cases/record/record.ts';
import type { Party } from '../../../law/signature-issuance/parties.ts';
import { request } from '../../support/issuing.ts';
import type { TestRecord } from '../../support/record.ts';

/** An official of a party, as the deeds are told of him. */
export function official(party: Party, id = `of-${party}`): Actor {
  return { capacity: 'mission-officer', id, party };
}

/** Every thing as the taker finds it when nothing is amiss. */
export function asListed(items: readonly ItemName[]): Finding[] {
  return items.map((item) => ({ ...item, found: 'as-listed' }));
}

/** Hands that do the deeds of custody on a record, each as a new request. */
export function handsOn({ record, owner }: TestRecord) {
  const offer = (caseNumber: string, from: Party, taker: Party, items: readonly ItemName[]) =>
    offerHandover(record, official(from), { caseNumber, taker, items }, request());
  const confirm = (by: Party, handoverId: string, findings: readonly Finding[]) =>
    confirmHandover(record, official(by), { handoverId, findings }, request());
  return {
    offer,
    confirm,
    recall: (by: Party, handoverId: string) => recallHandover(record, official(by), handoverId, request()),
    /** Offers and confirms things as listed; the hand-over's id. */
    async hand(caseNumber: string, from: Party, taker: Party, items: readonly ItemName[]): Promise<string> {
      const offered = await offer(caseNumber, from, taker, items);
      if (offered?.kind !== 'offered') throw new Error(`not offered: ${JSON.stringify(offered)}`);
      const taken = await confirm(taker, offered.handoverId, asListed(items));
      if (taken?.kind !== 'taken') throw new Error(`not taken: ${JSON.stringify(taken)}`);
      return offered.handoverId;
    },
    /** Settles things of the case's newest difference, as the portal operator. */
    async settle(caseNumber: string, items: readonly Settled[]) {
      const { id } = await owner.one<{ id: string }>(
        `SELECT id FROM incident WHERE case_number = $1 AND kind = 'custody-difference'
          ORDER BY resolved_at IS NULL DESC, opened_at DESC LIMIT 1`,
        [caseNumber],
      );
      return resolveDifference(record, official('portal-operator'), { incidentId: id, items }, request());
    },
    /** Who holds a thing by the raw rows. */
    async holder({ kind, serial, copy }: ItemName): Promise<string[]> {
      const rows = await owner.many<{ holder: string }>(
        `SELECT h.holder FROM custody_holding h JOIN custody_item i ON i.id = h.item_id
          WHERE i.kind = $1 AND i.serial = $2 AND i.copy = $3 AND h.until IS NULL`,
        [kind, serial, copy],
      );
      return rows.map(({ holder }) => holder);
    },
  };
}

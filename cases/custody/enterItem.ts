import { randomUUID } from 'node:crypto';
import type { ItemKind } from '../../law/signature-issuance/custody.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import type { Tx } from '../record/database.ts';

export type { ItemKind } from '../../law/signature-issuance/custody.ts';

/** A thing by its serial number; of a contract there are two copies. */
export type NewItem = { caseNumber: string; kind: ItemKind; serial: string; copy?: 1 | 2; holder: Party; by: string };

/**
 * Enters a thing into custody in the hands of whoever made it, inside the deed that causes it. Returns its id; null
 * where a thing of that kind, serial number and copy is known already, whosever it is.
 */
export async function enterItem(tx: Tx, now: string, item: NewItem): Promise<string | null> {
  const id = randomUUID();
  const made = await tx.run(
    `WITH item AS (
       INSERT INTO custody_item (id, case_number, kind, serial, copy, entered_at, entered_by)
       VALUES ($1, $2, $3, $4, $5, $6, $8) ON CONFLICT (kind, serial, copy) DO NOTHING RETURNING id
     )
     INSERT INTO custody_holding (item_id, n, holder, since) SELECT id, 1, $7, $6 FROM item`,
    [id, item.caseNumber, item.kind, item.serial, item.copy ?? 1, now, item.holder, item.by],
  );
  return made === 1 ? id : null;
}

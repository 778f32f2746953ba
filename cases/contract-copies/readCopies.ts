import type { Copy, CopyPart } from '../../law/signature-issuance/copies.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import type { Tx } from '../record/database.ts';

type Row = {
  item: string;
  part: CopyPart;
  destination: Party;
  replaced: boolean;
  holder: Party;
  since: string;
  handed_over: string | null;
  offered: string | null;
};

const COPIES = `
  SELECT b.item_id AS item, b.part, b.destination, i.state = 'replaced' AS replaced, h.holder, h.since,
         g.offered_at AS handed_over, p.offered_at AS offered
    FROM bundle_item b
    JOIN custody_item i ON i.id = b.item_id
    JOIN custody_holding h ON h.item_id = b.item_id
    LEFT JOIN handover g ON g.id = h.handover_id
    LEFT JOIN handover_item q ON q.item_id = b.item_id AND q.open
    LEFT JOIN handover p ON p.id = q.handover_id AND p.state = 'offered'
   WHERE b.bundle = $1
     AND h.n >= (SELECT coalesce(max(m.n), 0) FROM custody_holding m
                  WHERE m.item_id = b.item_id AND m.holder = 'mission:' || $2)
   ORDER BY b.added_at, b.item_id, h.n`;

/** The copies of a mission's bundle, each with the hands it went through since it last lay at the mission. */
export async function readCopies(tx: Tx, bundle: string, mission: string): Promise<Copy[]> {
  const copies = new Map<string, Omit<Copy, 'path'> & { path: Copy['path'][number][] }>();
  for (const row of await tx.many<Row>(COPIES, [bundle, mission])) {
    const { part, destination, replaced, offered: offeredAt } = row;
    const copy = copies.get(row.item) ?? { part, destination, replaced, offeredAt, path: [] };
    copy.path.push({ holder: row.holder, since: row.since, offeredAt: row.handed_over });
    copies.set(row.item, copy);
  }
  return [...copies.values()];
}

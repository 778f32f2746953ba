import type { PackAct, PackItem } from '../../proof/evidencePackCustody.ts';
import type { Tx } from '../record/database.ts';

/** Custody as a pack holds it; `own` are the answered hand-overs of the case itself, whose acts are printed. */
export type PackCustody = {
  items: PackItem[];
  acts: (PackAct & { caseNumber: string; clause: string })[];
  own: string[];
};

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const ITEMS = `
  SELECT i.id, i.kind, i.serial, i.copy, i.state, i.entered_at AS "enteredAt", i.entered_by AS "enteredBy",
         coalesce((SELECT json_agg(json_build_object('n', h.n, 'holder', h.holder, 'since', ${iso('h.since')},
                                                     'until', ${iso('h.until')}, 'act', h.handover_id) ORDER BY h.n)
                     FROM custody_holding h WHERE h.item_id = i.id), '[]') AS holdings
    FROM custody_item i
   WHERE i.case_number = $1 OR EXISTS (SELECT 1 FROM bundle_item b WHERE b.item_id = i.id AND b.bundle = $1)
   ORDER BY i.entered_at, i.kind, i.serial, i.copy`;

const ACTS = `
  SELECT h.id, h.case_number AS "caseNumber", h.clause, h.giver, h.taker, h.state, h.offered_at AS "offeredAt",
         h.offered_by AS "offeredBy", h.answered_at AS "answeredAt", h.answered_by AS "answeredBy",
         h.paper_number AS "paperNumber",
         json_agg(json_build_object('id', i.item_id, 'found', i.found, 'foundSerial', i.found_serial)
                  ORDER BY i.item_id) AS items
    FROM handover h JOIN handover_item i ON i.handover_id = h.id
   WHERE i.item_id = ANY ($1) GROUP BY h.id ORDER BY h.offered_at, h.id`;

/**
 * Reads the custody of a case (R1598/2.10, 2.15-2.18): its things, or those of a bundle, with their holders in turn, and
 * every hand-over of them. Of an act that also names other cases' things only these are told, and it is not printed.
 */
export async function readCustody(tx: Tx, caseNumber: string): Promise<PackCustody> {
  const items = await tx.many<PackItem>(ITEMS, [caseNumber]);
  const acts = await tx.many<PackCustody['acts'][number]>(ACTS, [items.map(({ id }) => id)]);
  const own = acts.filter((act) => act.caseNumber === caseNumber && act.answeredAt !== null).map(({ id }) => id);
  return { items, acts: acts.map((act) => ({ ...act, pdf: null })), own };
}

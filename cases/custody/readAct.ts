import type { ActFacts } from '../../adapters/ports.ts';
import { statements } from '../record/database.ts';
import type { Actor, CaseRecord } from '../record/record.ts';

const ACT = `
  SELECT i.nature, left(h.id::text, 8) AS number, h.case_number AS "caseNumber", h.clause, h.giver, h.taker,
         CASE WHEN h.state = 'difference' AND h.offered_by = h.answered_by AND h.offered_at = h.answered_at
              THEN 'reported' ELSE h.state END AS state,
         h.offered_at AS "offeredAt", h.offered_by AS "offeredBy", h.answered_at AS "answeredAt",
         h.answered_by AS "answeredBy", h.paper_number AS "paperNumber"
    FROM handover h CROSS JOIN installation i WHERE h.id = $1`;

const LISTED = `
  SELECT c.kind, c.serial, c.copy, o.found, o.found_serial AS "foundSerial"
    FROM handover_item o JOIN custody_item c ON c.id = o.item_id
   WHERE o.handover_id = $1 ORDER BY c.kind, c.serial, c.copy`;

/** What the printed act of a hand-over says, from the stored rows; null where there is none. */
export async function readAct(record: CaseRecord, handoverId: string): Promise<ActFacts | null> {
  const tx = statements(record.database.ordinary);
  const act = await tx.maybe<Omit<ActFacts, 'items'>>(ACT, [handoverId]);
  if (act === null) return null;
  const items = await tx.many<ActFacts['items'][number]>(LISTED, [handoverId]);
  return { ...act, number: `${act.caseNumber}/${act.number}`, items };
}

/** Whether an official may read an act: who gives, who takes, the portal operator and the auditor. */
export function mayReadAct({ giver, taker }: Pick<ActFacts, 'giver' | 'taker'>, { capacity, party }: Actor): boolean {
  return capacity === 'auditor' || party === 'portal-operator' || party === giver || party === taker;
}

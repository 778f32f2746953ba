import type { ClauseId } from '../../law/clauses.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import { statements, type Tx } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import type { ItemName } from './readItems.ts';

/** A hand-over as stored. */
export type HandoverRow = {
  id: string;
  case_number: string;
  clause: ClauseId;
  giver: Party;
  taker: Party;
  state: 'offered' | 'taken' | 'difference' | 'recalled';
  offered_at: string;
};

/** The number of the case a hand-over belongs to; null when there is no such hand-over. */
export async function caseOfHandover(record: CaseRecord, handoverId: string): Promise<string | null> {
  const row = await statements(record.database.ordinary).maybe<{ case_number: string }>(
    `SELECT case_number FROM handover WHERE id = $1`,
    [handoverId],
  );
  return row?.case_number ?? null;
}

/** A hand-over and the things it lists, read under the lock of its case. */
export async function readHandover(
  tx: Tx,
  handoverId: string,
): Promise<{ act: HandoverRow; listed: (ItemName & { id: string })[] }> {
  const act = await tx.one<HandoverRow>(
    `SELECT id, case_number, clause, giver, taker, state, offered_at FROM handover WHERE id = $1`,
    [handoverId],
  );
  const listed = await tx.many<ItemName & { id: string }>(
    `SELECT i.id, i.kind, i.serial, i.copy FROM handover_item h JOIN custody_item i ON i.id = h.item_id
      WHERE h.handover_id = $1 ORDER BY i.kind, i.serial, i.copy`,
    [handoverId],
  );
  return { act, listed };
}

import type { ClauseId } from '../../law/clauses.ts';
import type { ItemState } from '../../law/signature-issuance/custody.ts';
import type { DifferingItem } from '../../law/signature-issuance/differences.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import { statements, type Tx } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import type { ItemName } from './readItems.ts';

/** A thing of which a difference stands open, with the act it was found at. */
export type Differing = ItemName & {
  id: string;
  handover_id: string;
  clause: ClauseId;
  giver: Party;
  taker: Party;
  offered_at: string;
  state: ItemState;
  bundled: boolean;
};

/** The things that a giver's open differences in a case are about. */
export async function readDiffering(tx: Tx, caseNumber: string, giver: Party): Promise<Differing[]> {
  return tx.many<Differing>(
    `SELECT i.id, i.kind, i.serial, i.copy, i.state, h.id AS handover_id, h.clause, h.giver, h.taker, h.offered_at,
            EXISTS (SELECT 1 FROM bundle_item b WHERE b.item_id = i.id) AS bundled
       FROM handover h JOIN handover_item o ON o.handover_id = h.id AND o.open JOIN custody_item i ON i.id = o.item_id
      WHERE h.case_number = $1 AND h.giver = $2 AND h.state = 'difference' ORDER BY i.kind, i.serial, i.copy`,
    [caseNumber, giver],
  );
}

/** An open difference as the operator settles it: each thing as the law of settlements looks at it. */
export type DifferenceView = {
  caseNumber: string;
  giver: Party;
  openedAt: string;
  items: (ItemName & DifferingItem & { taker: Party })[];
};

/** The difference of an open incident; null where there is no such one. */
export async function readDifference(record: CaseRecord, incidentId: string): Promise<DifferenceView | null> {
  const tx = statements(record.database.ordinary);
  const incident = await tx.maybe<Omit<DifferenceView, 'items'> & { endedUnissued: boolean }>(
    `SELECT i.case_number AS "caseNumber", i.holder AS giver, i.opened_at AS "openedAt",
            c.procedure = 'signature-issuance' AND c.stage = 'ended' AND c.outcome IS DISTINCT FROM 'issued'
              AS "endedUnissued"
       FROM incident i JOIN "case" c ON c.number = i.case_number
      WHERE i.id = $1 AND i.kind = 'custody-difference' AND i.resolved_at IS NULL`,
    [incidentId],
  );
  if (incident === null) return null;
  const { endedUnissued, ...view } = incident;
  const items = await readDiffering(tx, view.caseNumber, view.giver);
  return {
    ...view,
    items: items.map(({ kind, serial, copy, state, bundled, taker }) => ({
      ...{ kind, serial, copy, state, taker },
      ...{ isSecondCopy: bundled, endedUnissued },
    })),
  };
}

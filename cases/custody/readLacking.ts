import {
  faultOfEntry,
  isAwaitingItems,
  itemsNeeded,
  type NeededItem,
} from '../../law/signature-issuance/custodyItems.ts';
import { centreWanted, CENTRES, type MobileOperator, type Party } from '../../law/signature-issuance/parties.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { openForm } from '../signature-issuance/readRequest.ts';
import { readItems } from './readItems.ts';

/** What a case lacks of a maker; `mobileOperator` is the one the applicant chose (R1598/2.5), null for E-imza. */
export type LackingView = { caseNumber: string; items: NeededItem[]; mobileOperator: MobileOperator | null };

const STAGES = ['invitation', 'identity', 'contract'];

// Fewer things of this maker's kinds than its Centre's certificates need that are neither replaced nor back with him
// damaged; a kind has one maker.
const LACKING = `
  SELECT c.number FROM "case" c
   WHERE c.procedure = 'signature-issuance' AND c.stage = ANY ($2) AND starts_with(c.wants, $3)
     AND (SELECT count(*) FROM custody_item i
           WHERE i.case_number = c.number AND i.kind = ANY ($5) AND i.state <> 'replaced'
             AND NOT (i.state = 'damaged' AND EXISTS (
               SELECT 1 FROM custody_holding h WHERE h.item_id = i.id AND h.until IS NULL AND h.holder = $1))) < $4
   ORDER BY c.waits_since, c.number LIMIT 100`;

/** The cases that lack a thing of this maker (R1598/2.10), the longest waiting first, at most 100 of each Centre's. */
export async function casesLacking(record: CaseRecord, maker: Party): Promise<string[]> {
  const tx = statements(record.database.ordinary);
  const found = await Promise.all(
    CENTRES.map(async (centre) => {
      const own = itemsNeeded(centre).filter((needed) => needed.maker === maker);
      if (!own.some(({ kind }) => kind !== 'certificate')) return [];
      const carrier = centre === 'asan' ? 'asan-imza-sim/' : 'e-imza-token/';
      const kinds = own.map(({ kind }) => kind);
      return tx.many<{ number: string }>(LACKING, [maker, STAGES, carrier, own.length, kinds]);
    }),
  );
  return found.flat().map(({ number }) => number);
}

type Row = { wants: string; stage: string; sealed_key: Buffer; sealed_form: Buffer };

/** What one case lacks of a maker, as the deed that enters it judges; null where it awaits nothing of him. */
export async function readLacking(record: CaseRecord, maker: Party, caseNumber: string): Promise<LackingView | null> {
  const tx = statements(record.database.ordinary);
  const row = await tx.maybe<Row>(
    `SELECT wants, stage, sealed_key, sealed_form FROM "case" WHERE number = $1 AND procedure = 'signature-issuance'`,
    [caseNumber],
  );
  if (row === null || !isAwaitingItems(row.stage)) return null;
  const centre = centreWanted(row.wants);
  const known = await readItems(tx, { number: caseNumber, procedure: 'signature-issuance' });
  const items = itemsNeeded(centre).filter(
    (needed) => needed.maker === maker && faultOfEntry(needed, maker, centre, known) === null,
  );
  if (items.length === 0) return null;
  const chosen = maker === 'portal-operator' ? openForm(record, row).application.mobileOperator : undefined;
  return { caseNumber, items, mobileOperator: chosen ?? null };
}

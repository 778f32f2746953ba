import type { Centre } from '../../law/signature-issuance/parties.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { unseal } from '../record/seal.ts';

/** What a Centre found deficient and nobody has mended yet; `remark` is the Centre's own words. */
export type OpenDeficiencies = {
  centre: Centre;
  round: number;
  foundAt: string;
  items: { item: string; reason: string; remark?: string }[];
};

type Row = {
  centre: Centre;
  round: number;
  answered_at: string;
  item: string;
  reason: string;
  sealed_remark: Buffer | null;
  sealed_key: Buffer;
};

/** Reads what an applicant is to mend (R1598/2.9); null where there is nothing. */
export async function readDeficiencies(record: CaseRecord, caseNumber: string): Promise<OpenDeficiencies | null> {
  const rows = await statements(record.database.ordinary).many<Row>(
    `SELECT r.centre, d.round, r.answered_at, d.item, d.reason, d.sealed_remark, c.sealed_key
       FROM deficiency d JOIN centre_request r USING (case_number, round) JOIN "case" c ON c.number = d.case_number
      WHERE d.case_number = $1 AND d.mended_at IS NULL AND c.stage = 'centre' ORDER BY d.n`,
    [caseNumber],
  );
  const [first] = rows;
  if (first === undefined) return null;
  const key = record.seal.openKey(first.sealed_key);
  return {
    centre: first.centre,
    round: first.round,
    foundAt: first.answered_at,
    items: rows.map(({ item, reason, sealed_remark: remark }) => ({
      item,
      reason,
      ...(remark !== null && { remark: unseal(key, remark).toString() }),
    })),
  };
}

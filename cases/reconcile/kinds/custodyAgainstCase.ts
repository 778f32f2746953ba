import { statements } from '../../record/database.ts';
import { type Comparison, MOST_OF_A_KIND } from '../difference.ts';

type Row = { about: string; case_number: string; why: string; stage: string; outcome: string | null };

/**
 * An item in the applicant's hands of a case that has not come to its hand-over (R1598/2.15) or ended without a
 * certificate, and an issued case whose carrier is not in the applicant's hands.
 */
export const custodyAgainstCase: Comparison = {
  kind: 'custody-against-case',
  find: async ({ record }) => {
    const rows = await statements(record.database.ordinary).many<Row>(
      `SELECT i.id::text AS about, i.case_number, 'with-the-applicant' AS why, c.stage, c.outcome
         FROM custody_holding h JOIN custody_item i ON i.id = h.item_id JOIN "case" c ON c.number = i.case_number
        WHERE h.holder = 'applicant' AND h.until IS NULL AND c.stage NOT IN ('contract', 'register')
          AND c.outcome IS DISTINCT FROM 'issued'
        UNION ALL
       SELECT c.number, c.number, 'carrier-not-with-the-applicant', c.stage, c.outcome
         FROM "case" c
        WHERE c.outcome = 'issued' AND NOT EXISTS (
          SELECT 1 FROM custody_item i JOIN custody_holding h ON h.item_id = i.id AND h.until IS NULL
           WHERE i.case_number = c.number AND i.kind IN ('token', 'sim') AND h.holder = 'applicant')
        ORDER BY about LIMIT ${MOST_OF_A_KIND}`,
    );
    return rows.map(({ about, case_number, ...facts }) => ({ about, caseNumber: case_number, facts }));
  },
};

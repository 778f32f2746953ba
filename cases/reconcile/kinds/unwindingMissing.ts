import { statements } from '../../record/database.ts';
import { type Comparison, MOST_OF_A_KIND } from '../difference.ts';

/** A thing of a case that ended without a certificate, away from whoever made it, that nobody is asked to bring back. */
export const unwindingMissing: Comparison = {
  kind: 'unwinding-missing',
  find: async ({ record }) => {
    const rows = await statements(record.database.ordinary).many<{ id: string; number: string; holder: string }>(
      `SELECT i.id, i.case_number AS number, h.holder
         FROM "case" c JOIN custody_item i ON i.case_number = c.number
         JOIN custody_holding h ON h.item_id = i.id AND h.until IS NULL
         JOIN custody_holding maker ON maker.item_id = i.id AND maker.n = 1
        WHERE c.stage = 'ended' AND c.outcome NOT IN ('issued', 'delivered') AND i.state IN ('sound', 'damaged')
          AND h.holder <> maker.holder AND h.holder <> 'applicant'
          AND NOT EXISTS (SELECT 1 FROM bundle_item b WHERE b.item_id = i.id)
          AND NOT EXISTS (SELECT 1 FROM unwinding u WHERE u.case_number = c.number AND u.what = 'return-item'
                             AND u.about = i.id::text)
        ORDER BY i.id LIMIT ${MOST_OF_A_KIND}`,
    );
    return rows.map(({ id, number, holder }) => ({ about: id, caseNumber: number, facts: { holder } }));
  },
};

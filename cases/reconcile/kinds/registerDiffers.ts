import { statements } from '../../record/database.ts';
import { type Comparison, MOST_OF_A_KIND } from '../difference.ts';

type Row = { about: string; case_number: string; why: string };

/**
 * An entry of the register (R1598/5.4) of a certificate that was not handed over, that is another case's, or of another
 * person; and a certificate of a case that had no decision to issue one.
 */
export const registerDiffers: Comparison = {
  kind: 'register-differs',
  find: async ({ record }) => {
    const rows = await statements(record.database.ordinary).many<Row>(
      `SELECT r.centre || ' ' || r.serial AS about, r.case_number,
              CASE WHEN r.case_number <> t.case_number THEN 'of-another-case'
                   WHEN v.person_id IS DISTINCT FROM r.person_id THEN 'of-another-person'
                   ELSE 'not-handed-over' END AS why
         FROM certificate_register r
         JOIN certificate t USING (centre, serial)
         LEFT JOIN virtual_fin v ON v.case_number = r.case_number
        WHERE r.case_number <> t.case_number OR v.person_id IS DISTINCT FROM r.person_id
           OR NOT EXISTS (SELECT 1 FROM custody_item i JOIN custody_holding h ON h.item_id = i.id
                           WHERE i.case_number = r.case_number AND i.kind = 'certificate' AND h.holder = 'applicant')
        UNION ALL
       SELECT t.centre || ' ' || t.serial, t.case_number, 'not-decided'
         FROM certificate t JOIN "case" c ON c.number = t.case_number
        WHERE c.stage IN ('opinions', 'virtual-fin', 'centre')
        ORDER BY about LIMIT ${MOST_OF_A_KIND}`,
    );
    return rows.map(({ about, case_number, why }) => ({ about, caseNumber: case_number, facts: { why } }));
  },
};

import { statements } from '../../record/database.ts';
import { type Comparison, MOST_OF_A_KIND } from '../difference.ts';

type Row = { id: string; case_number: string; why: string };

/** A thing in nobody's hands, or whose hands do not follow one another without a gap (R1598/2.10). */
export const custodyChainBroken: Comparison = {
  kind: 'custody-chain-broken',
  find: async ({ record }) => {
    const rows = await statements(record.database.ordinary).many<Row>(
      `WITH chain AS (
         SELECT item_id, n, since, until, row_number() OVER hands AS place,
                lag(until) OVER hands AS before, lead(n) OVER hands IS NULL AS newest
           FROM custody_holding WINDOW hands AS (PARTITION BY item_id ORDER BY n)
       ), broken AS (
         SELECT item_id, CASE WHEN bool_or(n <> place OR (place > 1 AND since IS DISTINCT FROM before)) THEN 'gap'
                              WHEN bool_or(newest AND until IS NOT NULL) THEN 'in-nobodys-hands' END AS why
           FROM chain GROUP BY item_id
       )
       SELECT i.id, i.case_number, coalesce(b.why, 'in-nobodys-hands') AS why
         FROM custody_item i LEFT JOIN broken b ON b.item_id = i.id
        WHERE (b.item_id IS NULL OR b.why IS NOT NULL)
          AND NOT (i.state IN ('missing', 'replaced') AND b.why = 'in-nobodys-hands')
        ORDER BY i.id LIMIT ${MOST_OF_A_KIND}`,
    );
    return rows.map(({ id, case_number, why }) => ({ about: id, caseNumber: case_number, facts: { why } }));
  },
};

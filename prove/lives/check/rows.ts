import type { Tx } from '../../../cases/record/database.ts';
import type { End, Lies } from '../model.ts';

/** What the rows say of one case, in the model's words, whose the FIN is, and the certificate's number. */
export type Found = End & { person: string | null; serial: string | null };

type Row = Omit<Found, 'things' | 'revoked'> & { number: string; things: Lies[] };

const FOUND = `
  SELECT c.number, c.stage, c.outcome, c.waits_for AS "waitsFor", v.person_id AS person,
         (SELECT k.serial FROM certificate k WHERE k.case_number = c.number) AS serial,
         v.person_id IS NOT NULL AS fin,
         EXISTS (SELECT 1 FROM fin_cancellation f WHERE f.case_number = c.number) AS cancelled,
         EXISTS (SELECT 1 FROM certificate k WHERE k.case_number = c.number) AS certificate,
         EXISTS (SELECT 1 FROM certificate_register r WHERE r.case_number = c.number) AS "inRegister",
         (SELECT x.outcome FROM term_outcome x WHERE x.case_number = c.number AND x.clause = 'R1598/2.11'
             AND x.outcome <> 'stopped') AS invited,
         EXISTS (SELECT 1 FROM custody_item i JOIN custody_holding h ON h.item_id = i.id AND h.until IS NULL
                  WHERE i.case_number = c.number AND i.kind IN ('token', 'sim') AND h.holder = 'applicant') AS "carrierGiven",
         coalesce((SELECT json_agg(i.kind || CASE WHEN i.kind LIKE '%contract' THEN '/' || i.copy ELSE '' END
                                   || ' ' || i.state || ' ' || h.holder)
            FROM custody_item i JOIN custody_holding h ON h.item_id = i.id AND h.until IS NULL
           WHERE i.case_number = c.number), '[]') AS things
    FROM "case" c LEFT JOIN virtual_fin v ON v.case_number = c.number WHERE c.number = ANY ($1)`;

/** Reads how cases stand, by the rows as their owner reads them; `revoked` is the Centres' to say. */
export async function readRows(owner: Tx, cases: readonly string[]): Promise<Map<string, Omit<Found, 'revoked'>>> {
  const rows = await owner.many<Row>(FOUND, [cases]);
  return new Map(rows.map(({ number, ...found }) => [number, found]));
}

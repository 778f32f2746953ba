import { randomUUID } from 'node:crypto';
import type { Tx } from '../record/database.ts';
import type { DifferenceKind, Found } from './difference.ts';

/** Puts a difference that only people can mend on the operator's desk, once a case and kind; `holder` names the kind. */
export async function openForListed(tx: Tx, now: string, kind: DifferenceKind, { caseNumber }: Found): Promise<void> {
  await tx.run(
    `INSERT INTO incident (id, case_number, kind, holder, opened_at)
     SELECT $1, (SELECT number FROM "case" WHERE number = $2), 'record-differs', $3, $4
      WHERE NOT EXISTS (
        SELECT 1 FROM incident i WHERE i.kind = 'record-differs' AND i.holder = $3 AND i.resolved_at IS NULL
           AND i.case_number IS NOT DISTINCT FROM (SELECT number FROM "case" WHERE number = $2))
     ON CONFLICT (case_number, kind, holder) WHERE resolved_at IS NULL DO NOTHING`,
    [randomUUID(), caseNumber, kind, now],
  );
}

/** Takes from the desk the cases and kinds of which no listed difference is left. */
export async function closeGone(tx: Tx, now: string): Promise<void> {
  await tx.run(
    `UPDATE incident i SET resolved_at = $1, resolution = 'gone'
      WHERE i.kind = 'record-differs' AND i.resolved_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM difference d LEFT JOIN "case" c ON c.number = d.facts::jsonb ->> 'caseNumber'
         WHERE d.mended_at IS NULL AND d.kind = i.holder AND c.number IS NOT DISTINCT FROM i.case_number)`,
    [now],
  );
}

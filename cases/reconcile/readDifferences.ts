import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import type { DifferenceKind, Found } from './difference.ts';

/** A difference as it was written down; instants are ISO. `how` says what mended it, `gone` that it is no more. */
export type DifferenceView = {
  id: string;
  run: string;
  kind: DifferenceKind;
  about: string;
  facts: Found['facts'];
  foundAt: string;
  mendedAt: string | null;
  how: string | null;
};

/** Those still open first, then the newest; at most 500, or those of one run alone. */
export async function readDifferences(record: CaseRecord, run?: string): Promise<DifferenceView[]> {
  const rows = await statements(record.database.ordinary).many<Omit<DifferenceView, 'facts'> & { facts: string }>(
    `SELECT id, run, kind, about, facts, found_at AS "foundAt", mended_at AS "mendedAt", how FROM difference
      WHERE $1::uuid IS NULL OR run = $1
      ORDER BY (mended_at IS NULL) DESC, found_at DESC, kind, about LIMIT 500`,
    [run ?? null],
  );
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as Found['facts'] }));
}

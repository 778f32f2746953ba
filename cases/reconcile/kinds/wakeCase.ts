import { statements } from '../../record/database.ts';
import type { Found, ReconcileNeeds } from '../difference.ts';

/** Puts a case into the outbox: its workflow is woken, or started anew with the case number alone. Answers `woken`. */
export async function wakeCase(
  { record }: Pick<ReconcileNeeds, 'record'>,
  { caseNumber }: Found,
): Promise<string | null> {
  const put = await statements(record.database.ordinary).run(
    `INSERT INTO outbox (case_number, at) SELECT number, legal_now() FROM "case" WHERE number = $1`,
    [caseNumber],
  );
  return put === 1 ? 'woken' : null;
}

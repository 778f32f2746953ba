import type { Official } from '../../law/officials.ts';
import { inTransaction } from '../record/database.ts';
import { appendToOwnChain } from '../record/evidence.ts';
import type { CaseRecord } from '../record/record.ts';
import { actorOf } from './actorOf.ts';

/**
 * Notes that an official read something of a case (or of several, or asked for a foreign one), in his own chain of that
 * day (Baku), and for each case where its applicant sees who looked.
 */
export async function noteRead(
  record: CaseRecord,
  official: Official,
  what: string,
  read: string | { cases: readonly string[] },
): Promise<void> {
  const facts = typeof read === 'string' ? { caseNumber: read } : read;
  const cases = typeof read === 'string' ? [read] : [...new Set(read.cases)];
  const { role, body, post, sub } = official;
  await inTransaction(record.database.ordinary, async (tx) => {
    const { day } = await tx.one<{ day: string }>(
      `SELECT to_char(legal_now() AT TIME ZONE 'Asia/Baku', 'YYYY-MM-DD') AS day`,
    );
    await tx.run(
      `INSERT INTO case_read (case_number, at, capacity, body, post, what)
       SELECT c.number, legal_now(), $2, $3, $4, $5 FROM "case" c WHERE c.number = ANY ($1)`,
      [cases, role, body, post, what],
    );
    await appendToOwnChain(tx, `read:${sub}:${day}`, actorOf(official), [{ what, facts }]);
  });
}

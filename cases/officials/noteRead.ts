import type { Official } from '../../law/officials.ts';
import { inTransaction } from '../record/database.ts';
import { appendToOwnChain } from '../record/evidence.ts';
import type { CaseRecord } from '../record/record.ts';
import { actorOf } from './actorOf.ts';

// The clock is asked once, not for each of the listed cases.
const NOTE = `
  WITH clock AS MATERIALIZED (SELECT legal_now() AS at), noted AS (
    INSERT INTO case_read (case_number, at, capacity, body, post, what)
    SELECT c.number, clock.at, $2, $3, $4, $5 FROM "case" c, clock WHERE c.number = ANY ($1)
  )
  SELECT to_char(at AT TIME ZONE 'Asia/Baku', 'YYYY-MM-DD') AS day FROM clock`;

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
    const { day } = await tx.one<{ day: string }>(NOTE, [cases, role, body, post, what]);
    const chain = { on: day, name: (on: string) => `read:${sub}:${on}` };
    await appendToOwnChain(tx, chain, actorOf(official), [{ what, facts }]);
  });
}

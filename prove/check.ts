import type { Tx } from '../cases/record/database.ts';
import { checkAnswers } from './check/answers.ts';
import { RULES, SEEN } from './check/rules.ts';

/** A case that breaks a rule; `what` is the rule in words. */
export type Failure = { caseNumber: string; what: string };

/** What a check found, and how many opinions the agencies hold answers to. */
export type Checked = { answered: number; failures: Failure[] };

/**
 * Checks an installation by the database alone, read as its owner, and the journals the agencies' side kept under
 * `home`: never by what the engine says of itself. Every failure names its case and the rule.
 */
export async function check(owner: Tx, home: string): Promise<Checked> {
  await owner.run(`DROP TABLE IF EXISTS seen`);
  await owner.run(`CREATE TABLE seen AS ${SEEN}`);
  await owner.run(`CREATE INDEX ON seen (number, what)`);
  await owner.run(`ANALYZE seen`);
  const failures: Failure[] = [];
  for (const { what, broken } of RULES) {
    const rows = await owner.many<Record<string, string>>(broken);
    failures.push(...rows.map((row) => ({ caseNumber: Object.values(row)[0] ?? '', what })));
  }
  await owner.run(`DROP TABLE seen`);
  const answers = await checkAnswers(owner, home);
  return { answered: answers.n, failures: [...failures, ...answers.failures] };
}

/** Cases the record still owes something: an ended term, a FIN, a wake, a word to stop; each with what it waits for. */
export async function unfinished(owner: Tx): Promise<Failure[]> {
  return owner.many<Failure>(`
    WITH clock AS MATERIALIZED (SELECT legal_now() AS now)
    SELECT t.case_number AS "caseNumber", 'is not decided though its terms ended' AS what
      FROM term t JOIN "case" c ON c.number = t.case_number, clock WHERE c.stage = 'opinions'
     GROUP BY t.case_number, clock.now HAVING count(*) = 4 AND max(t.ends_at) <= clock.now
    UNION ALL
    SELECT number, 'has no virtual FIN' FROM "case" WHERE stage = 'virtual-fin'
    UNION ALL
    SELECT DISTINCT case_number, 'waits in the outbox' FROM outbox
    UNION ALL
    SELECT DISTINCT case_number, 'has an agency not told to stop' FROM opinion_request
     WHERE stop_why IS NOT NULL AND stop_told_at IS NULL AND acknowledged_at IS NOT NULL`);
}

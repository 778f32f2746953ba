import { setTimeout as delay } from 'node:timers/promises';
import { type Failure, unfinished } from '../check.ts';
import { hurry as hurryNotices } from '../notices.ts';
import type { ProofStack, Say } from '../proofStack.ts';
import { hurry } from './ground.ts';

const WITHIN_MS = 180_000;
const ROUND_MS = 3_000;

const CALLS = `
  SELECT DISTINCT case_number AS "caseNumber", 'has ' || what || ' yet to be undone' AS what FROM unwinding
   WHERE done_at IS NULL AND what <> 'return-item'`;

const NOTICES = `
  SELECT case_number AS "caseNumber", channel || ' about ' || kind || ' is still ' || state AS what FROM notice
   WHERE state = 'due' AND case_number IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.kind = 'notice-undelivered' AND i.holder = notice.event_id::text)`;

/** Waits until nothing is left that happens of itself: wakes, calls, notices; what is left after three minutes failed. */
export async function settle(proof: ProofStack, say: Say): Promise<Failure[]> {
  const hurrying = hurryNotices(proof);
  try {
    for (const end = Date.now() + WITHIN_MS; ; await delay(ROUND_MS)) {
      const calls = await proof.owner.many<Failure>(CALLS);
      const left = [...(await unfinished(proof.owner)), ...calls, ...(await proof.owner.many<Failure>(NOTICES))];
      if (left.length === 0 || Date.now() > end) return left;
      say(`  ${left.length} things are yet to happen, such as: ${left[0]?.what ?? ''}`);
      await hurry(
        proof,
        calls.map(({ caseNumber }) => caseNumber),
      );
    }
  } finally {
    await hurrying.stop();
  }
}

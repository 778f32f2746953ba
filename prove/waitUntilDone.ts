import { setTimeout as delay } from 'node:timers/promises';
import { type Failure, unfinished } from './check.ts';
import type { ProofStack, Say } from './proofStack.ts';

const SAY_EVERY_MS = 5_000;

/**
 * Waits until the record owes no case anything, or until `withinMs` of machine time have passed; answers what is then
 * still owed (nothing, when all is done).
 */
export async function waitUntilDone(
  { owner }: Pick<ProofStack, 'owner'>,
  withinMs: number,
  say: Say,
): Promise<Failure[]> {
  const end = Date.now() + withinMs;
  for (let said = Date.now(); ; await delay(250)) {
    const owed = await unfinished(owner);
    if (owed.length === 0 || Date.now() > end) return owed;
    if (Date.now() - said < SAY_EVERY_MS) continue;
    said = Date.now();
    say(`  ${new Set(owed.map(({ caseNumber }) => caseNumber)).size} cases are being finished`);
  }
}

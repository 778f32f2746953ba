import { reconcileOnce } from '../../cases/reconcile/reconcileOnce.ts';
import { wakeAll } from '../../cases/reconcile/wakeAll.ts';
import { again } from '../again.ts';
import type { Failure } from '../check.ts';
import { passDays } from '../kill/load.ts';
import type { Say } from '../proofStack.ts';
import { waitUntilDone } from '../waitUntilDone.ts';
import { decided, delivered } from './applicants.ts';
import { comeToRest } from './comeToRest.ts';
import type { Ground } from './ground.ts';

const WITHIN_MS = 300_000;
const A_TRY_MS = 10_000;
const GRACE_MS = 2_000;
const PASSES = 10;

/**
 * What the operator does after a restore: one pass after another until nothing new is listed; after one of PostgreSQL the
 * first is `npm run -s reconcile -- --restored`. Returns how many differences were listed.
 */
export async function goOn(ground: Ground, restored: 'PostgreSQL' | 'Temporal', say: Say): Promise<number> {
  if (restored === 'PostgreSQL') await again(WITHIN_MS, () => wakeAll(ground.proof.record));
  return passUntilQuiet(ground, say);
}

/**
 * Lets the days pass until every Centre has decided, and reconciles once more when nothing is under way; answers what the
 * record still owes the cases.
 */
export async function finish(ground: Ground, say: Say): Promise<Failure[]> {
  await withPasses(ground, () => delivered(ground, A_TRY_MS));
  // Days off may lie before the end of a term: three times six days are more than any three working days.
  for (let time = 0; time < 3; time += 1) await passDays(ground.proof);
  let owed: Failure[] = [];
  await withPasses(ground, async () => {
    owed = await waitUntilDone(ground.proof, A_TRY_MS, say);
    if (owed.length > 0) throw new Error(`${owed.length} cases are owed something`);
    owed = await undecided(ground);
    if (owed.length > 0) throw new Error(`${owed.length} cases are not decided by their Centre`);
  }).catch(() => undefined);
  await comeToRest(ground, WITHIN_MS);
  await passUntilQuiet(ground, say);
  return owed;
}

async function passUntilQuiet(ground: Ground, say: Say): Promise<number> {
  let found = 0;
  for (let pass = 1; pass <= PASSES; pass += 1) {
    const { listed, mended } = await again(WITHIN_MS, () => reconcileOnce(ground.needs, GRACE_MS));
    found += listed;
    say(`  pass ${pass}: ${listed} listed, ${mended} mended`);
    if (listed === 0) break;
  }
  return found;
}

async function undecided(ground: Ground): Promise<Failure[]> {
  await decided(ground, A_TRY_MS).catch(() => undefined);
  return ground.proof.owner.many<Failure>(
    `SELECT number AS "caseNumber", 'stands in ' || stage || ' for ever' AS what FROM "case"
      WHERE stage IN ('opinions', 'virtual-fin', 'centre')`,
  );
}

/** Tries with a pass of the reconciler between the tries, as the schedule would make one every ten minutes. */
async function withPasses({ needs }: Ground, act: () => Promise<void>): Promise<void> {
  await again(WITHIN_MS, async () => {
    try {
      await act();
    } catch (fault) {
      await reconcileOnce(needs, GRACE_MS);
      throw fault;
    }
  });
}

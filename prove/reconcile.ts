import type { Failure } from './check.ts';
import type { Say } from './proofStack.ts';
import { proveDifferences } from './reconcile/differences.ts';
import { openGround } from './reconcile/openGround.ts';
import { proveRestores } from './reconcile/restores.ts';

/** What came of it: `details` says what was restored and what happened again in the hours that were lost. */
export type ReconcileOutcome = { n: number; failures: Failure[]; details: string[] };

/**
 * Seeds each kind of difference `count` times and reconciles; then restores PostgreSQL behind Temporal and Temporal
 * behind PostgreSQL, with as many cases, and holds the end against the journals.
 */
export async function proveReconcile({ count, say }: { count: number; say: Say }): Promise<ReconcileOutcome> {
  const ground = await openGround();
  let seeded: { n: number; failures: Failure[] };
  try {
    seeded = await proveDifferences(ground, { count, say });
  } finally {
    await ground.close();
  }
  const restored = await proveRestores({ cases: count, say });
  return {
    n: seeded.n + restored.n,
    failures: [...seeded.failures, ...restored.failures],
    details: [`${seeded.n} differences seeded, each of 14 kinds ${count} times`, ...restored.details],
  };
}

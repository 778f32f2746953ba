import { randomUUID } from 'node:crypto';
import type { ReconcileNeeds } from './difference.ts';
import { keysOf, lookForDifferences } from './lookForDifferences.ts';
import { listDifferences } from './listDifferences.ts';
import { mendDifferences } from './mendDifferences.ts';

/** One pass by hand; `graceMs` (machine time) lies between its two looks. Returns the run and what came of it. */
export async function reconcileOnce(
  needs: ReconcileNeeds,
  graceMs: number,
): Promise<{ run: string; listed: number; gone: number; mended: number }> {
  const run = randomUUID();
  const seen = keysOf(await lookForDifferences(needs));
  if (seen.length > 0) await new Promise((resolve) => setTimeout(resolve, graceMs));
  const listed = await listDifferences(needs, { run, seen });
  return { run, ...listed, mended: await mendDifferences(needs, run) };
}

import { proxyActivities, sleep, uuid4 } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';

/** What is only just under way is over, or on its way to be, by the second look (ADR 31). */
const GRACE = '30 seconds';

const { lookForDifferences, listDifferences, mendDifferences } = proxyActivities<Activities>({
  startToCloseTimeout: '5 minutes',
  retry: { initialInterval: '2 seconds', maximumAttempts: 3 },
});

/** One pass of the reconciler, begun by its schedule: look, look again, write down, and only then mend. */
export async function reconcile(): Promise<{ listed: number; mended: number }> {
  const run = uuid4();
  const seen = await lookForDifferences();
  if (seen.length > 0) await sleep(GRACE);
  const { listed } = await listDifferences(run, seen);
  return { listed, mended: await mendDifferences(run) };
}

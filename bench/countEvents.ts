import type { Bench } from './openBench.ts';
import { waitUntil } from './waitUntil.ts';

/** History events of a case: in its own workflow (all runs), and with every other workflow that it caused. */
export type Events = { own: number; all: number };

/**
 * Counts the history events of cases as they stand: every workflow of the namespace that carries the case's number in its
 * id or descends from the case's own is counted. With `ended` it waits until each case's own workflow has ended.
 */
export async function countEvents(
  bench: Bench,
  cases: readonly string[],
  { ended }: { ended: boolean },
): Promise<Events[]> {
  const counted = new Map<string, Events>();
  for (const number of cases) {
    let own = 0;
    // The listing tells the length of ended workflows alone.
    await waitUntil(`the history of ${number}`, async () => {
      const { status, historyLength } = await bench.temporal.workflow.getHandle(number).describe();
      own = historyLength;
      return !ended || status.name === 'COMPLETED';
    });
    counted.set(number, { own, all: own });
  }
  for await (const run of bench.temporal.workflow.list()) {
    const number = /QR-\d{4}-\d{6}/.exec(`${run.workflowId} ${run.rootExecution?.workflowId ?? ''}`)?.[0];
    const sum = counted.get(number ?? '');
    if (sum !== undefined && run.workflowId !== number) sum.all += run.historyLength;
  }
  return [...counted.values()];
}

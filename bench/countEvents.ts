import type { Bench } from './openBench.ts';
import { waitUntil } from './waitUntil.ts';

/** History events of a case: in its own workflow (all runs), and with every other workflow that it caused. */
export type Events = { own: number; all: number };

/**
 * Counts the history events of ended cases: every workflow of the namespace that carries the case's number in its id or
 * descends from the case's own is counted. Waits until Temporal's listing shows each case's workflow as ended.
 */
export async function countEvents(bench: Bench, cases: readonly string[]): Promise<Events[]> {
  let found: Events[] = [];
  await waitUntil('the histories of the ended cases', async () => {
    const events = new Map(cases.map((number) => [number, { own: 0, all: 0, ended: false }]));
    for await (const run of bench.temporal.workflow.list()) {
      const number = /QR-\d{4}-\d{6}/.exec(`${run.workflowId} ${run.rootExecution?.workflowId ?? ''}`)?.[0];
      const sum = events.get(number ?? '');
      if (sum === undefined) continue;
      sum.all += run.historyLength;
      if (run.workflowId !== number) continue;
      sum.own += run.historyLength;
      if (run.status.name === 'COMPLETED') sum.ended = true;
    }
    found = [...events.values()];
    return found.length > 0 && [...events.values()].every(({ ended }) => ended);
  });
  return found;
}

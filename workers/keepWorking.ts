import type { Worker } from '@temporalio/worker';
import type { Logger } from 'pino';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/**
 * Keeps a worker running: while Temporal cannot be reached, or after a worker ended by a fault, a new one is made, at
 * waits growing to ten seconds. What needs no Temporal (mail, sweep, checkpoints) goes on beside it. `stop` shuts the
 * worker down in order.
 */
export function keepWorking(
  log: Logger,
  makeWorker: () => Promise<Worker>,
): { stop(): Promise<void>; first: Promise<void> } {
  let stopped = false;
  let worker: Worker | null = null;
  let isUp = () => undefined as void;
  const first = new Promise<void>((resolve) => {
    isUp = resolve;
  });
  const run = async () => {
    for (let failures = 0; !stopped; failures += 1) {
      try {
        worker = await makeWorker();
        if (stopped) break;
        failures = 0;
        isUp();
        await worker.run();
      } catch (fault) {
        log.warn({ failures, kind: (fault as Error).name }, 'the Temporal worker is down and will be made anew');
        await new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures)));
      }
    }
  };
  const running = run();
  return {
    first,
    stop: async () => {
      stopped = true;
      if (worker?.getState() === 'RUNNING') worker.shutdown();
      await running;
    },
  };
}

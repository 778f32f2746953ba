import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';

const TRIES = { maximumAttempts: 3, initialInterval: '200 ms', maximumInterval: '1 second' } as const;

/** Short deeds on the record, run beside the workflow task; a failing one goes on as a regular activity. */
export const shortDeeds = proxyLocalActivities<Activities>({ startToCloseTimeout: '5 seconds', retry: TRIES });

/** The same deeds as regular activities, tried until the record answers. */
export const deeds = proxyActivities<Activities>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

/**
 * Calls to a party: one attempt each, ten minutes at most; the record says when the next one is due. An attempt whose
 * worker was killed is given up after half a minute, for nobody is left to say that it failed.
 */
export const calls = proxyActivities<Activities>({
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: '10 minutes',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

import { type Client, ScheduleAlreadyRunning, type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';

const SCHEDULE = 'reconcile';

/**
 * Keeps the reconciler's schedule: every ten minutes, never two at once, and nothing caught up but what was missed in
 * the last minute. `renew` brings a schedule that is there up to this program. Returns whether it was made anew.
 */
export async function keepSchedule(client: Client, taskQueue: string, { renew }: { renew: boolean }): Promise<boolean> {
  const options: ScheduleOptions = {
    scheduleId: SCHEDULE,
    spec: { intervals: [{ every: '10 minutes' }] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
    action: {
      type: 'startWorkflow',
      workflowType: 'reconcile',
      workflowId: SCHEDULE,
      taskQueue,
      args: [],
      workflowExecutionTimeout: '20 minutes',
    },
  };
  try {
    await client.withDeadline(Date.now() + 5_000, () => client.schedule.create(options));
    return true;
  } catch (fault) {
    if (!(fault instanceof ScheduleAlreadyRunning)) throw fault;
    if (renew)
      await client.withDeadline(Date.now() + 5_000, () =>
        client.schedule.getHandle(SCHEDULE).update((known) => ({ ...options, state: known.state })),
      );
    return false;
  }
}

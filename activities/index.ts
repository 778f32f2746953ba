import { agencyActivities } from './agencies.ts';
import { deedActivities } from './deeds.ts';
import type { ActivityNeeds } from './needs.ts';
import { virtualFinActivities } from './virtualFin.ts';

/** Everything a workflow may have done: each one effect that may fail and be tried again. */
export function createActivities(needs: ActivityNeeds) {
  return { ...deedActivities(needs), ...agencyActivities(needs), ...virtualFinActivities(needs) };
}

export type Activities = ReturnType<typeof createActivities>;

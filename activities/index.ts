import { agencyActivities } from './agencies.ts';
import { centreActivities } from './centre.ts';
import { deedActivities } from './deeds.ts';
import type { ActivityNeeds } from './needs.ts';
import { reconcileActivities } from './reconcile.ts';
import { termActivities } from './terms.ts';
import { unwindingActivities } from './unwinding.ts';
import { virtualFinActivities } from './virtualFin.ts';

/** Everything a workflow may have done: each one effect that may fail and be tried again. */
export function createActivities(needs: ActivityNeeds) {
  return {
    ...deedActivities(needs),
    ...agencyActivities(needs),
    ...virtualFinActivities(needs),
    ...centreActivities(needs),
    ...termActivities(needs),
    ...unwindingActivities(needs),
    ...reconcileActivities(needs),
  };
}

export type Activities = ReturnType<typeof createActivities>;

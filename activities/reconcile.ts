import { keysOf, lookForDifferences } from '../cases/reconcile/lookForDifferences.ts';
import { type Listed, listDifferences } from '../cases/reconcile/listDifferences.ts';
import { mendDifferences } from '../cases/reconcile/mendDifferences.ts';
import type { ActivityNeeds } from './needs.ts';

/** The reconciler: the record against the workflows, custody, the register, the provider of texts and the evidence. */
export function reconcileActivities(
  needs: Pick<ActivityNeeds, 'record' | 'engine' | 'signer' | 'machineNow' | 'messages'>,
) {
  return {
    /** The first look: what seems to differ, each as one word (kind and id). */
    async lookForDifferences(): Promise<string[]> {
      return keysOf(await lookForDifferences(needs));
    },

    /** The second look: what was seen before and still differs is written down. */
    async listDifferences(run: string, seen: string[]): Promise<Listed> {
      return listDifferences(needs, { run, seen });
    },

    /** Mends what is on the list and may be mended by a deed; says how many. */
    async mendDifferences(run: string): Promise<number> {
      return mendDifferences(needs, run);
    },
  };
}

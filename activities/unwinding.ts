import type { PartyFailure } from '../adapters/ports.ts';
import { askUnwinding, type UnwindingLeft } from '../cases/unwinding/askUnwinding.ts';
import { nextCall, type UnwindingCall } from '../cases/unwinding/nextCall.ts';
import { recordNotUnwound } from '../cases/unwinding/recordNotUnwound.ts';
import { recordUnwound } from '../cases/unwinding/recordUnwound.ts';
import type { ActivityNeeds } from './needs.ts';
import { noSuchCase } from './noSuchCase.ts';

/** What is undone of a case that ended without a certificate (R1598/2.13; a withdrawal at any point). */
export function unwindingActivities({
  record,
  centres,
  entryExit,
}: Pick<ActivityNeeds, 'record' | 'centres' | 'entryExit'>) {
  async function make(caseNumber: string, call: UnwindingCall): Promise<{ kind: string } | PartyFailure> {
    switch (call.what) {
      case 'tell-centre': {
        const { centre, messageId, why } = call;
        return centres.tellToStop({ centre, messageId, caseNumber, why });
      }
      case 'cancel-fin': {
        const { messageId, fin } = call;
        return entryExit.cancelVirtualFin({ messageId, caseNumber, fin });
      }
    }
  }

  return {
    /** Asks the record what is left to be undone, and whether an outside party is to be called for it now. */
    async askUnwinding(caseNumber: string): Promise<UnwindingLeft> {
      const left = await askUnwinding(record, caseNumber);
      if (left === null) throw noSuchCase(caseNumber);
      return left;
    },

    /** Makes the calls to outside parties that are due, one after another, and records what came of each. */
    async unwindOutside(caseNumber: string): Promise<void> {
      for (let call = await nextCall(record, caseNumber); call !== null; call = await nextCall(record, caseNumber)) {
        const answer = await make(caseNumber, call);
        if ('failure' in answer) {
          await recordNotUnwound(record, caseNumber, { n: call.n, failure: answer.failure });
          return;
        }
        await recordUnwound(record, caseNumber, call.n);
      }
    },
  };
}

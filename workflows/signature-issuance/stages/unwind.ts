import { calls } from '../../activities.ts';
import { askRecord, type Wakes } from '../../askRecord.ts';
import { beginAnewIfLong } from '../../beginAnew.ts';

/**
 * What was done for a case that ended without a certificate is undone in reverse (R1598/2.13 for a mismatch): each step
 * is an act of its own, and the case's workflow ends when none is left. Of an issued case there is nothing to undo.
 */
export async function unwind(caseNumber: string, wakes: Wakes): Promise<void> {
  for (;;) {
    wakes.forget();
    const left = await askRecord('askUnwinding', caseNumber);
    switch (left.kind) {
      case 'over':
        return;
      case 'call':
        await calls.unwindOutside(caseNumber);
        break;
      case 'wait':
        await wakes.sleep(left.milliseconds);
        break;
    }
    await beginAnewIfLong(caseNumber);
  }
}

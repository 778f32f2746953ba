import { beginAnewIfLong } from '../../beginAnew.ts';
import { askRecord, type Wakes } from '../../askRecord.ts';

/**
 * R1598/2.8: the virtual FIN is given once, to a person; the record of silence is signed beside it. The look-up at the
 * register is quick as a rule and runs beside the workflow task; while the register is slow, as a regular activity.
 */
export async function issueVirtualFin(caseNumber: string, wakes: Wakes): Promise<void> {
  await askRecord('signDocuments', caseNumber);
  for (;;) {
    wakes.forget();
    const fin = await askRecord('giveVirtualFin', caseNumber);
    if (fin.kind !== 'wait') return;
    await wakes.sleep(fin.milliseconds);
    await beginAnewIfLong(caseNumber);
  }
}

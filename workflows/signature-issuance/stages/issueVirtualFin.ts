import { calls } from '../../activities.ts';
import { beginAnewIfLong } from '../../beginAnew.ts';
import { askRecord, type Wakes } from '../../askRecord.ts';

/** R1598/2.8: the virtual FIN is given once, to a person; the record of silence is signed beside it. */
export async function issueVirtualFin(caseNumber: string, wakes: Wakes): Promise<void> {
  await askRecord('signDocuments', caseNumber);
  for (;;) {
    wakes.forget();
    const fin = await calls.giveVirtualFin(caseNumber);
    if (fin.kind === 'given') return;
    await wakes.sleep(fin.milliseconds);
    await beginAnewIfLong(caseNumber);
  }
}

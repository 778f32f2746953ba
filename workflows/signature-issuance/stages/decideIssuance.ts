import { calls } from '../../activities.ts';
import { askRecord, type Wakes } from '../../askRecord.ts';
import { beginAnewIfLong } from '../../beginAnew.ts';

/**
 * R1598/2.8-route, 2.9: the application goes to the Centre that fits; a deficiency goes back to the applicant and comes
 * in again, as often as it takes, for the decree states no limit. The Centre's decision is a deed of its own.
 */
export async function decideIssuance(caseNumber: string, wakes: Wakes): Promise<void> {
  for (;;) {
    wakes.forget();
    const centre = await askRecord('askCentre', caseNumber);
    switch (centre.kind) {
      case 'over':
        return;
      case 'send':
        await calls.sendToCentre(caseNumber);
        break;
      case 'wait':
        await wakes.sleep(centre.milliseconds);
        break;
    }
    await beginAnewIfLong(caseNumber);
  }
}

import { calls } from '../../activities.ts';
import { askRecord, type Wakes } from '../../askRecord.ts';
import { beginAnewIfLong } from '../../beginAnew.ts';

/**
 * R1598/2.7, 2.8: the application goes to all four agencies in parallel; each has its term from proven delivery, and
 * the record says when none of them gave a negative opinion. The workflow only waits.
 */
export async function collectOpinions(
  caseNumber: string,
  wakes: Wakes,
): Promise<'approved' | 'negative-opinion' | 'withdrawn'> {
  for (;;) {
    wakes.forget();
    const opinions = await askRecord('closeTerms', caseNumber);
    switch (opinions.kind) {
      case 'decided':
        return opinions.outcome;
      case 'deliver':
        await calls.requestOpinions(caseNumber, opinions.agencies);
        break;
      case 'wait':
        await wakes.sleep(opinions.milliseconds);
        break;
    }
    await beginAnewIfLong(caseNumber);
  }
}

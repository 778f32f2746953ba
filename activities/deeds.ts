import { signDocuments } from '../cases/record/documents.ts';
import { closeTerms, type OpinionsOutcome } from '../cases/signature-issuance/closeTerms.ts';
import type { ActivityNeeds } from './needs.ts';
import { noSuchCase } from './noSuchCase.ts';

/** The short deeds of the procedure itself. */
export function deedActivities({
  record,
  signer,
  machineNow,
}: Pick<ActivityNeeds, 'record' | 'signer' | 'machineNow'>) {
  return {
    /** Closes what has ended, reminds, and says what comes next (R1598/2.8). */
    async closeTerms(caseNumber: string): Promise<OpinionsOutcome> {
      const answer = await closeTerms(record, caseNumber, { machineNow, by: 'procedure' });
      setImmediate(() => record.failpoint('close:after-answer'));
      if (answer === null) throw noSuchCase(caseNumber);
      return answer;
    },

    /** Signs what the deeds of a case stored to be signed. */
    async signDocuments(caseNumber: string): Promise<number> {
      return signDocuments(record, caseNumber, signer);
    },
  };
}

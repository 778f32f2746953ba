import type { Contracts, FileStore } from '../adapters/ports.ts';
import { askCentre, type CentreStanding } from '../cases/centre/askCentre.ts';
import { keepDraft } from '../cases/centre/keepDraft.ts';
import { openContract } from '../cases/centre/papers.ts';
import { type CentreFile, readCentreApplication } from '../cases/centre/readCentreApplication.ts';
import { recordNotSent, recordSent } from '../cases/centre/recordSending.ts';
import type { CaseRecord } from '../cases/record/record.ts';
import type { ActivityNeeds } from './needs.ts';
import { noSuchCase } from './noSuchCase.ts';

/** The Centre (R1598/2.8-route, 2.9). */
export function centreActivities({
  record,
  centres,
  contracts,
  files,
}: Pick<ActivityNeeds, 'record' | 'centres' | 'contracts' | 'files'>) {
  return {
    /** Asks the record how an application stands with its Centre, and does what is due. */
    async askCentre(caseNumber: string): Promise<CentreStanding> {
      const standing = await askCentre(record, caseNumber);
      if (standing === null) throw noSuchCase(caseNumber);
      return standing;
    },

    /** Hands the application to its Centre and records that it arrived, or that it did not. */
    async sendToCentre(caseNumber: string): Promise<void> {
      const file = await readCentreApplication(record, caseNumber);
      if (file === null) return;
      const contract = await draftOf(record, files, contracts, file);
      const { sent } = file;
      const { centre, round } = sent;
      const answer = await centres.sendApplication({ ...sent, contract });
      if (answer.kind === 'failed') await recordNotSent(record, { caseNumber, centre, round, failure: answer.failure });
      else await recordSent(record, { caseNumber, centre, round });
    },
  };
}

/** The draft that was kept for the round, or one drawn and kept now: every attempt carries the same bytes. */
async function draftOf(
  record: CaseRecord,
  files: FileStore,
  contracts: Contracts,
  { sent: { caseNumber, round }, contract, draft }: CentreFile,
): Promise<Uint8Array> {
  if (draft !== null) {
    const kept = await openContract(record, files, caseNumber, draft);
    if (kept === null) throw new Error('the draft contract is not in the store');
    return kept;
  }
  const content = await contracts.draw(contract);
  if (!(await keepDraft(record, files, { caseNumber, round, content })))
    throw new Error('another attempt kept its draft meanwhile');
  return content;
}

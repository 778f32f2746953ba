import { listenForWakes } from '../askRecord.ts';
import type { SignatureIssuanceInput } from './messages.ts';
import { collectOpinions } from './stages/collectOpinions.ts';
import { issueVirtualFin } from './stages/issueVirtualFin.ts';
import { tellAgenciesToStop } from './stages/tellAgenciesToStop.ts';

/**
 * The issuance of an e-signature certificate to a non-resident, from a registered application (R1598/2.6) to the
 * virtual FIN (2.8). Started anew at any time with the case number alone, it asks the record which stage is open.
 */
export async function signatureIssuance({ caseNumber }: SignatureIssuanceInput): Promise<void> {
  const wakes = listenForWakes();
  const opinions = await collectOpinions(caseNumber, wakes);
  if (opinions === 'approved') await issueVirtualFin(caseNumber, wakes);
  else await tellAgenciesToStop(caseNumber, wakes);
}

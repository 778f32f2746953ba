import { patched } from '@temporalio/workflow';
import { listenForWakes } from '../askRecord.ts';
import type { SignatureIssuanceInput } from './messages.ts';
import { collectOpinions } from './stages/collectOpinions.ts';
import { decideIssuance } from './stages/decideIssuance.ts';
import { enterInRegister } from './stages/enterInRegister.ts';
import { identifyApplicant } from './stages/identifyApplicant.ts';
import { inviteApplicant } from './stages/inviteApplicant.ts';
import { issueVirtualFin } from './stages/issueVirtualFin.ts';
import { signContract } from './stages/signContract.ts';
import { tellAgenciesToStop } from './stages/tellAgenciesToStop.ts';
import { unwind } from './stages/unwind.ts';

/**
 * The issuance of an e-signature certificate to a non-resident, from a registered application (R1598/2.6) to the
 * certificate in the hand (2.15) and in the register (5.4). Started anew at any time with the case number alone, it asks
 * the record which stage is open; each stage of a case that has gone past it, or has ended, is over at once.
 */
export async function signatureIssuance({ caseNumber }: SignatureIssuanceInput): Promise<void> {
  const wakes = listenForWakes();
  const opinions = await collectOpinions(caseNumber, wakes);
  if (opinions === 'approved') await issueVirtualFin(caseNumber, wakes);
  else await tellAgenciesToStop(caseNumber, wakes);
  // Cases whose workflow ended with the virtual FIN are started anew by the record.
  if (!patched('from-fin-to-hand')) return;

  if (opinions === 'approved') {
    await decideIssuance(caseNumber, wakes); // R1598/2.8-route, 2.9
    await inviteApplicant(caseNumber, wakes); // 2.11
    await identifyApplicant(caseNumber, wakes); // 2.12, 2.13
    await signContract(caseNumber, wakes); // 2.14, 2.15
    await enterInRegister(caseNumber, wakes); // 5.4
  }
  await unwind(caseNumber, wakes); // 2.13, and a withdrawal at any point
}

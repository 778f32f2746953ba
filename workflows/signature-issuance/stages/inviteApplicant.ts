import type { Wakes } from '../../askRecord.ts';
import { whileIn } from '../../whileIn.ts';

/** R1598/2.11: the mission invites the applicant within one working day after the decision reached it. */
export async function inviteApplicant(caseNumber: string, wakes: Wakes): Promise<void> {
  await whileIn('invitation', caseNumber, wakes);
}

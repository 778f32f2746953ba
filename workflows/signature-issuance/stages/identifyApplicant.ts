import type { Wakes } from '../../askRecord.ts';
import { whileIn } from '../../whileIn.ts';

/** R1598/2.12, 2.13: the applicant books, comes, and is compared with the application item by item. */
export async function identifyApplicant(caseNumber: string, wakes: Wakes): Promise<void> {
  await whileIn('identity', caseNumber, wakes);
}

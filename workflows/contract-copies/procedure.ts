import { listenForWakes } from '../askRecord.ts';
import { whileIn } from '../whileIn.ts';

/**
 * A mission's bundle of second copies on its way home (R1598/2.16-2.18), one workflow however many copies it holds: each
 * leg is a term of whoever holds the copies, and their deeds move it on.
 */
export async function contractCopies({ caseNumber }: { caseNumber: string }): Promise<void> {
  const wakes = listenForWakes();
  await whileIn('collecting', caseNumber, wakes); // R1598/2.16: the mission, at least twice a year
  await whileIn('ministry', caseNumber, wakes); // 2.17: the Ministry of Foreign Affairs, one working day
  await whileIn('delivery', caseNumber, wakes); // 2.18: the ministry of communications, the portal operator: three
}

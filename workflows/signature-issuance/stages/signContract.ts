import type { Wakes } from '../../askRecord.ts';
import { whileIn } from '../../whileIn.ts';

/** R1598/2.14, 2.15: the contracts are signed; a copy of each, the certificate and its carrier are handed over. */
export async function signContract(caseNumber: string, wakes: Wakes): Promise<void> {
  await whileIn('contract', caseNumber, wakes);
}

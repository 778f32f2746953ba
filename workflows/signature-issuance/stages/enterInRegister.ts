import type { Wakes } from '../../askRecord.ts';
import { whileIn } from '../../whileIn.ts';

/** R1598/5.4: the Centre enters the certificate in the register within one working day. */
export async function enterInRegister(caseNumber: string, wakes: Wakes): Promise<void> {
  await whileIn('register', caseNumber, wakes);
}

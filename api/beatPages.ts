import type { SignIn } from '../adapters/ports.ts';
import { beat } from '../cases/record/heartbeat.ts';
import type { CaseRecord } from '../cases/record/record.ts';

/** Pages without the sign-in are no channel to answer by (D3): then this beat is left out, and an outage begins. */
export async function beatPages(record: CaseRecord, signIn: Pick<SignIn, 'isUp'>): Promise<void> {
  if (await signIn.isUp()) await beat(record, 'pages');
}

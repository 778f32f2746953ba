import { writeEvidence } from '../../cases/record/evidence.ts';
import type { CaseRecord } from '../../cases/record/record.ts';
import type { Official } from '../middleware/requireOfficial.ts';
import { actorOf } from './answers.ts';

/** Notes that an official read something of a case (or of several, or asked for a foreign one), in his own chain of that day. */
export async function noteRead(
  record: CaseRecord,
  official: Official,
  what: string,
  read: string | { cases: readonly string[] },
): Promise<void> {
  const facts = typeof read === 'string' ? { caseNumber: read } : read;
  await writeEvidence(record, (day) => `read:${official.sub}:${day}`, actorOf(official), [{ what, facts }]);
}

import { mayRead } from '../../cases/mayRead.ts';
import { noteRead } from '../../cases/officials/noteRead.ts';
import type { OfficialVisit } from '../page.ts';

/** The case number of the path where it is open and this post's own; null else. The read is noted either way. */
export async function ownCase({ needs, params, official, actor }: OfficialVisit, what: string): Promise<string | null> {
  const caseNumber = params['number'] ?? '';
  if (!/^[A-Z]{2}-\d{4}-\d{6,12}$/.test(caseNumber)) return null;
  const theirs = await mayRead(needs.record, actor.party, caseNumber, { openOnly: true });
  await noteRead(needs.record, official, theirs ? what : 'read-unknown-case', caseNumber);
  return theirs ? caseNumber : null;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tx } from '../../cases/record/database.ts';
import type { Failure } from '../check.ts';

type Notice = { id: string; caseNumber: string; state: string; attempts: number; accepted: number; overdue: boolean };

/**
 * Holds the mailbox's own journal against the notices: a letter carries the Message-ID of a notice, no more copies came
 * than attempts were recorded, a notice taken once is in the mailbox, and none that is due is forgotten.
 */
export async function checkLetters(
  owner: Tx,
  home: string,
): Promise<{ n: number; copies: number; failures: Failure[] }> {
  const notices = await owner.many<Notice>(
    `SELECT n.id, coalesce(n.case_number, '') AS "caseNumber", n.state, n.attempts,
            (SELECT count(*)::integer FROM notice_attempt a WHERE a.notice_id = n.id AND a.result = 'accepted') AS accepted,
            n.state = 'due' AND n.next_attempt_at < machine_now() - interval '30 seconds' AS overdue
       FROM notice n`,
  );
  const kept = new Map<string, number>();
  for (const id of keptMessages(home)) kept.set(id, (kept.get(id) ?? 0) + 1);
  const failures: Failure[] = [];
  for (const { id, caseNumber, state, attempts, accepted, overdue } of notices) {
    const copies = kept.get(id) ?? 0;
    const fail = (what: string) => failures.push({ caseNumber, what });
    if (copies > attempts) fail('a letter came no oftener than it was tried');
    if (state === 'accepted' && copies === 0) fail('a notice that was taken is in the mailbox');
    if (accepted > 1) fail('a notice is taken at most once by the record');
    if (overdue) fail('no notice that is due is forgotten');
    kept.delete(id);
  }
  for (const id of kept.keys()) failures.push({ caseNumber: '', what: `the letter ${id} belongs to a notice` });
  const copies = notices.length === 0 ? 0 : keptMessages(home).length;
  return { n: notices.length, copies, failures };
}

function keptMessages(home: string): string[] {
  return readFileSync(join(home, 'simulators', 'mail', 'journal.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { what: string; messageId?: string })
    .flatMap(({ what, messageId = '' }) => (what === 'kept' ? [messageId.replace(/^<|@.*$/g, '')] : []));
}

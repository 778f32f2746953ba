import { inTransaction } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** A notice whose attempt has just been recorded as begun (`unknown` until its result is known). */
export type DueNotice = {
  id: string;
  case_number: string | null;
  kind: string;
  recipient: string;
  channel: 'email' | 'sms';
  event_id: string | null;
  language: 'az' | 'en' | 'ru';
  sealed_facts: Buffer;
  made_at: string;
  attempt: number;
  /** When it was first tried (machine time, ISO); null the first time. */
  tried_since: string | null;
};

/** How many at once: of text messages more, for a provider that hangs over some must not hold up the others. */
const BATCH = { email: 8, sms: 24 } as const;

/**
 * Takes notices of a channel that are due and records the attempt before anything is sent: after a crash in between it stands as
 * `unknown`, and the notice goes again, with the same Message-ID, when its wait (machine time, growing to one hour) is over.
 */
export async function takeDueNotices(record: CaseRecord, channel: DueNotice['channel']): Promise<DueNotice[]> {
  const due = await inTransaction(
    record.database.ordinary,
    (tx) =>
      tx.many<DueNotice>(
        `WITH due AS (
           SELECT id FROM notice WHERE state = 'due' AND channel = $1 AND next_attempt_at <= machine_now()
            ORDER BY next_attempt_at LIMIT ${BATCH[channel]} FOR UPDATE SKIP LOCKED
         ), begun AS (
           UPDATE notice n SET attempts = attempts + 1, next_attempt_at = machine_now()
                  + least(30 * power(2, least(n.attempts, 20)), 3600) * interval '1 second'
             FROM due WHERE n.id = due.id
           RETURNING n.id, n.case_number, n.kind, n.recipient, n.channel, n.event_id, n.language, n.sealed_facts,
                     n.made_at, n.attempts AS attempt,
                     (SELECT min(a.at) FROM notice_attempt a WHERE a.notice_id = n.id) AS tried_since
         ), noted AS (
           INSERT INTO notice_attempt (notice_id, n, at) SELECT id, attempt, machine_now() FROM begun
         )
         SELECT * FROM begun`,
        [channel],
      ),
    () => record.failpoint('notice:before-commit'),
  );
  if (due.length > 0) record.failpoint('notice:after-commit');
  return due;
}

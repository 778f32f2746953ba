import type { Mail } from '../adapters/ports.ts';
import { recordResult } from '../cases/notices/recordResult.ts';
import { takeDueNotices } from '../cases/notices/takeDue.ts';
import { type LetterNeeds, writeLetter } from '../cases/notices/writeLetter.ts';
import type { CaseRecord } from '../cases/record/record.ts';

/**
 * Sends the notices that are due: the attempt is recorded first, then the letter goes out, then its result is recorded.
 * It needs no Temporal, so people are told also while the engine is down. Returns how many it worked on.
 */
export async function deliverDueNotices(record: CaseRecord, mail: Mail, needs: LetterNeeds): Promise<number> {
  const due = await takeDueNotices(record);
  await Promise.all(
    due.map(async (notice) => {
      const letter = await writeLetter(record, needs, notice);
      const answer = await mail.send(letter);
      await recordResult(record, notice, answer.kind === 'accepted' ? 'accepted' : answer.failure);
      record.failpoint('notice:after-answer');
    }),
  );
  return due.length;
}

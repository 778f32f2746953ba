import type { Mail, TextMessages } from '../adapters/ports.ts';
import { recordResult, type SendResult } from '../cases/notices/recordResult.ts';
import { recordStatus } from '../cases/notices/recordStatus.ts';
import { type DueNotice, takeDueNotices } from '../cases/notices/takeDue.ts';
import { takeUnheardTexts } from '../cases/notices/takeUnheard.ts';
import { type LetterNeeds, writeLetter } from '../cases/notices/writeLetter.ts';
import { writeText } from '../cases/notices/writeText.ts';
import type { CaseRecord } from '../cases/record/record.ts';

/**
 * Sends the notices of a channel that are due: the attempt is recorded first, then the letter or text message goes out, then its result
 * is recorded. It needs no Temporal, so people are told also while the engine is down. Returns how many it worked on.
 */
async function deliverDue(
  record: CaseRecord,
  channel: DueNotice['channel'],
  send: (notice: DueNotice) => Promise<SendResult>,
): Promise<number> {
  const due = await takeDueNotices(record, channel);
  await Promise.all(
    due.map(async (notice) => {
      const result = await send(notice);
      record.failpoint('notice:before-record');
      await recordResult(record, notice, result);
      record.failpoint('notice:after-answer');
    }),
  );
  return due.length;
}

/** Sends the letters that are due. */
export function deliverDueLetters(record: CaseRecord, mail: Mail, needs: LetterNeeds): Promise<number> {
  return deliverDue(record, 'email', async (notice) => mail.send(await writeLetter(record, needs, notice)));
}

/** Sends the text messages that are due: apart from the letters, so that neither provider holds up the other's. */
export function deliverDueTexts(record: CaseRecord, texts: TextMessages, needs: LetterNeeds): Promise<number> {
  return deliverDue(record, 'sms', (notice) => sendText(record, texts, needs, notice));
}

/**
 * Sends a text message once: where an earlier attempt may have sent it (nobody knows how that one ended), the provider's
 * list is asked first, and while it cannot be asked nothing is sent.
 */
async function sendText(
  record: CaseRecord,
  texts: TextMessages,
  needs: LetterNeeds,
  notice: DueNotice,
): Promise<SendResult> {
  const text = await writeText(record, needs, notice);
  // The number was mended away while the message was due: it will never arrive, like one the provider refuses.
  if (text === null) return { kind: 'failed', failure: 'rejected' };
  const { to, body, sha256 } = text;
  if (notice.tried_since !== null) {
    const earlier = await texts.find({ to, body, since: notice.tried_since });
    if (earlier.kind === 'failed')
      return { kind: 'failed', failure: earlier.failure === 'rejected' ? 'unreadable' : earlier.failure };
    if (earlier.kind === 'found') return { kind: 'found-sent', providerId: earlier.providerId, sha256 };
  }
  const answer = await texts.send({ to, body });
  return answer.kind === 'taken' ? { ...answer, sha256 } : answer;
}

/**
 * Asks the provider for text messages of which it has told nothing; what it does not know, or does not end within its
 * time, counts as failed (ADR 30). Returns how many it asked for.
 */
export async function askForUnheardTexts(record: CaseRecord, texts: TextMessages): Promise<number> {
  const unheard = await takeUnheardTexts(record);
  for (const { provider_id: providerId, given_up } of unheard) {
    const answer = await texts.statusOf(providerId);
    if (answer.kind === 'failed') continue;
    const status = answer.kind === 'none' ? 'failed' : answer.status;
    if (status !== 'sent') await recordStatus(record, { providerId, status, doneAt: null, how: 'asked' });
    else if (given_up) await recordStatus(record, { providerId, status: 'failed', doneAt: null, how: 'no-word' });
  }
  return unheard.length;
}

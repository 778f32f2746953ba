import { statements } from '../record/database.ts';
import { inCase, NOTHING_DONE } from '../record/inCase.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';
import { tellOtherwise } from './tellOtherwise.ts';

/** What became of a returned letter. */
export type ReturnOutcome = { kind: 'bounced' | 'known-already' | 'no-such-letter' };

type Row = { case_number: string | null; kind: string; recipient: string; event_id: string | null };

const BOUNCE = `UPDATE notice SET state = 'bounced', ended_at = machine_now(), sealed_facts = NULL
                 WHERE id = $1 AND state IN ('due', 'accepted')`;

/**
 * Records that a letter came back for good (`status` is the 5.x.x of RFC 3463): it counts as a bounce also after the mail
 * server had taken it, and the other channel is looked at, then the operator's list (ADR 30).
 */
export async function recordReturn(record: CaseRecord, noticeId: string, status: string): Promise<ReturnOutcome> {
  const tx = statements(record.database.ordinary);
  const found = await tx.maybe<Row>(
    `SELECT case_number, kind, recipient, event_id FROM notice
      WHERE id = $1 AND channel = 'email' AND attempts > 0`,
    [noticeId],
  );
  if (found === null) return { kind: 'no-such-letter' };
  const { case_number: caseNumber, kind, recipient, event_id: eventId } = found;
  if (caseNumber === null) return { kind: (await tx.run(BOUNCE, [noticeId])) === 1 ? 'bounced' : 'known-already' };
  const outcome = await inCase<ReturnOutcome>(record, caseNumber, THE_PROCEDURE, async (inside, now) => {
    if ((await inside.run(BOUNCE, [noticeId])) === 0)
      return { outcome: { kind: 'known-already' }, evidence: NOTHING_DONE };
    const facts = { notice: noticeId, kind, recipient, channel: 'email', returned: status };
    const further = eventId === null ? [] : await tellOtherwise(inside, now, { caseNumber, eventId, recipient });
    return { outcome: { kind: 'bounced' }, evidence: [{ what: 'notice-bounced', facts }, ...further] };
  });
  return outcome ?? { kind: 'no-such-letter' };
}

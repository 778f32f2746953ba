import { createHash } from 'node:crypto';
import { missionZone } from '../../law/signature-issuance/missions.ts';
import { timeInZone } from '../../law/signature-issuance/slots.ts';
import type { CaseRecord } from '../record/record.ts';
import { openNotice, type OpenedNotice } from './openNotice.ts';
import type { DueNotice } from './takeDue.ts';
import { REHEARSAL_MARK, type TextKind, TEXTS } from './words/texts.ts';

/** A text message ready to be sent: `sha256` (hex) is that of its body. */
export type TextMessage = { to: string; body: string; sha256: string };

/**
 * Writes the text message of a notice: number of the case, what happened, the page where the applicant goes on, and a mark of the event by
 * which the provider's list is searched. The same notice always gives the same text; nothing else personal is in it.
 * Null where the applicant has taken his mobile number away since; throws for a kind that goes to no telephone.
 */
export async function writeText(
  record: CaseRecord,
  { publicUrl }: { publicUrl: string },
  notice: DueNotice,
): Promise<TextMessage | null> {
  const opened = await openNotice(record, notice);
  const to = opened.applicant?.phones?.mobile;
  if (to === undefined) return null;
  const body = wordsOf(opened, notice, publicUrl);
  return { to: to.replace(/[^\d+]/g, ''), body, sha256: createHash('sha256').update(body).digest('hex') };
}

function wordsOf({ stored, nature }: OpenedNotice, { id, event_id, language }: DueNotice, publicUrl: string): string {
  if (!isTold(stored.kind)) throw new Error(`no text message is sent of ${stored.kind}`);
  const caseNumber = 'caseNumber' in stored.facts ? stored.facts.caseNumber : '';
  const mark = (event_id ?? id).slice(0, 6).toUpperCase();
  const rehearsal = nature === 'rehearsal' ? REHEARSAL_MARK[language] : '';
  return `${rehearsal}${caseNumber}: ${TEXTS[stored.kind][language]}${hourOf(stored)}. ${publicUrl}/${language}/case #${mark}`;
}

function isTold(kind: string): kind is TextKind {
  return Object.hasOwn(TEXTS, kind);
}

/** The hour of an appointment on the post's own clock, `30.03.2026 09:00`. */
function hourOf({ kind, facts }: OpenedNotice['stored']): string {
  if (kind !== 'appointment-booked' && kind !== 'appointment-cancelled') return '';
  const [, year, month, day, time] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(timeInZone(missionZone(facts.mission), facts.startsAt)) ?? [];
  return ` ${day}.${month}.${year} ${time}`;
}

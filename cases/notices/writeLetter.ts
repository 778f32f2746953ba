import type { Letter } from '../../adapters/ports.ts';
import type { CaseRecord } from '../record/record.ts';
import { addressOf, type Addresses } from './addresses.ts';
import { openNotice, type OpenedNotice } from './openNotice.ts';
import type { DueNotice } from './takeDue.ts';
import { type Places, writeWords } from './writeWords.ts';

/** An appointment or its end as a calendar file (RFC 5545) for the letter's reader, made by whoever knows the format. */
export type DrawCalendar = (
  method: 'REQUEST' | 'CANCEL',
  facts: {
    caseNumber: string;
    mission: string;
    startsAt: string;
    minutes: number;
    uid: string;
    sequence: number;
    madeAt: string;
  },
  language: 'az' | 'en' | 'ru',
  attendee: string,
) => NonNullable<Letter['calendar']>;

/** What letters are written with besides the record. */
export type LetterNeeds = Places & Addresses & { drawCalendar: DrawCalendar };

/**
 * Writes the letter of a notice: words in the reader's language (an office's is Azerbaijani), the address looked up now.
 * Its Message-ID is the notice's id, and a letter of an appointment carries it for the reader's calendar.
 */
export async function writeLetter(record: CaseRecord, needs: LetterNeeds, notice: DueNotice): Promise<Letter> {
  const opened = await openNotice(record, notice);
  const language = notice.recipient === 'applicant' ? notice.language : 'az';
  const to = notice.recipient === 'applicant' ? mailboxOf(opened) : addressOf(needs, notice.recipient);
  const calendar = calendarOf(opened, notice, needs, to);
  return {
    messageId: notice.id,
    to,
    language,
    ...writeWords(opened, { language, madeAt: notice.made_at, recipient: notice.recipient }, needs),
    ...(calendar !== null && { calendar }),
  };
}

function mailboxOf({ stored, applicant }: OpenedNotice): string {
  const to = 'to' in stored.facts ? stored.facts.to : applicant?.email;
  if (to === undefined) throw new Error('an applicant without an e-mail address');
  return to;
}

function calendarOf({ stored }: OpenedNotice, notice: DueNotice, { drawCalendar }: LetterNeeds, to: string) {
  const { kind, facts } = stored;
  if (kind !== 'appointment-booked' && kind !== 'appointment-cancelled') return null;
  const method = kind === 'appointment-booked' ? 'REQUEST' : 'CANCEL';
  return drawCalendar(method, { ...facts, madeAt: notice.made_at }, notice.language, to);
}

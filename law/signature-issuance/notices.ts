import type { ClauseId } from '../clauses.ts';

/** What happened to a case that somebody must be told of. */
export type NoticeEvent =
  | 'application-registered'
  | 'application-incomplete'
  | 'application-not-eligible'
  | 'negative-opinion-in-time'
  | 'no-negative-opinion-in-time'
  | 'application-withdrawn'
  | 'end-moved-by-a-newer-calendar'
  | 'one-working-day-before-the-end'
  | 'file-in-inbox';

/** One row of the table: the event, who is told, and the clause by which they are told. */
export type NoticeRule = { on: NoticeEvent; to: 'applicant' | 'agency' | 'applicant-and-agencies'; clause: ClauseId };

/**
 * Which notice goes to whom on which event. R1598/2.6 alone orders a notice in so many words; the others rest on
 * Q191 (the user is told what becomes of the application) or on what R1598/2.7 and 2.8 ask of the agencies.
 */
export const NOTICES = {
  registered: { on: 'application-registered', to: 'applicant', clause: 'R1598/2.6' },
  'mend-this': { on: 'application-incomplete', to: 'applicant', clause: 'Q191/7.4' },
  refused: { on: 'application-not-eligible', to: 'applicant', clause: 'Q191/7.1.3' },
  'negative-opinion': { on: 'negative-opinion-in-time', to: 'applicant', clause: 'R1598/2.8' },
  'approved-by-silence': { on: 'no-negative-opinion-in-time', to: 'applicant', clause: 'R1598/2.8' },
  withdrawn: { on: 'application-withdrawn', to: 'applicant', clause: 'Q191/6.3' },
  'end-moved': { on: 'end-moved-by-a-newer-calendar', to: 'applicant-and-agencies', clause: 'R1598/2.8' },
  'agency-reminder': { on: 'one-working-day-before-the-end', to: 'agency', clause: 'R1598/2.8' },
  'agency-file-in-inbox': { on: 'file-in-inbox', to: 'agency', clause: 'R1598/2.7' },
} as const satisfies Record<string, NoticeRule>;

/** A kind of notice of the procedure signature-issuance. */
export type NoticeKind = keyof typeof NOTICES;

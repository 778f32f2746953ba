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
  | 'file-in-inbox'
  | 'deficiency-found-by-the-centre'
  | 'centre-decided-to-issue'
  | 'centre-refused'
  | 'decision-reached-the-mission'
  | 'mission-invited'
  | 'no-invitation-in-time'
  | 'term-overdue'
  | 'appointment-booked-or-moved'
  | 'appointment-cancelled'
  | 'applicant-did-not-come'
  | 'documents-do-not-match'
  | 'certificate-handed-over'
  | 'case-lapsed'
  | 'some-days-before-the-end'
  | 'applicant-signs-in';

/** Who is told: an office is the body whose term or task it is. */
export type Recipients = 'applicant' | 'agency' | 'applicant-and-agencies' | 'office';

/** One row of the table: the event, who is told, and the clause by which they are told. */
export type NoticeRule = { on: NoticeEvent; to: Recipients; clause: ClauseId };

/**
 * Which notice goes to whom on which event. R1598/2.6 and 2.9 order a notice in so many words, by e-mail and (or) SMS; the
 * others rest on Q191 (the user is told what becomes of the application), on the step they tell of, or on what R1598/2.7,
 * 2.8 and 2.16 ask of an office.
 */
export const NOTICES = {
  registered: { on: 'application-registered', to: 'applicant', clause: 'R1598/2.6' },
  'sign-in-code': { on: 'applicant-signs-in', to: 'applicant', clause: 'R1598/2.6' },
  'mend-this': { on: 'application-incomplete', to: 'applicant', clause: 'Q191/7.4' },
  refused: { on: 'application-not-eligible', to: 'applicant', clause: 'Q191/7.1.3' },
  'negative-opinion': { on: 'negative-opinion-in-time', to: 'applicant', clause: 'R1598/2.8' },
  'approved-by-silence': { on: 'no-negative-opinion-in-time', to: 'applicant', clause: 'R1598/2.8' },
  withdrawn: { on: 'application-withdrawn', to: 'applicant', clause: 'Q191/6.3' },
  'end-moved': { on: 'end-moved-by-a-newer-calendar', to: 'applicant-and-agencies', clause: 'R1598/2.8' },
  'agency-reminder': { on: 'one-working-day-before-the-end', to: 'agency', clause: 'R1598/2.8' },
  'agency-file-in-inbox': { on: 'file-in-inbox', to: 'agency', clause: 'R1598/2.7' },
  'centre-deficiency': { on: 'deficiency-found-by-the-centre', to: 'applicant', clause: 'R1598/2.9' },
  'issuance-decided': { on: 'centre-decided-to-issue', to: 'applicant', clause: 'R1598/2.9' },
  'centre-refusal': { on: 'centre-refused', to: 'applicant', clause: 'R1598/2.9' },
  'mission-decision-arrived': { on: 'decision-reached-the-mission', to: 'office', clause: 'R1598/2.9' },
  invited: { on: 'mission-invited', to: 'applicant', clause: 'R1598/2.11' },
  'invitation-overdue': { on: 'no-invitation-in-time', to: 'applicant', clause: 'R1598/2.11' },
  'appointment-booked': { on: 'appointment-booked-or-moved', to: 'applicant', clause: 'R1598/2.12' },
  'appointment-cancelled': { on: 'appointment-cancelled', to: 'applicant', clause: 'R1598/2.12' },
  'no-show': { on: 'applicant-did-not-come', to: 'applicant', clause: 'R1598/2.12' },
  mismatch: { on: 'documents-do-not-match', to: 'applicant', clause: 'R1598/2.13' },
  issued: { on: 'certificate-handed-over', to: 'applicant', clause: 'R1598/2.15' },
  lapsed: { on: 'case-lapsed', to: 'applicant', clause: 'R1598/1.5' },
  'term-reminder': { on: 'some-days-before-the-end', to: 'office', clause: 'R1598/2.16' },
  'term-overdue': { on: 'term-overdue', to: 'office', clause: 'R1598/2.16' },
} as const satisfies Record<string, NoticeRule>;

/** A kind of notice of the procedure signature-issuance. */
export type NoticeKind = keyof typeof NOTICES;

import type { ClauseId } from '../../../law/clauses.ts';
import type { Agency } from '../../../law/signature-issuance/agencies.ts';
import type { NoticeKind } from '../../../law/signature-issuance/notices.ts';

/** The languages of notices. */
export type Language = 'az' | 'en' | 'ru';

/** Whether the installation is a rehearsal (every text of a rehearsal says so), and the page to go to, where one is named. */
type Nature = { nature: 'production' | 'rehearsal'; page?: string };

/**
 * What each notice is written from. Instants are ISO 8601 with an offset or Z; texts inside the facts (`mission`,
 * `label`, `why`, `complaint`, `act`) are already in the notice's language. An agency's facts have no room for personal data.
 */
export type NoticeFacts = {
  registered: Nature & {
    caseNumber: string;
    trackingCode: string;
    registeredAt: string;
    mission: string;
    statusUrl: string;
  };
  'sign-in-code': Nature & { code: string };
  'mend-this': Nature & { items: readonly { label: string; reason: string; mend: string }[] };
  refused: Nature & { clause: ClauseId; reasonText: string };
  /** `complaint` names the act in force that rules complaints; no agency and no grounds are told. */
  'negative-opinion': Nature & { caseNumber: string; decidedAt: string; complaint: string };
  /** `endsAt` is the end of the last of the four terms; the virtual FIN itself never stands in a notice. */
  'approved-by-silence': Nature & {
    caseNumber: string;
    decidedAt: string;
    endsAt: string;
    days: readonly { date: string; counted: boolean; why: string }[];
  };
  withdrawn: Nature & { caseNumber: string; at: string };
  /** To an agency (named) of its own term, or to the applicant of the last of the terms that moved, naming none. */
  'end-moved': Nature & { caseNumber: string; agency?: Agency; before: string; endsAt: string };
  'agency-reminder': Nature & { caseNumber: string; agency: Agency; endsAt: string };
  'agency-file-in-inbox': Nature & { caseNumber: string; agency: Agency; inboxUrl: string };
  'centre-deficiency': Nature & { caseNumber: string; at: string; items: readonly Fault[]; mendUrl: string };
  'issuance-decided': Nature & { caseNumber: string; decidedAt: string; mission: string };
  'centre-refusal': Nature & { caseNumber: string; decidedAt: string; complaint: string };
  'mission-decision-arrived': Nature & { caseNumber: string; mission: string; endsAt: string };
  /** `fromDay` is an ISO day in the post's own calendar. */
  invited: Nature & { caseNumber: string; mission: string; fromDay: string; bookUrl: string };
  'invitation-overdue': Nature & { caseNumber: string; mission: string; endsAt: string };
  'appointment-booked': Nature & Appointment & { moved: boolean };
  'appointment-cancelled': Nature & Appointment & { by: 'applicant' | 'mission' | 'case-ended'; bookUrl: string };
  'no-show': Nature & { caseNumber: string; mission: string; zone: string; startsAt: string; bookUrl: string };
  mismatch: Nature & { caseNumber: string; decidedAt: string; items: readonly Fault[]; complaint: string };
  issued: Nature & { caseNumber: string; at: string; validUntil: string };
  lapsed: Nature & { caseNumber: string; at: string; act: string; complaint: string };
  /** `holder` is the office by its name. */
  'term-reminder': Nature & OfficeTerm;
  'term-overdue': Nature & OfficeTerm;
};

/** What is wrong with one item, both in the reader's language. */
export type Fault = { label: string; reason: string };

/** An hour at a post, shown in the post's own time zone (IANA). */
type Appointment = { caseNumber: string; mission: string; zone: string; startsAt: string; minutes: number };

type OfficeTerm = { caseNumber: string; clause: ClauseId; holder: string; endsAt: string };

/** The kinds that belong to what follows the virtual FIN, whose words have a file of their own. */
type LaterKind =
  | 'centre-deficiency'
  | 'issuance-decided'
  | 'centre-refusal'
  | 'mission-decision-arrived'
  | 'invited'
  | 'invitation-overdue'
  | 'appointment-booked'
  | 'appointment-cancelled'
  | 'no-show'
  | 'mismatch'
  | 'issued'
  | 'lapsed'
  | 'term-reminder'
  | 'term-overdue';

/** A notice before it is framed: `ground` is set where another clause than the table's is the ground. */
export type Draft = { subject: string; paragraphs: string[]; ground?: ClauseId };

/** The words of one language for what follows the virtual FIN. */
export type IssuanceWords = Pick<NoticeWords['notices'], LaterKind>;

/** All the words of one language. */
export type NoticeWords = {
  notices: { [K in NoticeKind]: (facts: NoticeFacts[K]) => Draft };
  ground: string;
  /** Before the address of the page to go to. */
  page: string;
  footer: string;
  rehearsal: { subject: string; text: string };
};

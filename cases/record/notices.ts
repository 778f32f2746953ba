import { randomUUID } from 'node:crypto';
import type { CountedDay } from '../../law/calendar/workingDays.ts';
import type { ClauseId } from '../../law/clauses.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { Item } from '../../law/signature-issuance/completeness.ts';
import type { MissionId } from '../../law/signature-issuance/missions.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import type { Tx } from './database.ts';
import { seal } from './seal.ts';

/** What a deed knows of a notice: codes and instants; words, names and addresses are added when the letter is written. */
export type StoredFacts = {
  registered: { caseNumber: string; trackingCode: string; registeredAt: string; mission: MissionId };
  /** `until` is machine time: how long the code may be used. */
  'sign-in-code': { code: string; until: string };
  'mend-this': { to: string; items: readonly Item[] };
  refused: { to: string; clause: ClauseId };
  'negative-opinion': { caseNumber: string; decidedAt: string };
  'approved-by-silence': { caseNumber: string; decidedAt: string; endsAt: string; days: readonly CountedDay[] };
  withdrawn: { caseNumber: string; at: string };
  /** `agency` is absent in the applicant's. */
  'end-moved': { caseNumber: string; agency?: Agency; before: string; endsAt: string };
  'agency-reminder': { caseNumber: string; agency: Agency; endsAt: string };
  'agency-file-in-inbox': { caseNumber: string; agency: Agency };
  /** Items by their code (a document's kind or a field's path) with the reason's code. */
  'centre-deficiency': { caseNumber: string; at: string; items: readonly { item: string; reason: string }[] };
  'issuance-decided': { caseNumber: string; decidedAt: string; mission: MissionId };
  'centre-refusal': { caseNumber: string; decidedAt: string };
  'mission-decision-arrived': { caseNumber: string; mission: MissionId; endsAt: string };
  /** `fromDay` is the first ISO day in the post's own calendar from which a slot may be booked. */
  invited: { caseNumber: string; mission: MissionId; fromDay: string };
  'invitation-overdue': { caseNumber: string; mission: MissionId; endsAt: string };
  'appointment-booked': Appointment;
  /** `case-ended`: the application itself ended, so that no other time is offered. */
  'appointment-cancelled': Appointment & { by: 'applicant' | 'mission' | 'case-ended' };
  'no-show': { caseNumber: string; mission: MissionId; startsAt: string };
  mismatch: { caseNumber: string; decidedAt: string; items: readonly { item: string; reason: string }[] };
  issued: { caseNumber: string; at: string; validUntil: string };
  lapsed: { caseNumber: string; at: string; act: string };
  /** To whoever holds the term: `clause` says which. */
  'term-reminder': { caseNumber: string; clause: ClauseId; holder: Party; endsAt: string };
  'term-overdue': { caseNumber: string; clause: ClauseId; holder: Party; endsAt: string };
};

/** An appointment at a mission: instants ISO, shown in the post's own time zone; `uid` and `sequence` as in RFC 5545. */
type Appointment = {
  caseNumber: string;
  mission: MissionId;
  startsAt: string;
  minutes: number;
  uid: string;
  sequence: number;
  moved: boolean;
};

/** Who is written to; an office is written as the party it is. */
export type Recipient = 'applicant' | Agency | Exclude<Party, 'applicant'>;

/** A notice to be sent; its facts are sealed under the case's key and wiped once the mail server has taken the letter. */
export type NewNotice<K extends keyof StoredFacts> = {
  caseNumber: string | null;
  kind: K;
  /** The address itself is looked up when the letter is sent. */
  recipient: Recipient;
  language: 'az' | 'en' | 'ru';
  key: Buffer;
  facts: StoredFacts[K];
  /** For a letter that belongs to no case: the keyed hash of its address. */
  address?: string;
};

/**
 * Writes a notice as due at once, inside the deed that causes it; `now` is the deed's legal instant. To an applicant who
 * gave a mobile number it goes by SMS too (R1598/2.6 and its like): two rows of one event. Returns the e-mail's id.
 */
export async function addNotice<K extends keyof StoredFacts>(
  tx: Tx,
  now: string,
  notice: NewNotice<K>,
): Promise<string> {
  const id = randomUUID();
  await tx.run(
    `INSERT INTO notice (id, case_number, kind, recipient, language, sealed_facts, made_at, address_index,
                         next_attempt_at, channel, event_id)
     SELECT v.id, $2, $3, $4, $5, $6, $7, $8, machine_now(), v.channel, $1
       FROM (VALUES ($1::uuid, 'email'), ($9::uuid, 'sms')) AS v (id, channel)
      WHERE v.channel = 'email'
         OR ($4 = 'applicant' AND $3 <> 'sign-in-code' AND EXISTS (SELECT 1 FROM "case" WHERE number = $2 AND has_mobile))`,
    [
      id,
      notice.caseNumber,
      notice.kind,
      notice.recipient,
      notice.language,
      seal(notice.key, JSON.stringify(notice.facts)),
      now,
      notice.address ?? null,
      randomUUID(),
    ],
  );
  return id;
}

import { randomUUID } from 'node:crypto';
import type { CountedDay } from '../../law/calendar/workingDays.ts';
import type { ClauseId } from '../../law/clauses.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { Item } from '../../law/signature-issuance/completeness.ts';
import type { MissionId } from '../../law/signature-issuance/missions.ts';
import type { Tx } from './database.ts';
import { seal } from './seal.ts';

/** What a deed knows of a notice: codes and instants; words, names and addresses are added when the letter is written. */
export type StoredFacts = {
  registered: { caseNumber: string; trackingCode: string; registeredAt: string; mission: MissionId };
  'mend-this': { to: string; items: readonly Item[] };
  refused: { to: string; clause: ClauseId };
  'negative-opinion': { caseNumber: string; decidedAt: string };
  'approved-by-silence': { caseNumber: string; decidedAt: string; endsAt: string; days: readonly CountedDay[] };
  withdrawn: { caseNumber: string; at: string };
  /** `agency` is absent in the applicant's. */
  'end-moved': { caseNumber: string; agency?: Agency; before: string; endsAt: string };
  'agency-reminder': { caseNumber: string; agency: Agency; endsAt: string };
  'agency-file-in-inbox': { caseNumber: string; agency: Agency };
};

/** A notice to be sent; its facts are sealed under the case's key and wiped once the mail server has taken the letter. */
export type NewNotice<K extends keyof StoredFacts> = {
  caseNumber: string | null;
  kind: K;
  /** `applicant` or the agency's name: the address itself is looked up when the letter is sent. */
  recipient: 'applicant' | Agency;
  language: 'az' | 'en' | 'ru';
  key: Buffer;
  facts: StoredFacts[K];
  /** For a letter that belongs to no case: the keyed hash of its address. */
  address?: string;
};

/** Writes a notice as due at once, inside the deed that causes it; `now` is the deed's legal instant. Returns its id. */
export async function addNotice<K extends keyof StoredFacts>(
  tx: Tx,
  now: string,
  notice: NewNotice<K>,
): Promise<string> {
  const id = randomUUID();
  await tx.run(
    `INSERT INTO notice (id, case_number, kind, recipient, language, sealed_facts, made_at, address_index, next_attempt_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, machine_now())`,
    [
      id,
      notice.caseNumber,
      notice.kind,
      notice.recipient,
      notice.language,
      seal(notice.key, JSON.stringify(notice.facts)),
      now,
      notice.address ?? null,
    ],
  );
  return id;
}

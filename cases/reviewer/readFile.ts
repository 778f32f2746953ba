import type { DocumentReference } from '../../adapters/ports.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import type { ExplainedTerm } from '../../law/calendar/recomputedTerm.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { Application } from '../../law/signature-issuance/application.ts';
import { type TimeLeft, timeLeft } from '../../law/signature-issuance/review.ts';
import { statements } from '../record/database.ts';
import { calendarKnownOn } from '../record/dated.ts';
import type { CaseRecord } from '../record/record.ts';
import { openForm } from '../signature-issuance/readRequest.ts';

/** An opinion of the agency as it came: `effect` says what it did; instants are ISO. */
export type GivenOpinion = {
  kind: string;
  effect: string;
  receivedAt: string;
  termEndsAt: string | null;
  givenBy: string | null;
};

/**
 * An earlier case of the same person, or of the same document in another's hands: its number and what became of it; of
 * opinions this agency's own alone.
 */
export type EarlierCase = {
  same: 'person' | 'document';
  caseNumber: string;
  registeredAt: string;
  outcome: string | null;
  ownOpinion: string | null;
};

/** A file as one agency's reviewer sees it (R1598/2.7): the form, the documents, the agency's own term and words. */
export type ReviewedFile = {
  caseNumber: string;
  registeredAt: string;
  decided: boolean;
  takenBy: string | null;
  deliveredAt: string | null;
  application: Application;
  documents: DocumentReference[];
  term: { endsAt: string; provisional: boolean; closed: boolean; left: TimeLeft; days: ExplainedTerm['days'] } | null;
  opinions: GivenOpinion[];
  earlier: EarlierCase[];
  now: string;
};

type Row = {
  caseNumber: string;
  registeredAt: string;
  stage: string;
  personIndex: string;
  documentIndex: string | null;
  takenBy: string | null;
  deliveredAt: string | null;
  sealed_key: Buffer;
  sealed_form: Buffer;
  endsAt: string | null;
  provisional: boolean | null;
  closedAt: string | null;
  explanation: string | null;
  documents: DocumentReference[];
  now: string;
};

const FILE = `
  SELECT c.number AS "caseNumber", c.registered_at AS "registeredAt", c.stage, c.person_index AS "personIndex", c.document_index AS "documentIndex",
         r.taken_by AS "takenBy", r.delivered_at AS "deliveredAt", c.sealed_key, c.sealed_form,
         t.ends_at AS "endsAt", t.provisional, t.closed_at AS "closedAt", t.explanation, legal_now() AS now,
         coalesce((SELECT json_agg(json_build_object('id', u.id, 'kind', u.kind, 'mediaType', u.media_type,
                                                     'sha256', u.stored_sha256, 'bytes', u.bytes) ORDER BY u.kind)
                     FROM upload u WHERE u.case_number = c.number AND u.replaced_at IS NULL), '[]') AS documents
    FROM "case" c
    JOIN opinion_request r ON r.case_number = c.number AND r.agency = $2
    LEFT JOIN term t ON t.case_number = c.number AND t.clause = 'R1598/2.8' AND t.holder = $2
   WHERE c.number = $1 AND c.procedure = 'signature-issuance'`;

/** Reads a file for a reviewer of an agency; null where the agency was not asked about such a case. */
export async function readFile(record: CaseRecord, agency: Agency, caseNumber: string): Promise<ReviewedFile | null> {
  const tx = statements(record.database.ordinary);
  const row = await tx.maybe<Row>(FILE, [caseNumber, agency]);
  if (row === null) return null;
  const [opinions, earlier] = await Promise.all([
    tx.many<GivenOpinion>(
      `SELECT kind, effect, received_at AS "receivedAt", term_ends_at AS "termEndsAt", given_by AS "givenBy"
         FROM opinion WHERE case_number = $1 AND agency = $2 ORDER BY received_at, effect = 'ended-the-case', message_id`,
      [caseNumber, agency],
    ),
    tx.many<EarlierCase>(
      `SELECT CASE WHEN c.person_index = $3 THEN 'person' ELSE 'document' END AS same,
              c.number AS "caseNumber", c.registered_at AS "registeredAt",
              CASE WHEN c.closed_at IS NULL THEN NULL WHEN c.outcome = 'negative-opinion' THEN 'refused' ELSE c.outcome END AS outcome,
              (SELECT o.kind FROM opinion o WHERE o.case_number = c.number AND o.agency = $2
                  AND o.effect IN ('noted', 'ended-the-case')
                ORDER BY o.received_at DESC, o.effect = 'ended-the-case' DESC LIMIT 1) AS "ownOpinion"
         FROM "case" c WHERE (c.person_index = $3 OR c.document_index = $4) AND c.number <> $1
        ORDER BY c.registered_at DESC, c.number DESC LIMIT 50`,
      [caseNumber, agency, row.personIndex, row.documentIndex],
    ),
  ]);
  const { application } = openForm(record, row);
  const { registeredAt, takenBy, deliveredAt, documents, now } = row;
  const decided = row.stage !== 'opinions';
  return {
    caseNumber,
    registeredAt,
    decided,
    takenBy,
    deliveredAt,
    application,
    documents,
    term:
      row.endsAt === null || row.explanation === null ? null : await termOf(record, row, row.endsAt, row.explanation),
    opinions,
    earlier,
    now,
  };
}

async function termOf(record: CaseRecord, { now, provisional, closedAt }: Row, endsAt: string, explanation: string) {
  const calendar = await calendarKnownOn(statements(record.database.ordinary), bakuDay(now));
  const { days } = JSON.parse(explanation) as ExplainedTerm;
  const left = timeLeft(calendar, now, endsAt);
  return { endsAt, provisional: provisional === true, closed: closedAt !== null, left, days };
}

/** What came too late for an agency, newest first: late opinions, with both instants, and those after a decision. */
export async function readLate(record: CaseRecord, agency: Agency): Promise<(GivenOpinion & { caseNumber: string })[]> {
  return statements(record.database.ordinary).many(
    `SELECT case_number AS "caseNumber", kind, effect, received_at AS "receivedAt", term_ends_at AS "termEndsAt",
            given_by AS "givenBy"
       FROM opinion WHERE agency = $1 AND effect IN ('late', 'after-decision')
      ORDER BY received_at DESC, case_number, message_id LIMIT 100`,
    [agency],
  );
}

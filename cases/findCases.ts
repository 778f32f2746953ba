import type { ExplainedTerm, MovedEnd } from '../law/calendar/recomputedTerm.ts';
import type { CountedDay } from '../law/calendar/workingDays.ts';
import type { Extension } from '../law/signature-issuance/outages.ts';
import { statements } from './record/database.ts';
import type { CaseRecord } from './record/record.ts';
import { readStanding, type Standing } from './readStanding.ts';

/** One agency's term with its explanation, as anybody concerned is shown it; instants are ISO, ms, UTC. */
export type TermView = {
  agency: string;
  startedAt: string;
  startEvent: string;
  workingDays: number;
  days: CountedDay[];
  extensions: Extension[];
  /** Every move of the end by a newer calendar, oldest first. */
  recomputed: MovedEnd[];
  endsAt: string;
  calendarVersion: string;
  provisional: boolean;
  closedAt: string | null;
  outcome: string | null;
};

/** A case as it stands: `terms` are those of the agencies (R1598/2.8), `furtherTerms` everybody else's. */
export type CaseView = Standing & {
  caseNumber: string;
  stage: string;
  outcome: string | null;
  registeredAt: string;
  decidedAt: string | null;
  closedAt: string | null;
  /** Both empty in a bundle of contract copies. */
  limit: { workingDays: number; source: string };
  requests: { agency: string; deliveredAt: string | null; how: string | null; attempts: number }[];
  terms: TermView[];
  notices: { kind: string; recipient: string; channel: string; state: string; madeAt: string; attempts: number }[];
  virtualFinGivenAt: string | null;
  nature: string;
  legalNow: string;
};

type StoredTerm = Omit<TermView, 'days' | 'extensions' | 'recomputed'> & { explanation: string };

const CASE = `
  SELECT c.number AS "caseNumber", c.stage, c.outcome, c.registered_at AS "registeredAt", c.decided_at AS "decidedAt",
         c.closed_at AS "closedAt",
         json_build_object('workingDays', c.limit_working_days, 'source', c.limit_source) AS "limit",
         v.given_at AS "virtualFinGivenAt", i.nature, legal_now() AS "legalNow"
    FROM "case" c CROSS JOIN installation i LEFT JOIN virtual_fin v ON v.case_number = c.number
   WHERE c.number = $1`;

const TERMS = `
  SELECT t.holder AS agency, t.started_at AS "startedAt", t.start_event AS "startEvent",
         t.working_days AS "workingDays", t.explanation, t.ends_at AS "endsAt",
         t.calendar_version AS "calendarVersion", t.provisional, t.closed_at AS "closedAt", o.outcome
    FROM term t LEFT JOIN term_outcome o USING (case_number, clause, holder)
   WHERE t.case_number = $1 AND t.clause = 'R1598/2.8' ORDER BY t.holder`;

/** Reads a case with its requests, terms and notices; null when there is none. No personal data is among it. */
export async function readCase(record: CaseRecord, caseNumber: string): Promise<CaseView | null> {
  const tx = statements(record.database.ordinary);
  const found = await tx.maybe<Omit<CaseView, keyof Standing | 'requests' | 'terms' | 'notices'>>(CASE, [caseNumber]);
  if (found === null) return null;
  const [standing, requests, terms, notices] = await Promise.all([
    readStanding(tx, caseNumber),
    tx.many<CaseView['requests'][number]>(
      `SELECT agency, delivered_at AS "deliveredAt", delivered_how AS how, attempts
         FROM opinion_request WHERE case_number = $1 ORDER BY agency`,
      [caseNumber],
    ),
    tx.many<StoredTerm>(TERMS, [caseNumber]),
    tx.many<CaseView['notices'][number]>(
      `SELECT kind, recipient, channel, state, made_at AS "madeAt", attempts
         FROM notice WHERE case_number = $1 AND kind <> 'sign-in-code' ORDER BY made_at, kind, recipient, channel`,
      [caseNumber],
    ),
  ]);
  return { ...found, ...standing, requests, terms: terms.map(explained), notices };
}

function explained({ explanation, ...term }: StoredTerm): TermView {
  const { days, extensions, recomputed = [] } = JSON.parse(explanation) as ExplainedTerm<Extension>;
  return { ...term, days, extensions, recomputed };
}

/** An incident at the operator's desk. */
export type IncidentView = { id: string; caseNumber: string | null; kind: string; holder: string; openedAt: string };

/** The open incidents, oldest first, at most 500; or those of one case. */
export async function openIncidents(record: CaseRecord, caseNumber?: string): Promise<IncidentView[]> {
  return statements(record.database.ordinary).many<IncidentView>(
    `SELECT id, case_number AS "caseNumber", kind, holder, opened_at AS "openedAt"
       FROM incident WHERE resolved_at IS NULL AND ($1::text IS NULL OR case_number = $1)
      ORDER BY opened_at, id LIMIT 500`,
    [caseNumber ?? null],
  );
}

/** The evidence of a case as stored, in order. */
export async function readEvidence(
  record: CaseRecord,
  caseNumber: string,
): Promise<{ seq: number; body: string; hash: string }[]> {
  return statements(record.database.ordinary).many(
    `SELECT seq, body, hash FROM evidence WHERE chain = $1 ORDER BY seq`,
    [`case:${caseNumber}`],
  );
}

/** A signed document of a case by its kind; null while there is none or it is not signed yet. */
export async function readSignedDocument(record: CaseRecord, caseNumber: string, kind: string): Promise<string | null> {
  const row = await statements(record.database.ordinary).maybe<{ jws: string | null }>(
    `SELECT jws FROM document WHERE case_number = $1 AND kind = $2`,
    [caseNumber, kind],
  );
  return row?.jws ?? null;
}

/** The installation's nature and legal clock; `frozen` and `offsetMs` say how a rehearsal's clock stands. */
export async function readClock(
  record: CaseRecord,
): Promise<{ nature: string; legalNow: string; frozen: boolean; offsetMs: number }> {
  return statements(record.database.ordinary).one(
    `SELECT nature, legal_now() AS "legalNow", frozen_at IS NOT NULL AS frozen, offset_ms AS "offsetMs"
       FROM installation CROSS JOIN legal_clock`,
  );
}

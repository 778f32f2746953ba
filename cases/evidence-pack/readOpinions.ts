import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { type FileReader, hidesAgencyInstants, seesOpinions } from '../../law/signature-issuance/fileReaders.ts';
import type { Tx } from '../record/database.ts';
import { unseal } from '../record/seal.ts';
import { withhold } from './withhold.ts';

/** For whom a case is read, with its outcome and its own opened key. */
export type Reading = { caseNumber: string; capacity: FileReader; caseKey: Buffer; outcome: string | null };

type Opinion = {
  agency: string;
  message: string;
  opinion: string;
  effect: string;
  receivedAt: string;
  termEndsAt: string | null;
};

/**
 * Reads the requests to the agencies and their opinions (R1598/2.7, 2.8). The grounds of a negative opinion are withheld
 * from everybody; who does not see opinions at all gets one salted hash in place of the list, and after a negative one
 * no instant of a delivery.
 */
export async function readOpinions(tx: Tx, { caseNumber, capacity, caseKey, outcome }: Reading): Promise<unknown> {
  const requests = await tx.many<{ agency: string; deliveredAt: string | null; how: string | null }>(
    `SELECT agency, delivered_at AS "deliveredAt", delivered_how AS how FROM opinion_request
      WHERE case_number = $1 ORDER BY agency`,
    [caseNumber],
  );
  const rows = await tx.many<Opinion & { grounds: Buffer | null }>(
    `SELECT agency, message_id AS message, kind AS opinion, effect, received_at AS "receivedAt",
            term_ends_at AS "termEndsAt", sealed_grounds AS grounds
       FROM opinion WHERE case_number = $1 ORDER BY received_at, agency, message_id`,
    [caseNumber],
  );
  const opinions = rows.map(({ grounds, ...said }) => ({
    ...said,
    grounds:
      grounds === null
        ? null
        : withhold(caseKey, `grounds ${said.agency} ${said.message}`, unseal(caseKey, grounds).toString()),
  }));
  if (seesOpinions(capacity)) return { requests, opinions };
  const hidden = hidesAgencyInstants(outcome);
  return {
    requests: requests.map(({ agency, deliveredAt }) => (hidden ? { agency } : { agency, deliveredAt })),
    deliveries: hidden ? withhold(caseKey, 'deliveries', requests) : null,
    opinions: withhold(caseKey, 'opinions', opinions),
  };
}

type Term = {
  clause: string;
  holder: string;
  startedAt: string;
  startEvent: string;
  workingDays: number;
  months: number | null;
  explanation: unknown;
  calendarVersion: string;
  provisional: boolean;
  endsAt: string;
  closedAt: string | null;
  overdueAt: string | null;
  outcome: string | null;
};

/**
 * Reads every term of a case with its explanation; how an agency's began and ended is shown with its opinions only, and
 * after a negative one the agencies' terms stand as one salted hash.
 */
export async function readTerms(tx: Tx, { caseNumber, capacity, caseKey, outcome }: Reading): Promise<unknown> {
  const rows = await tx.many<Omit<Term, 'explanation'> & { explanation: string }>(
    `SELECT t.clause, t.holder, t.started_at AS "startedAt", t.start_event AS "startEvent",
            t.working_days AS "workingDays", t.months, t.explanation, t.calendar_version AS "calendarVersion",
            t.provisional, t.ends_at AS "endsAt", t.closed_at AS "closedAt", t.overdue_at AS "overdueAt", o.outcome
       FROM term t LEFT JOIN term_outcome o USING (case_number, clause, holder)
      WHERE t.case_number = $1 ORDER BY t.started_at, t.clause, t.holder`,
    [caseNumber],
  );
  const terms = rows.map((row): Term => ({ ...row, explanation: JSON.parse(row.explanation) as unknown }));
  if (seesOpinions(capacity)) return { terms };
  if (!hidesAgencyInstants(outcome)) return { terms: terms.map(withoutAnswer) };
  const ofAgencies = terms.filter(isAgencys);
  return {
    terms: terms.filter((term) => !isAgencys(term)),
    others: ofAgencies.length === 0 ? null : withhold(caseKey, 'terms of agencies', ofAgencies),
  };
}

function isAgencys({ clause }: Term): boolean {
  return clause === 'R1598/2.8';
}

// How it began may name the agency's own opinion, and when it closed says that it answered.
const TELL_THE_ANSWER = ['startEvent', 'closedAt', 'outcome'];

function withoutAnswer(term: Term): object {
  if (!isAgencys(term)) return term;
  return Object.fromEntries(Object.entries(term).filter(([name]) => !TELL_THE_ANSWER.includes(name)));
}

type Notice = { recipient: string } & Record<string, unknown>;

/**
 * Reads the notices of a case with every attempt at delivery, by channel. An applicant is shown his own; letters to the
 * agencies are shown with the opinions only; what is not shown stands as one salted hash.
 */
export async function readNotices(tx: Tx, { caseNumber, capacity, caseKey }: Reading): Promise<unknown> {
  const all = await tx.many<Notice>(
    `SELECT n.id, n.kind, n.recipient, n.channel, n.language, n.state, n.made_at AS "madeAt", n.sent_at AS "sentAt",
            n.ended_at AS "endedAt", n.body_sha256 AS "bodySha256",
            coalesce((SELECT json_agg(json_build_object('n', a.n, 'at', to_char(a.at AT TIME ZONE 'UTC',
                               'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'result', a.result) ORDER BY a.n)
                        FROM notice_attempt a WHERE a.notice_id = n.id), '[]') AS attempts
       FROM notice n WHERE n.case_number = $1 ORDER BY n.made_at, n.kind, n.recipient, n.channel, n.id`,
    [caseNumber],
  );
  const isShown = ({ recipient }: Notice) =>
    seesOpinions(capacity) ||
    recipient === 'applicant' ||
    (capacity !== 'applicant' && !AGENCIES.some((agency) => agency === recipient));
  const others = all.filter((notice) => !isShown(notice));
  return {
    notices: all.filter(isShown),
    others: others.length === 0 ? null : withhold(caseKey, 'notices', others),
  };
}

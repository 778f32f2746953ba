import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** How much lies on the operator's desk, by kind. */
export type Desk = {
  incidents: number;
  undelivered: number;
  unreachable: number;
  differences: number;
  openCases: number;
  /** Decisions about the calendar that wait for a second operator. */
  calendarProposals: number;
};

/** Counts what waits for the operator: open incidents, unheard notices, requests not delivered, differences. */
export async function readDesk(record: CaseRecord): Promise<Desk> {
  return statements(record.database.ordinary).one<Desk>(
    `SELECT (SELECT count(*)::integer FROM incident WHERE resolved_at IS NULL) AS incidents,
            (SELECT count(*)::integer FROM incident WHERE resolved_at IS NULL AND kind = 'notice-undelivered') AS undelivered,
            (SELECT count(*)::integer FROM opinion_request r JOIN "case" c ON c.number = r.case_number
              WHERE c.stage = 'opinions' AND r.delivered_at IS NULL AND r.attempts > 0) AS unreachable,
            (SELECT count(*)::integer FROM difference WHERE mended_at IS NULL) AS differences,
            (SELECT count(*)::integer FROM calendar_proposal WHERE state = 'proposed') AS "calendarProposals",
            (SELECT count(*)::integer FROM "case" WHERE stage <> 'ended') AS "openCases"`,
  );
}

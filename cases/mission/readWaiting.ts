import type { MissionId } from '../../law/signature-issuance/missions.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** A case on its mission's desk; instants ISO. `invitation` is the mission's own term of R1598/2.11. */
export type WaitingCase = {
  caseNumber: string;
  stage: string;
  waitsFor: string | null;
  waitsSince: string | null;
  invitation: { endsAt: string; overdue: boolean; invitedAt: string | null } | null;
  appointment: { id: string; startsAt: string; state: string } | null;
};

const WAITING = `c.mission = $1 AND c.closed_at IS NULL AND c.stage IN ('invitation', 'identity', 'contract')`;
const OVERDUE = `t.closed_at IS NULL AND t.ends_at <= (SELECT legal_now())`;

/** How many open cases a post has to do with, and in how many its invitation is overdue (R1598/2.11). */
export async function countWaiting(
  record: CaseRecord,
  mission: MissionId,
): Promise<{ total: number; overdue: number }> {
  return statements(record.database.ordinary).one(
    `SELECT (SELECT count(*) FROM "case" c WHERE ${WAITING}) AS total,
            (SELECT count(*) FROM term t JOIN "case" c ON c.number = t.case_number
              WHERE t.holder = $2 AND t.clause = 'R1598/2.11' AND ${OVERDUE} AND ${WAITING}) AS overdue`,
    [mission, `mission:${mission}` satisfies Party],
  );
}

/** So many of the open cases a post has to do with, those longest due first. */
export async function readWaiting(
  record: CaseRecord,
  mission: MissionId,
  { start, rows }: { start: number; rows: number },
): Promise<WaitingCase[]> {
  return statements(record.database.ordinary).many<WaitingCase>(
    `SELECT c.number AS "caseNumber", c.stage, c.waits_for AS "waitsFor", c.waits_since AS "waitsSince",
            CASE WHEN t.ends_at IS NOT NULL THEN json_build_object(
              'endsAt', ${iso('t.ends_at')}, 'overdue', ${OVERDUE},
              'invitedAt', ${iso('i.invited_at')}) END AS invitation,
            (SELECT json_build_object('id', a.id, 'startsAt', ${iso('s.starts_at')}, 'state', a.state)
               FROM appointment a JOIN slot s ON s.id = a.slot_id
              WHERE a.case_number = c.number AND a.state IN ('booked', 'kept', 'no-show')
              ORDER BY a.booked_at DESC, a.state = 'booked' DESC LIMIT 1) AS appointment
       FROM "case" c
       LEFT JOIN term t ON t.case_number = c.number AND t.clause = 'R1598/2.11'
       LEFT JOIN invitation i ON i.case_number = c.number
      WHERE ${WAITING} ORDER BY t.ends_at NULLS LAST, c.number LIMIT $2 OFFSET $3`,
    [mission, rows, start],
  );
}

function iso(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** What stands at the counter for a case besides its form: instants ISO, `photograph` the newest that was taken in. */
export type CounterView = {
  stage: string;
  outcome: string | null;
  wants: string;
  invitedAt: string | null;
  appointment: { id: string; startsAt: string; state: string } | null;
  photograph: string | null;
  awaitsSecond: { officer: string; verdict: string } | null;
  signed: { kind: string; serial: string }[];
};

/** Reads where a case stands at its mission's counter (R1598/2.11-2.15); null where there is no such case of a person. */
export async function readCounter(record: CaseRecord, caseNumber: string): Promise<CounterView | null> {
  return statements(record.database.ordinary).maybe<CounterView>(
    `SELECT c.stage, c.outcome, c.wants, i.invited_at AS "invitedAt",
            (SELECT json_build_object('id', a.id, 'startsAt', s.starts_at, 'state', a.state)
               FROM appointment a JOIN slot s ON s.id = a.slot_id
              WHERE a.case_number = c.number AND a.state IN ('booked', 'kept') ORDER BY a.booked_at DESC LIMIT 1) AS appointment,
            (SELECT p.id FROM paper p WHERE p.case_number = c.number AND p.kind = 'photograph'
              ORDER BY p.made_at DESC LIMIT 1) AS photograph,
            (SELECT json_build_object('officer', k.officer, 'verdict', k.verdict) FROM identity_check k
              WHERE k.case_number = c.number AND k.state = 'awaits-second') AS "awaitsSecond",
            coalesce((SELECT json_agg(json_build_object('kind', k.kind, 'serial', k.serial)) FROM contract k
              WHERE k.case_number = c.number), '[]') AS signed
       FROM "case" c LEFT JOIN invitation i ON i.case_number = c.number
      WHERE c.number = $1 AND c.procedure = 'signature-issuance'`,
    [caseNumber],
  );
}

import { type MissionId, missionZone } from '../../law/signature-issuance/missions.ts';
import { dayInZone, timeInZone } from '../../law/signature-issuance/slots.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** A free slot as the applicant is shown it: `startsAt` in the post's own time, with its offset. */
export type FreeSlotView = { id: string; startsAt: string; minutes: number };

/** The most slots one answer names. */
const MOST = 200;

/** The slots a case's applicant may book now (R1598/2.12), earliest first, with the post's time zone; none before the invitation. */
export async function freeSlots(
  record: CaseRecord,
  caseNumber: string,
): Promise<{ mission: string | null; zone: string | null; fromDay: string | null; slots: FreeSlotView[] }> {
  const tx = statements(record.database.ordinary);
  const found = await tx.maybe<{ mission: MissionId; from_day: string }>(
    `SELECT c.mission, i.from_day FROM "case" c JOIN invitation i ON i.case_number = c.number
      WHERE c.number = $1 AND c.stage = 'identity'`,
    [caseNumber],
  );
  if (found === null) return { mission: null, zone: null, fromDay: null, slots: [] };
  const zone = missionZone(found.mission);
  const rows = await tx.many<{ id: string; starts_at: string; minutes: number }>(
    `SELECT s.id, s.starts_at, s.minutes FROM slot s
      WHERE s.mission = $1 AND s.closed_at IS NULL AND s.starts_at > legal_now()
        AND (s.starts_at AT TIME ZONE $2)::date >= $3::date
        AND NOT EXISTS (SELECT 1 FROM appointment a
                         WHERE a.slot_id = s.id AND a.state IN ('booked', 'kept', 'no-show'))
        AND NOT EXISTS (SELECT 1 FROM closing_day d
                         WHERE d.mission = s.mission AND d.day = (s.starts_at AT TIME ZONE $2)::date)
      ORDER BY s.starts_at LIMIT ${MOST}`,
    [found.mission, zone, found.from_day],
  );
  const slots = rows.map(({ id, starts_at, minutes }) => ({ id, startsAt: timeInZone(zone, starts_at), minutes }));
  return { mission: found.mission, zone, fromDay: found.from_day, slots };
}

/** A slot on the post's own day list. */
export type DaySlotView = FreeSlotView & {
  closed: boolean;
  appointment: { id: string; caseNumber: string; state: string } | null;
};

/** A post's slots of one of its days (ISO; today there where null) with who is expected, and whether the day is closed. */
export async function readDay(
  record: CaseRecord,
  mission: MissionId,
  day: string | null,
): Promise<{ mission: string; zone: string; day: string; closingDay: boolean; slots: DaySlotView[] }> {
  const tx = statements(record.database.ordinary);
  const zone = missionZone(mission);
  const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
  const asked = day ?? dayInZone(zone, now);
  const [rows, closing] = await Promise.all([
    tx.many<Omit<DaySlotView, 'startsAt'> & { starts_at: string }>(
      `SELECT s.id, s.starts_at, s.minutes, s.closed_at IS NOT NULL AS closed,
              (SELECT json_build_object('id', a.id, 'caseNumber', a.case_number, 'state', a.state)
                 FROM appointment a WHERE a.slot_id = s.id AND a.state IN ('booked', 'kept', 'no-show')) AS appointment
         FROM slot s WHERE s.mission = $1 AND (s.starts_at AT TIME ZONE $2)::date = $3::date ORDER BY s.starts_at`,
      [mission, zone, asked],
    ),
    tx.maybe(`SELECT 1 FROM closing_day WHERE mission = $1 AND day = $2::date`, [mission, asked]),
  ]);
  const slots = rows.map(({ starts_at, ...rest }) => ({ ...rest, startsAt: timeInZone(zone, starts_at) }));
  return { mission, zone, day: asked, closingDay: closing !== null, slots };
}

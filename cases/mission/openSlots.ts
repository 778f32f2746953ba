import { randomUUID } from 'node:crypto';
import { type MissionId, missionZone } from '../../law/signature-issuance/missions.ts';
import { slotsOffered, timeInZone } from '../../law/signature-issuance/slots.ts';
import type { Repeatable } from '../record/idempotency.ts';
import type { NotFirst } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type MissionRefused, onceInMission, refuseInMission } from './inMission.ts';

/** What became of opening slots: those opened now (`startsAt` in the post's own time, with its offset). */
export type SlotsOutcome =
  { kind: 'opened'; slots: { id: string; startsAt: string; minutes: number }[] } | MissionRefused<'slots-impossible'>;

/** Local times (`HH:MM`) of a local day (ISO) at a post, each `minutes` long. */
export type NewSlots = { mission: MissionId; day: string; times: readonly string[]; minutes: number };

/**
 * Opens slots for appointments (R1598/2.12) in the post's own time zone: all of them, or none where one cannot be. A time
 * that stands open already stays as it is; one that was closed is open again.
 */
export async function openSlots(
  record: CaseRecord,
  actor: Actor,
  { mission, day, times, minutes }: NewSlots,
  request: Repeatable,
): Promise<SlotsOutcome | NotFirst> {
  return onceInMission<SlotsOutcome>(record, mission, actor, request, async (tx, now) => {
    const zone = missionZone(mission);
    const closed = await tx.many<{ day: string }>(`SELECT day FROM closing_day WHERE mission = $1 AND day::text = $2`, [
      mission,
      day,
    ]);
    const offered = slotsOffered({ zone, day, times, now, closingDays: closed.map((row) => row.day) });
    if (offered.faults.length > 0)
      return refuseInMission('open-slots', 'R1598/2.12', 'slots-impossible', offered.faults);
    const opened = await tx.many<{ id: string; starts_at: string; minutes: number }>(
      `INSERT INTO slot (id, mission, starts_at, minutes, opened_at, opened_by)
       SELECT s.id, $1, s.at, $2, $3, $4 FROM unnest($5::uuid[], $6::timestamptz[]) AS s (id, at)
       ON CONFLICT (mission, starts_at) DO UPDATE
          SET closed_at = NULL, minutes = excluded.minutes, opened_at = excluded.opened_at, opened_by = excluded.opened_by
        WHERE slot.closed_at IS NOT NULL
       RETURNING id, starts_at, minutes`,
      [mission, minutes, now, actor.id, offered.instants.map(() => randomUUID()), offered.instants],
    );
    // By the instant: in the hour that a post's clock has twice, the local times are out of order.
    const slots = opened
      .toSorted((a, b) => a.starts_at.localeCompare(b.starts_at))
      .map(({ id, starts_at, minutes: length }) => ({ id, startsAt: timeInZone(zone, starts_at), minutes: length }));
    return {
      outcome: { kind: 'opened', slots },
      entry: { what: 'slots-opened', clause: 'R1598/2.12', facts: { mission, slots } },
    };
  });
}

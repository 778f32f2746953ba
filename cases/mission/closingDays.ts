import { type MissionId, missionZone } from '../../law/signature-issuance/missions.ts';
import type { Repeatable } from '../record/idempotency.ts';
import type { NotFirst } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { closeFor, type ClosingOutcome } from './closeSlots.ts';
import { onceInMission } from './inMission.ts';

/**
 * Enters a day (ISO, the post's own calendar) on which a post is closed: no slot of it can be booked. It moves no term of
 * the law, which counts the working days of Baku.
 */
export async function setClosingDay(
  record: CaseRecord,
  actor: Actor,
  { mission, day, cancelBooked }: { mission: MissionId; day: string; cancelBooked: boolean },
  request: Repeatable,
): Promise<ClosingOutcome | NotFirst> {
  const zone = missionZone(mission);
  return closeFor(record, actor, {
    deed: 'set-closing-day',
    mission,
    cancelBooked,
    request,
    // A booking holds its slot's lock while it looks for a closing day, so none slips in.
    lock: async (tx) => {
      const slots = await tx.many<{ id: string }>(
        `SELECT id FROM slot WHERE mission = $1 AND (starts_at AT TIME ZONE $2)::date::text = $3 ORDER BY id FOR UPDATE`,
        [mission, zone, day],
      );
      return slots.map(({ id }) => id);
    },
    close: async (tx, now) => {
      await tx.run(
        `INSERT INTO closing_day (mission, day, entered_at, entered_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
        [mission, day, now, actor.id],
      );
      return { what: 'closing-day-set', clause: 'R1598/2.12', facts: { mission, day } };
    },
  });
}

/** Takes a closing day back; slots that still stand open on it can be booked again. `not-found` where it was none. */
export async function removeClosingDay(
  record: CaseRecord,
  actor: Actor,
  { mission, day }: { mission: MissionId; day: string },
  request: Repeatable,
): Promise<{ kind: 'removed' } | { kind: 'not-found' } | NotFirst> {
  return onceInMission<{ kind: 'removed' } | { kind: 'not-found' }>(record, mission, actor, request, async (tx) => {
    const removed = await tx.run(`DELETE FROM closing_day WHERE mission = $1 AND day = $2`, [mission, day]);
    return {
      outcome: { kind: removed === 1 ? 'removed' : 'not-found' },
      entry: { what: 'closing-day-removed', clause: 'R1598/2.12', facts: { mission, day, removed: removed === 1 } },
    };
  });
}

import { type MissionId, missionZone } from '../../law/signature-issuance/missions.ts';
import { timeInZone } from '../../law/signature-issuance/slots.ts';
import { statements, type Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { inCase, type NotFirst, NOTHING_DONE } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { appointmentOf, cancelBooked, caseOfAppointment } from './booked.ts';
import { type MissionRefused, onceInMission, refuseInMission } from './inMission.ts';

/** What became of closing: `cancelled` are the appointments that fall with it. */
export type ClosingOutcome =
  { kind: 'closed'; cancelled: string[] } | MissionRefused<'appointments-stand'> | { kind: 'not-found' };

type Standing = { id: string; starts_at: string };

/**
 * Closes something of a post for appointments. `lock` finds and locks the slots concerned, null where there is nothing
 * of the kind; booked appointments are named in a refusal, or cancelled one by one where `cancelBooked` says so. Asked
 * again after a crash in between, it cancels the rest.
 */
export async function closeFor(
  record: CaseRecord,
  actor: Actor,
  closing: {
    deed: string;
    mission: MissionId;
    cancelBooked: boolean;
    request: Repeatable;
    lock: (tx: Tx, now: string) => Promise<string[] | null>;
    close: (tx: Tx, now: string, slots: readonly string[]) => Promise<Entry>;
  },
): Promise<ClosingOutcome | NotFirst> {
  const { mission, deed } = closing;
  const outcome = await onceInMission<ClosingOutcome>(record, mission, actor, closing.request, async (tx, now) => {
    const slots = await closing.lock(tx, now);
    if (slots === null)
      return {
        outcome: { kind: 'not-found' },
        entry: { what: 'deed-refused', facts: { deed, reason: 'nothing-of-that-name' } },
      };
    const standing = await tx.many<Standing>(
      `SELECT a.id, s.starts_at FROM appointment a JOIN slot s ON s.id = a.slot_id
        WHERE a.slot_id = ANY ($1) AND a.state = 'booked' AND s.starts_at > $2 ORDER BY s.starts_at`,
      [slots, now],
    );
    if (standing.length > 0 && !closing.cancelBooked) {
      const zone = missionZone(mission);
      const items = standing.map(({ starts_at }) => ({ item: timeInZone(zone, starts_at), reason: 'booked' }));
      return refuseInMission(deed, 'R1598/2.12', 'appointments-stand', items);
    }
    const entry = await closing.close(tx, now, slots);
    return { outcome: { kind: 'closed', cancelled: standing.map(({ id }) => id) }, entry };
  });
  if (outcome.kind === 'closed') for (const id of outcome.cancelled) await cancelByMission(record, actor, id);
  return outcome;
}

/** Cancels an appointment because its slot or day was closed; nothing where it no longer stands. */
async function cancelByMission(record: CaseRecord, actor: Actor, id: string): Promise<void> {
  const caseNumber = await caseOfAppointment(statements(record.database.ordinary), id);
  if (caseNumber === null) return;
  await inCase(record, caseNumber, actor, async (tx, now, facts) => {
    const appointment = await appointmentOf(tx, caseNumber, id);
    if (appointment?.state !== 'booked') return { outcome: null, evidence: NOTHING_DONE };
    return { outcome: null, evidence: [await cancelBooked(tx, now, record, facts, appointment, 'mission')] };
  });
}

/** Closes one slot of a post (R1598/2.12); `not-found` where the post has no such slot. */
export async function closeSlot(
  record: CaseRecord,
  actor: Actor,
  { mission, slot, cancelBooked: cancel }: { mission: MissionId; slot: string; cancelBooked: boolean },
  request: Repeatable,
): Promise<ClosingOutcome | NotFirst> {
  return closeFor(record, actor, {
    deed: 'close-slot',
    mission,
    cancelBooked: cancel,
    request,
    lock: async (tx) => {
      const found = await tx.maybe(`SELECT 1 FROM slot WHERE id = $1 AND mission = $2 FOR UPDATE`, [slot, mission]);
      return found === null ? null : [slot];
    },
    close: async (tx, now) => {
      await tx.run(`UPDATE slot SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL`, [slot, now]);
      return { what: 'slot-closed', clause: 'R1598/2.12', facts: { mission, slot } };
    },
  });
}

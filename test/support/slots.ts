import type pg from 'pg';
import { missionZone } from '../../law/signature-issuance/missions.ts';
import { dayInZone, timeInZone } from '../../law/signature-issuance/slots.ts';

/** A slot as its mission opened it; `startsAt` in the post's own time, with its offset. */
export type Slot = { id: string; startsAt: string };

const AT_ONCE = 100;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/**
 * Gives out a mission's slots of its present day, each once, whoever asks at the same time; more are opened, a minute
 * apart from an hour ahead on, whenever none is left.
 */
export function slots(
  database: pg.Pool,
  open: (mission: string, day: string, times: string[]) => Promise<Slot[]>,
): (mission: string) => Promise<string> {
  const pools = new Map<string, Promise<Slot[]>>();

  const openMore = async (mission: string, zone: string, now: number): Promise<Slot[]> => {
    const { rows } = await database.query<{ last: Date | null }>(
      `SELECT max(starts_at) AS last FROM slot WHERE mission = $1`,
      [mission],
    );
    const from = Math.max(now + HOUR_MS, rows[0]?.last?.getTime() ?? 0);
    const day = dayInZone(zone, new Date(now).toISOString());
    const times = Array.from({ length: AT_ONCE }, (_, at) => new Date(from + (at + 1) * MINUTE_MS).toISOString())
      .filter((instant) => dayInZone(zone, instant) === day)
      .map((instant) => timeInZone(zone, instant).slice(11, 16));
    if (times.length === 0) throw new Error(`no minute of ${day} is left at ${mission}`);
    return open(mission, day, times);
  };

  return async (mission) => {
    const zone = missionZone(mission);
    for (;;) {
      const { rows } = await database.query<{ now: Date }>(`SELECT legal_now() AS now`);
      const now = rows[0]?.now.getTime() ?? NaN;
      const key = `${mission} ${dayInZone(zone, new Date(now).toISOString())}`;
      const pool = pools.get(key) ?? openMore(mission, zone, now);
      pools.set(key, pool);
      const slot = (await pool).shift();
      if (slot === undefined) {
        if (pools.get(key) === pool) pools.delete(key);
      } else if (new Date(slot.startsAt).getTime() > now) return slot.id;
    }
  };
}

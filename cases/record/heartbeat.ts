import { inTransaction } from './database.ts';
import { appendToOwnChain } from './evidence.ts';
import type { CaseRecord } from './record.ts';

/** How long a channel may be unheard of before it counts as out, in machine milliseconds. */
export const UNHEARD_MS = 30_000;

type Beat = { began_at: string; ended_at: string };

/**
 * A channel for answering says that it is up (machine time). When the beat before is too long ago, the gap is recorded
 * as an outage, also in legal time: as long as the machine's clock says, from the legal instant of the last beat, so
 * that a jump of the rehearsal clock is none. Returns whether an outage was recorded.
 */
export async function beat(record: CaseRecord, channel: string): Promise<boolean> {
  return inTransaction(record.database.ordinary, async (tx) => {
    await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended($1, 3))`, [channel]);
    const gap = await tx.maybe<Beat>(
      `INSERT INTO outage (channel, began_at, ended_at, legal_began_at, legal_ended_at)
       SELECT name, last_beat, now, last_beat + beat_offset_ms * interval '1 millisecond',
              now + beat_offset_ms * interval '1 millisecond'
         FROM channel, machine_now() AS now WHERE name = $1 AND now - last_beat > $2 * interval '1 millisecond'
       RETURNING began_at, ended_at`,
      [channel, UNHEARD_MS],
    );
    await tx.run(
      `INSERT INTO channel (name, last_beat, beat_offset_ms) SELECT $1, machine_now(), offset_ms FROM legal_clock
       ON CONFLICT (name) DO UPDATE SET last_beat = excluded.last_beat, beat_offset_ms = excluded.beat_offset_ms`,
      [channel],
    );
    if (gap !== null)
      await appendToOwnChain(tx, 'installation', { capacity: 'installation' }, [
        { what: 'channel-was-out', facts: { channel, ...gap } },
      ]);
    return gap !== null;
  });
}

import { statements } from '../record/database.ts';
import { UNHEARD_MS } from '../record/heartbeat.ts';
import type { CaseRecord } from '../record/record.ts';

/** An outage of a channel in legal time (ISO); `until` is null while it lasts. */
export type OutageRow = { channel: string; from: string; until: string | null };

/** A channel and when it was last heard (machine time, ISO). */
export type ChannelRow = { channel: string; lastHeard: string; isUp: boolean };

/** The register of outages (D3), the newest first, at most 500, and how every channel stands now. */
export async function readOutageRegister(
  record: CaseRecord,
): Promise<{ outages: OutageRow[]; channels: ChannelRow[] }> {
  const tx = statements(record.database.ordinary);
  const [outages, channels] = await Promise.all([
    tx.many<OutageRow>(
      `SELECT channel, legal_began_at AS "from", legal_ended_at AS until FROM outage
        UNION ALL
       SELECT name, last_beat + beat_offset_ms * interval '1 millisecond', NULL FROM channel
        WHERE machine_now() - last_beat > $1 * interval '1 millisecond'
        ORDER BY 2 DESC LIMIT 500`,
      [UNHEARD_MS],
    ),
    tx.many<ChannelRow>(
      `SELECT name AS channel, last_beat AS "lastHeard",
              machine_now() - last_beat <= $1 * interval '1 millisecond' AS "isUp" FROM channel ORDER BY name`,
      [UNHEARD_MS],
    ),
  ]);
  return { outages, channels };
}

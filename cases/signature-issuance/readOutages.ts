import type { Outage } from '../../law/signature-issuance/outages.ts';
import type { Tx } from '../record/database.ts';
import { UNHEARD_MS } from '../record/heartbeat.ts';

/** The channels by which agencies answer (D3); a worker that is down keeps nobody from answering. */
const ANSWERING_CHANNELS = ['agency-endpoint', 'pages'];

/**
 * The outages of the answering channels, past ones and those that last, in legal time. A jump of the rehearsal clock is
 * no outage: a lasting one is as long as the machine's clock says, from the legal instant of the last heartbeat.
 */
export async function readOutages(tx: Tx, now: string): Promise<Outage[]> {
  return tx.many<Outage>(
    `SELECT channel, legal_began_at AS "from", legal_ended_at AS "to" FROM outage
      WHERE channel = ANY ($3) AND legal_ended_at > $1::timestamptz - interval '60 days'
      UNION ALL
     SELECT name, last_beat + beat_offset_ms * interval '1 millisecond', NULL FROM channel
      WHERE name = ANY ($3) AND machine_now() - last_beat > $2 * interval '1 millisecond'
      ORDER BY 2`,
    [now, UNHEARD_MS, ANSWERING_CHANNELS],
  );
}

/** The answering channels this installation has: those that were ever up. */
export async function answeringChannels(tx: Tx): Promise<string[]> {
  const rows = await tx.many<{ name: string }>(`SELECT name FROM channel WHERE name = ANY ($1)`, [ANSWERING_CHANNELS]);
  return rows.map(({ name }) => name);
}

import type { Tx } from './database.ts';
import { closeIncident, openIncident } from './incidents.ts';

const WITHIN_MS = 5_000;

/** Whether the clocks agree; where not, how long to wait before asking again, and whether the incident is new. */
type Clocks = { agree: true } | { agree: false; isNew: boolean; milliseconds: number };

/**
 * Compares PostgreSQL's machine clock with the asker's (`machineNow` reads it, ISO): while they are more than five seconds
 * apart nothing is decided by time, and an incident of the case says so until they agree. The asker's is read here, under
 * the case's lock: how long the case was waited for says nothing about a clock.
 */
export async function compareClocks(
  tx: Tx,
  now: string,
  caseNumber: string,
  machineNow: () => string,
): Promise<Clocks> {
  const { apart, disagreed } = await tx.one<{ apart: number; disagreed: boolean }>(
    `SELECT abs(extract(epoch FROM machine_now() - $1::timestamptz))::float8 * 1000 AS apart,
            EXISTS (SELECT 1 FROM incident WHERE case_number = $2 AND kind = 'clocks-disagree'
                       AND resolved_at IS NULL) AS disagreed`,
    [machineNow(), caseNumber],
  );
  const disagreement = { caseNumber, kind: 'clocks-disagree' } as const;
  if (apart > WITHIN_MS)
    return { agree: false, isNew: await openIncident(tx, now, disagreement), milliseconds: WITHIN_MS };
  if (disagreed) await closeIncident(tx, now, disagreement, 'they-agree');
  return { agree: true };
}

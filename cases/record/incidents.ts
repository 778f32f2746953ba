import { randomUUID } from 'node:crypto';
import type { Tx } from './database.ts';

/** What lands on the operator's desk: no case waits unseen. */
export type IncidentKind =
  | 'delivery-not-proven'
  | 'unreadable-opinion'
  | 'register-not-reached'
  | 'register-has-no-fin'
  | 'clocks-disagree'
  | 'centre-not-reached'
  | 'centre-message-refused'
  | 'custody-difference'
  | 'notice-undelivered'
  | 'fin-not-cancelled'
  | 'record-differs'
  | 'calendar-not-published';

/**
 * Opens an incident unless the same one stands open already; says whether it is new. `year` is the one the calendar does
 * not cover; of several the last one stands, for by then the calendar covers all of them.
 */
export async function openIncident(
  tx: Tx,
  now: string,
  incident: { caseNumber: string; kind: IncidentKind; holder?: string; year?: number },
): Promise<boolean> {
  const { caseNumber, kind, holder = '', year = null } = incident;
  const made = await tx.run(
    `INSERT INTO incident (id, case_number, kind, holder, opened_at, year) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (case_number, kind, holder) WHERE resolved_at IS NULL DO NOTHING`,
    [randomUUID(), caseNumber, kind, holder, now, year],
  );
  if (made === 0 && year !== null)
    await tx.run(
      `UPDATE incident SET year = greatest(year, $4)
        WHERE case_number = $1 AND kind = $2 AND holder = $3 AND resolved_at IS NULL`,
      [caseNumber, kind, holder, year],
    );
  return made === 1;
}

/** Closes the open incident of that kind and holder, if there is one; `resolution` is a code, never free text. */
export async function closeIncident(
  tx: Tx,
  now: string,
  incident: { caseNumber: string; kind: IncidentKind; holder?: string },
  resolution: string,
): Promise<boolean> {
  const closed = await tx.run(
    `UPDATE incident SET resolved_at = $4, resolution = $5
      WHERE case_number = $1 AND kind = $2 AND holder = $3 AND resolved_at IS NULL`,
    [incident.caseNumber, incident.kind, incident.holder ?? '', now, resolution],
  );
  return closed === 1;
}

/** Closes what still stands open of a case that is decided; `resolution` is the decision's own code. */
export async function closeIncidentsOfCase(tx: Tx, now: string, caseNumber: string, resolution: string): Promise<void> {
  await tx.run(`UPDATE incident SET resolved_at = $2, resolution = $3 WHERE case_number = $1 AND resolved_at IS NULL`, [
    caseNumber,
    now,
    resolution,
  ]);
}

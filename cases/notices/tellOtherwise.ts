import { type DeliveryState, wasTold } from '../../law/signature-issuance/delivery.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import { closeIncident, openIncident } from '../record/incidents.ts';

/** A notice as far as its event is judged by it. */
export type NoticeOfEvent = { caseNumber: string; eventId: string; recipient: string };

/**
 * After a channel failed: the other one is enough where the event arrived by it, and is waited for while it is under way;
 * where none is left the event goes to the operator's list, once (ADR 30). Returns the evidence of that.
 */
export async function tellOtherwise(tx: Tx, now: string, notice: NoticeOfEvent): Promise<Entry[]> {
  const { caseNumber, eventId, recipient } = notice;
  const rows = await tx.many<{ state: DeliveryState }>(
    `SELECT state FROM notice WHERE event_id = $1 AND recipient = $2`,
    [eventId, recipient],
  );
  if (wasTold(rows.map(({ state }) => state)) !== 'not-told') return [];
  const opened = await openIncident(tx, now, { caseNumber, kind: 'notice-undelivered', holder: eventId });
  return opened ? [{ what: 'notice-undelivered', facts: { event: eventId, recipient } }] : [];
}

/** Takes an event from the operator's list because it arrived after all. Returns the evidence of that. */
export async function arrivedAfterAll(tx: Tx, now: string, { caseNumber, eventId }: NoticeOfEvent): Promise<Entry[]> {
  const incident = { caseNumber, kind: 'notice-undelivered', holder: eventId } as const;
  const closed = await closeIncident(tx, now, incident, 'arrived-after-all');
  return closed ? [{ what: 'incident-resolved', facts: { kind: incident.kind, event: eventId } }] : [];
}

import { YearNotCovered } from '../../law/calendar/calendar.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type Deed, inCase, NOTHING_DONE, type NotFirst, onceInCase } from '../record/inCase.ts';
import type { Entry } from '../record/evidence.ts';
import { closeIncident } from '../record/incidents.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { proofOf, type Standing } from './standings.ts';
import { type DeliveredHow, startTerm } from './startTerm.ts';

/**
 * What was done with word of a delivery. `already` gives the first proof: the earlier one counts. No term begins while
 * its end lies in a year the calendar does not cover: the proof is kept, and the term begins from it once it does.
 */
export type DeliveryOutcome =
  | { kind: 'started'; deliveredAt: string; endsAt: string }
  | { kind: 'already'; deliveredAt: string }
  | { kind: 'decided' }
  | { kind: 'calendar-not-published'; year: number };

type Row = Pick<Standing, 'delivered_at' | 'proven_at' | 'proven_how' | 'attempts'>;

type Delivery = { caseNumber: string; agency: Agency; how: DeliveredHow; document?: string };

/**
 * Records that the request reached an agency and starts its term (R1598/2.7, 2.8; ADR 1): its system acknowledged, or
 * the file stands in its inbox and its mail server took the notice. Null when there is no such case.
 */
export async function recordDelivery(
  record: CaseRecord,
  actor: Actor,
  delivery: Delivery,
): Promise<DeliveryOutcome | null> {
  return inCase(record, delivery.caseNumber, actor, delivered(delivery));
}

/** The same by the operator's hand, who vouches for it with a document; a repeat of the request gets the first answer. */
export async function recordDeliveryByHand(
  record: CaseRecord,
  actor: Actor,
  delivery: { caseNumber: string; agency: Agency; document: string },
  request: Repeatable,
): Promise<DeliveryOutcome | NotFirst | null> {
  return onceInCase(record, delivery.caseNumber, actor, request, delivered({ ...delivery, how: 'by-hand' }));
}

function delivered(delivery: Delivery): Deed<DeliveryOutcome> {
  const { caseNumber, agency, how } = delivery;
  return async (tx, now, facts) => {
    const acknowledged = how === 'acknowledged';
    const row = await tx.maybe<Row>(
      `UPDATE opinion_request SET attempts = attempts + $3::integer,
              acknowledged_at = CASE WHEN $3 = 1 THEN coalesce(acknowledged_at, $4) ELSE acknowledged_at END
        WHERE case_number = $1 AND agency = $2 RETURNING delivered_at, proven_at, proven_how, attempts`,
      [caseNumber, agency, acknowledged ? 1 : 0, now],
    );
    // A bundle of contract copies asks no agency for an opinion.
    if (row === null || facts.stage !== 'opinions') return { outcome: { kind: 'decided' }, evidence: NOTHING_DONE };
    if (row.delivered_at !== null)
      return {
        outcome: { kind: 'already', deliveredAt: row.delivered_at },
        evidence: [{ what: 'delivery-confirmed-again', clause: 'R1598/2.7', facts: { agency, how } }],
      };

    const delivered: Entry = {
      what: 'delivered',
      clause: 'R1598/2.7',
      facts: { agency, how, ...(delivery.document !== undefined && { document: delivery.document }) },
    };
    const proof = proofOf(row) ?? { at: now, how };
    const started = await startTerm(tx, now, facts, agency, proof);
    if (started instanceof YearNotCovered)
      return {
        outcome: { kind: 'calendar-not-published', year: started.year },
        evidence: [
          delivered,
          { what: 'term-cannot-begin', clause: 'R1598/2.8', facts: { agency, how, year: started.year } },
        ],
      };
    const { entry, endsAt } = started;
    // The first attempt has left no incident behind.
    if (row.attempts !== 1 || !acknowledged)
      await closeIncident(tx, now, { caseNumber, kind: 'delivery-not-proven', holder: agency }, how);
    return {
      outcome: { kind: 'started', deliveredAt: proof.at, endsAt },
      evidence: [delivered, entry],
      wake: how !== 'acknowledged',
    };
  };
}

import { statements } from '../record/database.ts';
import { onceInCase, type NotFirst } from '../record/inCase.ts';
import { closeIncident } from '../record/incidents.ts';
import type { Repeatable } from '../record/idempotency.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type Refused, refuseDeed } from '../record/refused.ts';

/** An event nobody could be told of: by which channels it was tried, and since when it lies at the operator's desk. */
export type UndeliveredView = {
  event: string;
  caseNumber: string;
  kind: string;
  recipient: string;
  madeAt: string;
  openedAt: string;
  channels: { channel: string; state: string; attempts: number }[];
};

/** The operator's list of events that no channel carried, oldest first; at most 500. */
export async function undeliveredNotices(record: CaseRecord): Promise<UndeliveredView[]> {
  return statements(record.database.ordinary).many<UndeliveredView>(
    `SELECT i.holder AS event, i.case_number AS "caseNumber", n.kind, n.recipient, n.made_at AS "madeAt",
            i.opened_at AS "openedAt",
            json_agg(json_build_object('channel', n.channel, 'state', n.state, 'attempts', n.attempts)
                     ORDER BY n.channel) AS channels
       FROM incident i JOIN notice n ON n.event_id::text = i.holder
      WHERE i.kind = 'notice-undelivered' AND i.resolved_at IS NULL
      GROUP BY i.id, n.kind, n.recipient, n.made_at ORDER BY i.opened_at, i.id LIMIT 500`,
  );
}

/** Somebody told by other means: which event, and by which document that is shown. */
export type ToldOtherwise = { caseNumber: string; event: string; document: string };

/** What became of the operator's word. */
export type ToldOutcome = { kind: 'resolved' } | Refused<'not-on-the-list'> | NotFirst;

/**
 * Records that the operator told somebody by other means, and takes the event from the list; refused where it is not on
 * it. Null when there is no such case.
 */
export async function tellByOtherMeans(
  record: CaseRecord,
  actor: Actor,
  { caseNumber, event, document }: ToldOtherwise,
  request: Repeatable,
): Promise<ToldOutcome | null> {
  return onceInCase<ToldOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const incident = { caseNumber, kind: 'notice-undelivered', holder: event } as const;
    if (!(await closeIncident(tx, now, incident, 'told-by-other-means')))
      return refuseDeed(facts, 'tell-by-other-means', { clause: 'R1598/2.6', reason: 'not-on-the-list' });
    return {
      outcome: { kind: 'resolved' },
      evidence: [
        { what: 'incident-resolved', facts: { kind: incident.kind, event, how: 'told-by-other-means', document } },
      ],
    };
  });
}

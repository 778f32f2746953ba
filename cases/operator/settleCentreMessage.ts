import type { Centre } from '../../law/signature-issuance/parties.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { NOTHING_DONE, type NotFirst, onceInCase } from '../record/inCase.ts';
import { closeIncident } from '../record/incidents.ts';
import type { Actor, CaseRecord } from '../record/record.ts';

/** What became of it: `nothing-to-settle` where no such incident is open. */
export type SettleOutcome = { kind: 'settled' } | { kind: 'nothing-to-settle' };

/**
 * Closes the incident of a Centre's message that nobody may act on (a second decision, for one), once the operator has
 * settled it with the Centre and has a document for it (R1598/2.9). The case itself does not move. Null: no such case.
 */
export async function settleCentreMessage(
  record: CaseRecord,
  actor: Actor,
  { caseNumber, centre, document }: { caseNumber: string; centre: Centre; document: string },
  request: Repeatable,
): Promise<SettleOutcome | NotFirst | null> {
  return onceInCase<SettleOutcome>(record, caseNumber, actor, request, async (tx, now) => {
    const incident = { caseNumber, kind: 'centre-message-refused', holder: centre } as const;
    if (!(await closeIncident(tx, now, incident, 'settled-with-centre')))
      return { outcome: { kind: 'nothing-to-settle' }, evidence: NOTHING_DONE };
    const facts = { kind: incident.kind, centre, how: 'settled-with-centre', document };
    return { outcome: { kind: 'settled' }, evidence: [{ what: 'incident-resolved', clause: 'R1598/2.9', facts }] };
  });
}

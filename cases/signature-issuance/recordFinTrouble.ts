import { inCase, NOTHING_DONE } from '../record/inCase.ts';
import { type IncidentKind, openIncident } from '../record/incidents.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';

/**
 * Records that the Entry-Exit and Registration system gave no FIN (R1598/2.8): an incident stands until it does. Of a
 * case that was withdrawn meanwhile there is nothing to record.
 */
export async function recordFinTrouble(
  record: CaseRecord,
  caseNumber: string,
  trouble: { kind: Extract<IncidentKind, 'register-not-reached' | 'register-has-no-fin'>; failure: string },
): Promise<void> {
  await inCase<null>(record, caseNumber, THE_PROCEDURE, async (tx, now, { stage }) => {
    if (stage === 'ended') return { outcome: null, evidence: NOTHING_DONE };
    await openIncident(tx, now, { caseNumber, kind: trouble.kind });
    const facts = { trouble: trouble.kind, failure: trouble.failure };
    return { outcome: null, evidence: [{ what: 'fin-not-found', clause: 'R1598/2.8', facts }] };
  });
}

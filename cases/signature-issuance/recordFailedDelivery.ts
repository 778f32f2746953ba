import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { inCase } from '../record/inCase.ts';
import { openIncident } from '../record/incidents.ts';
import { addNotice } from '../record/notices.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 3_600_000;
const TRIES_BEFORE_INCIDENT = 3;

/**
 * Records that an agency's system could not be reached (R1598/2.7). After the first failure the file is announced to
 * the agency's inbox by mail; after the third an incident stands at the operator's desk. An agency we could not reach
 * has not stayed silent: nothing here starts a term. `failure` is our own code, never the party's text.
 */
export async function recordFailedDelivery(
  record: CaseRecord,
  failed: { caseNumber: string; agency: Agency; failure: string },
): Promise<void> {
  const { caseNumber, agency, failure } = failed;
  await inCase<null>(record, caseNumber, THE_PROCEDURE, async (tx, now, facts) => {
    const { attempts, delivered } = await tx.one<{ attempts: number; delivered: boolean }>(
      `UPDATE opinion_request SET attempts = attempts + 1,
              next_attempt_at = machine_now() + least($3 * power(2, least(attempts, 20)), $4) * interval '1 millisecond'
        WHERE case_number = $1 AND agency = $2 RETURNING attempts, delivered_at IS NOT NULL AS delivered`,
      [caseNumber, agency, FIRST_WAIT_MS, LONGEST_WAIT_MS],
    );
    const undecided = facts.stage === 'opinions';
    if (undecided && !delivered && attempts === 1)
      await addNotice(tx, now, {
        caseNumber,
        kind: 'agency-file-in-inbox',
        recipient: agency,
        language: 'az',
        key: record.seal.openKey(facts.sealed_key),
        facts: { caseNumber, agency },
      });
    if (undecided && !delivered && attempts === TRIES_BEFORE_INCIDENT)
      await openIncident(tx, now, { caseNumber, kind: 'delivery-not-proven', holder: agency });
    return {
      outcome: null,
      evidence: [{ what: 'delivery-failed', clause: 'R1598/2.7', facts: { agency, failure, attempt: attempts } }],
    };
  });
}

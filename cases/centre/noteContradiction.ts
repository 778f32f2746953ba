import type { Centre } from '../../law/signature-issuance/parties.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import { openIncident } from '../record/incidents.ts';

/** What a Centre decided, as far as it is held against its earlier decision; `fingerprint` is the certificate's. */
export type Decision = { kind: 'issue'; fingerprint: string } | { kind: 'refusal' };

type Known = { decided: 'issue' | 'refusal' | null; fingerprint: string | null };

/**
 * Notes a second decision of a Centre that contradicts its first one, which alone has an effect (R1598/2.9): another valid
 * certificate may exist then, so that an incident stands with the operator. Returns its evidence; none for a repeat of the
 * first decision, or where there is none.
 */
export async function noteContradiction(
  tx: Tx,
  now: string,
  message: { caseNumber: string; centre: Centre; messageId: string; sha256: string },
  decision: Decision,
): Promise<Entry[]> {
  const { caseNumber, centre, messageId, sha256 } = message;
  const known = await tx.one<Known>(
    `SELECT (SELECT answer FROM centre_request WHERE case_number = $1 AND answer IN ('issue', 'refusal')
              ORDER BY round DESC LIMIT 1) AS decided,
            (SELECT fingerprint FROM certificate WHERE case_number = $1) AS fingerprint`,
    [caseNumber],
  );
  if (!contradicts(decision, known)) return [];
  await openIncident(tx, now, { caseNumber, kind: 'centre-message-refused', holder: centre });
  const facts = { centre, message: messageId, sha256, reason: 'second-decision', decision: decision.kind };
  return [{ what: 'centre-message-refused', clause: 'R1598/2.9', facts }];
}

function contradicts(decision: Decision, { decided, fingerprint }: Known): boolean {
  if (decided === null) return false;
  return decision.kind === 'issue' ? decision.fingerprint !== fingerprint : decided === 'issue';
}

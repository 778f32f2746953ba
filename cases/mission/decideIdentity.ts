import type { IdentityFinding } from '../../law/signature-issuance/identity.ts';
import type { MissionId } from '../../law/signature-issuance/missions.ts';
import { passBall } from '../record/ball.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import type { CaseRow } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import { endUnissued } from '../signature-issuance/endUnissued.ts';
import { cancelNeedless } from './booked.ts';

/**
 * Does what a final verdict brings about, inside the deed that makes it final: a match opens the contract (R1598/2.14); a
 * mismatch refuses the certificate, and the virtual FIN's entry is cancelled (2.13). Returns its evidence.
 */
export async function decideIdentity(
  tx: Tx,
  now: string,
  record: CaseRecord,
  facts: CaseRow,
  decided: { mission: MissionId; verdict: 'match' | 'mismatch'; findings: readonly IdentityFinding[] },
): Promise<Entry[]> {
  if (decided.verdict === 'match') {
    await tx.run(`UPDATE "case" SET stage = 'contract' WHERE number = $1`, [facts.number]);
    await passBall(tx, now, facts.number, `mission:${decided.mission}`);
    // After a check that no second officer confirmed a later time may have been booked: it is not needed any more.
    const needless = await cancelNeedless(tx, now, facts.number);
    return [{ what: 'identity-confirmed', clause: 'R1598/2.14' }, ...needless];
  }
  const items = decided.findings.flatMap(({ item, reason }) => (reason === undefined ? [] : [{ item, reason }]));
  const ended = await endUnissued(tx, now, record, facts, { outcome: 'mismatch', clause: 'R1598/2.13' });
  await addNotice(tx, now, {
    caseNumber: facts.number,
    kind: 'mismatch',
    recipient: 'applicant',
    language: facts.language,
    key: record.seal.openKey(facts.sealed_key),
    facts: { caseNumber: facts.number, decidedAt: now, items },
  });
  return [{ what: 'certificate-refused', clause: 'R1598/2.13', facts: { items } }, ...ended];
}

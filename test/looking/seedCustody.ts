import { reportDifference } from '../../cases/custody/reportDifference.ts';
import type { TestPages } from '../pages/openPages.ts';
import { request } from '../support/issuing.ts';
import { bring, type Carried } from './seedMissions.ts';
import { must } from './seedPast.ts';

/** At the Centre: a case whose token was replaced and is to be entered anew, and one whose token was found damaged (ADR 22). */
export async function seedCustody(pages: TestPages): Promise<{ lacking: Carried; difference: string }> {
  const german = (person: string) =>
    bring(pages, 'invitation', { name: 'foreigner-germany', person, mission: 'berlin' });
  const lacking = await german('C01LOOK30');
  await pages.owner.run(`UPDATE custody_item SET state = 'replaced' WHERE case_number = $1 AND kind = 'token'`, [
    lacking.caseNumber,
  ]);
  const { caseNumber, serial } = await german('C01LOOK31');
  const centre = { capacity: 'centre-officer', id: 'centre-e-imza-1', party: 'centre:e-imza' } as const;
  const token = { kind: 'token', serial: `T-${serial}`, copy: 1, found: 'damaged' } as const;
  must(await reportDifference(pages.record, centre, { caseNumber, items: [token] }, request()), 'reported');
  const { id } = await pages.owner.one<{ id: string }>(
    `SELECT id FROM incident WHERE case_number = $1 AND kind = 'custody-difference'`,
    [caseNumber],
  );
  return { lacking, difference: id };
}

import type { MissionId } from '../../law/signature-issuance/missions.ts';
import { hasReached } from '../mayRead.ts';
import type { Tx } from '../record/database.ts';
import type { CaseRow } from '../record/inCase.ts';
import type { Actor } from '../record/record.ts';

/**
 * The mission of a case where it is the official's own and the decision has reached it (R1598/2.9); null for another
 * post's, for one that is still with the agencies or a Centre, and for a bundle of copies.
 */
export async function ownMission(
  tx: Tx,
  actor: Actor,
  { number, mission, procedure }: CaseRow,
): Promise<MissionId | null> {
  if (procedure !== 'signature-issuance' || mission === null || actor.party !== `mission:${mission}`) return null;
  return (await hasReached(tx, actor.party, number)) ? (mission as MissionId) : null;
}

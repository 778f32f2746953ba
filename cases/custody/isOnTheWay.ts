import type { Party } from '../../law/signature-issuance/parties.ts';
import type { Tx } from '../record/database.ts';
import type { CaseRow } from '../record/inCase.ts';
import type { CustodyItem } from './readItems.ts';

/**
 * Whether a party has to do with a case's things: its own mission, the portal operator, the Ministry of Foreign Affairs,
 * who made one, who holds or held one, and who gives or takes in any hand-over. To all others the case is unknown; and
 * while nothing was made for it, to all but the operator.
 */
export async function isOnTheWay(
  tx: Tx,
  { number, mission }: Pick<CaseRow, 'number' | 'mission'>,
  party: Party,
  items: readonly CustodyItem[],
): Promise<boolean> {
  if (party === 'portal-operator') return true;
  if (items.length > 0 && (party === `mission:${mission ?? ''}` || party === 'ministry:foreign-affairs')) return true;
  if (items.some(({ maker, holder }) => maker === party || holder === party)) return true;
  const named = await tx.maybe(`SELECT 1 FROM handover WHERE case_number = $1 AND $2 IN (giver, taker) LIMIT 1`, [
    number,
    party,
  ]);
  return named !== null;
}

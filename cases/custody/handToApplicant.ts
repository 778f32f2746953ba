import { randomUUID } from 'node:crypto';
import { mayHandOver } from '../../law/signature-issuance/custody.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import type { CaseRow } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { moveItems } from './moveItems.ts';
import { asHanded, readItems } from './readItems.ts';

const INSERT = `
  WITH act AS (
    INSERT INTO handover (id, case_number, clause, giver, taker, state, offered_at, offered_by, answered_at, answered_by,
                          paper_number)
    VALUES ($1, $2, 'R1598/2.15', $3, 'applicant', 'taken', $4, $5, $4, 'applicant', $6)
  )
  INSERT INTO handover_item (handover_id, item_id, open, found)
  SELECT $1, i, false, 'as-listed' FROM unnest($7::uuid[]) AS i`;

/**
 * Hands things from the mission to the applicant inside the deed that issues (R1598/2.15): his confirmation is his
 * signature on the printed act, whose number is `paperNumber`. Throws where one of them is not his to be given, which the
 * deed has judged before.
 */
export async function handToApplicant(
  tx: Tx,
  now: string,
  _record: CaseRecord,
  facts: CaseRow,
  actor: Actor,
  itemIds: readonly string[],
  paperNumber: string,
): Promise<{ handoverId: string; entries: Entry[] }> {
  const { number, mission } = facts;
  const giver = actor.party;
  if (giver === undefined || mission === null) throw new Error('only a mission hands over to the applicant');
  const items = (await readItems(tx, facts)).filter(({ id }) => itemIds.includes(id));
  const place = { mission, endedUnissued: false };
  const allowed = items.every(
    (item) => !item.bound && mayHandOver(asHanded(item), giver, 'applicant', place).kind === 'allowed',
  );
  if (!allowed || items.length !== itemIds.length) throw new Error('a thing may not be handed to the applicant');

  const handoverId = randomUUID();
  await tx.run(INSERT, [handoverId, number, giver, now, actor.id ?? 'unknown', paperNumber, itemIds]);
  await moveItems(tx, now, { handoverId, giver, taker: 'applicant' }, itemIds);
  const named = items.map(({ id, kind, serial, copy }) => ({ item: id, kind, serial, copy, found: 'as-listed' }));
  const act = { handover: handoverId, giver, taker: 'applicant', paperNumber, items: named };
  return { handoverId, entries: [{ what: 'handover-taken', clause: 'R1598/2.15', facts: act }] };
}

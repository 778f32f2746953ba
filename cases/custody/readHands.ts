import type { Party } from '../../law/signature-issuance/parties.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import type { ItemName } from './readItems.ts';

/** A thing in a party's hands now; `offered` says whether an act about it is open. */
export type HeldView = ItemName & { caseNumber: string; state: string; since: string; offered: boolean };

/** A hand-over as its two sides list it. */
export type HandoverView = {
  id: string;
  caseNumber: string;
  clause: string;
  giver: string;
  taker: string;
  state: string;
  offeredAt: string;
  offeredBy: string;
  answeredAt: string | null;
  answeredBy: string | null;
  items: (ItemName & { found: string | null })[];
};

const CASE = `coalesce(b.bundle, i.case_number)`;
const FROM_HELD = `
    FROM custody_holding h JOIN custody_item i ON i.id = h.item_id LEFT JOIN bundle_item b ON b.item_id = i.id
   WHERE h.holder = $1 AND h.until IS NULL AND i.state <> 'replaced'`;
const HELD = `
  SELECT i.kind, i.serial, i.copy, i.state, ${CASE} AS "caseNumber", h.since,
         EXISTS (SELECT 1 FROM handover_item o WHERE o.item_id = i.id AND o.open) AS offered ${FROM_HELD}`;
const ORDER = `ORDER BY h.since, i.kind, i.serial, i.copy`;

const HANDOVER = `
  SELECT h.id, h.case_number AS "caseNumber", h.clause, h.giver, h.taker, h.state, h.offered_at AS "offeredAt",
         h.offered_by AS "offeredBy", h.answered_at AS "answeredAt", h.answered_by AS "answeredBy",
         (SELECT json_agg(json_build_object('kind', i.kind, 'serial', i.serial, 'copy', i.copy, 'found', l.found)
                          ORDER BY i.kind, i.serial, i.copy)
            FROM handover_item l JOIN custody_item i ON i.id = l.item_id WHERE l.handover_id = h.id) AS items
    FROM handover h`;
const HANDOVERS = `${HANDOVER} WHERE h.state = $2 AND $1 IN (h.giver, h.taker)
   ORDER BY h.offered_at DESC, h.id LIMIT $3 OFFSET $4`;

/** On which side of a hand-over a party stands. */
type Side = 'giver' | 'taker';

const PAGE = 200;

/** What a party holds now, longest held first, 200 a page from page 0; `caseNumber` is the case to offer it in. */
export async function readHeld(record: CaseRecord, party: Party, page: number): Promise<HeldView[]> {
  return statements(record.database.ordinary).many<HeldView>(`${HELD} ${ORDER} LIMIT $2 OFFSET $3`, [
    party,
    PAGE,
    page * PAGE,
  ]);
}

/** What a party holds now of these cases, longest held first. */
export async function readHeldOf(record: CaseRecord, party: Party, cases: readonly string[]): Promise<HeldView[]> {
  return statements(record.database.ordinary).many<HeldView>(`${HELD} AND ${CASE} = ANY ($2) ${ORDER}`, [party, cases]);
}

/** How many things a party holds now, and of how many cases. */
export async function countHeld(record: CaseRecord, party: Party): Promise<{ things: number; cases: number }> {
  return statements(record.database.ordinary).one(
    `SELECT count(*) AS things, count(DISTINCT ${CASE}) AS cases ${FROM_HELD}`,
    [party],
  );
}

/** So many of the cases of which a party holds something now, the longest held first. */
export async function casesHeld(
  record: CaseRecord,
  party: Party,
  { start, rows }: { start: number; rows: number },
): Promise<string[]> {
  const found = await statements(record.database.ordinary).many<{ number: string }>(
    `SELECT ${CASE} AS number ${FROM_HELD} GROUP BY 1 ORDER BY min(h.since), 1 LIMIT $2 OFFSET $3`,
    [party, rows, start],
  );
  return found.map(({ number }) => number);
}

/** A party's hand-overs in a state, newest first, 200 a page from page 0: those it takes, and those it gives. */
export async function readHandovers(
  record: CaseRecord,
  party: Party,
  state: string,
  page: number,
): Promise<{ toTake: HandoverView[]; given: HandoverView[] }> {
  const rows = await statements(record.database.ordinary).many<HandoverView>(HANDOVERS, [
    party,
    state,
    PAGE,
    page * PAGE,
  ]);
  return {
    toTake: rows.filter(({ taker }) => taker === party),
    given: rows.filter(({ giver }) => giver === party),
  };
}

/** How many hand-overs are offered and not taken yet: to a party, and by it. */
export async function countOffered(record: CaseRecord, party: Party): Promise<Record<Side, number>> {
  return statements(record.database.ordinary).one(
    `SELECT count(*) FILTER (WHERE taker = $1) AS taker, count(*) FILTER (WHERE giver = $1) AS giver
       FROM handover WHERE state = 'offered' AND $1 IN (giver, taker)`,
    [party],
  );
}

/** So many of the hand-overs that a party is offered (as their taker) or offers (as their giver), the newest first. */
export async function readOffered(
  record: CaseRecord,
  party: Party,
  side: Side,
  { start, rows }: { start: number; rows: number },
): Promise<HandoverView[]> {
  return statements(record.database.ordinary).many<HandoverView>(
    `${HANDOVER} WHERE h.state = 'offered' AND h.${side} = $1 ORDER BY h.offered_at DESC, h.id LIMIT $2 OFFSET $3`,
    [party, rows, start],
  );
}

/** The hand-over of this id that a party is offered; null where there is none. */
export async function readOfferedTo(record: CaseRecord, taker: Party, id: string): Promise<HandoverView | null> {
  return statements(record.database.ordinary).maybe<HandoverView>(
    `${HANDOVER} WHERE h.state = 'offered' AND h.taker = $1 AND h.id = $2`,
    [taker, id],
  );
}

import type { ItemState } from '../../law/signature-issuance/custody.ts';
import { statements, type Tx } from '../record/database.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type Disagreement, disagreements, type EvidenceRow } from './custodyEvidence.ts';
import type { ItemName } from './readItems.ts';

/** An act as a thing's chain tells it: both sides' officials by subject id, with the instants (ISO) of their word. */
export type ActView = {
  handoverId: string;
  caseNumber: string;
  clause: string;
  state: string;
  giver: { party: string; official: string; at: string };
  taker: { party: string; official: string | null; at: string | null };
  paperNumber: string | null;
};

/** One pair of hands; `act` is null for who entered the thing. */
export type HandsView = { n: number; holder: string; since: string; until: string | null; act: ActView | null };

/** Where a thing is, since when, and who says so; and whether the evidence of its cases says the same. */
export type Whereabouts = {
  item: ItemName & { state: ItemState; caseNumber: string; enteredAt: string; enteredBy: string };
  holder: string;
  since: string;
  /** An act that is open about it: an offer unanswered, or a difference unsettled. */
  open: ActView | null;
  chain: HandsView[];
  evidence: { agrees: boolean; disagreements: Disagreement[] };
};

type ItemRow = Whereabouts['item'] & { id: string; mission: string | null };

const ITEM = `
  SELECT i.id, i.kind, i.serial, i.copy, i.state, i.case_number AS "caseNumber", i.entered_at AS "enteredAt",
         i.entered_by AS "enteredBy", c.mission
    FROM custody_item i JOIN "case" c ON c.number = i.case_number
   WHERE i.kind = $1 AND i.serial = $2 AND i.copy = $3`;

const ACT = `
  SELECT a.id AS "handoverId", a.case_number AS "caseNumber", a.clause, a.state, a.paper_number AS "paperNumber",
         a.giver, a.offered_by, a.offered_at, a.taker, a.answered_by, a.answered_at
    FROM handover a JOIN handover_item l ON l.handover_id = a.id WHERE l.item_id = $1 ORDER BY a.offered_at, a.id`;

type ActRow = Pick<ActView, 'handoverId' | 'caseNumber' | 'clause' | 'state' | 'paperNumber'> & {
  giver: string;
  offered_by: string;
  offered_at: string;
  taker: string;
  answered_by: string | null;
  answered_at: string | null;
};

type Holding = Omit<HandsView, 'act'> & { handoverId: string | null };

/**
 * Where a thing is and who says so (R1598/2.10), for those it concerns: whoever had it or was offered it, its mission, the
 * Ministry of Foreign Affairs, the portal operator and the auditor. Null for everybody else, and where there is none.
 */
export async function whereIs(record: CaseRecord, name: ItemName, reader: Actor): Promise<Whereabouts | null> {
  const tx = statements(record.database.ordinary);
  const found = await tx.maybe<ItemRow>(ITEM, [name.kind, name.serial, name.copy]);
  if (found === null) return null;
  const { id, mission, ...item } = found;
  const acts = (await tx.many<ActRow>(ACT, [id])).map(asView);
  const hands = await tx.many<Holding>(
    `SELECT n, holder, since, until, handover_id AS "handoverId" FROM custody_holding WHERE item_id = $1 ORDER BY n`,
    [id],
  );
  if (!concerns(reader, mission, acts, hands)) return null;
  const now = hands.find(({ until }) => until === null);
  if (now === undefined) throw new Error('a thing is in nobody’s hands');
  const openId = await tx.maybe<{ id: string }>(
    `SELECT handover_id AS id FROM handover_item WHERE item_id = $1 AND open`,
    [id],
  );
  const differing = disagreements({ ...item, id }, hands, await readEvidenceOf(tx, item, id, acts));
  return {
    item,
    holder: now.holder,
    since: now.since,
    open: acts.find((act) => act.handoverId === openId?.id) ?? null,
    chain: hands.map(({ handoverId, ...one }) => ({
      ...one,
      act: acts.find((act) => act.handoverId === handoverId) ?? null,
    })),
    evidence: { agrees: differing.length === 0, disagreements: differing },
  };
}

/** The rows of its cases' evidence that name it: of the application, and of the bundle that its copy went with. */
async function readEvidenceOf(
  tx: Tx,
  { serial, caseNumber }: Whereabouts['item'],
  id: string,
  acts: readonly ActView[],
): Promise<EvidenceRow[]> {
  const chains = new Set([caseNumber, ...acts.map((act) => act.caseNumber)].map((number) => `case:${number}`));
  return tx.many<EvidenceRow>(
    `SELECT chain, seq, at, body FROM evidence
      WHERE chain = ANY ($1) AND (strpos(body, $2) > 0 OR strpos(body, $3) > 0) ORDER BY at, chain, seq`,
    [[...chains], id, JSON.stringify(serial)],
  );
}

function concerns(
  { capacity, party }: Actor,
  mission: string | null,
  acts: readonly ActView[],
  hands: readonly Holding[],
): boolean {
  if (capacity === 'auditor') return true;
  if (party === undefined) return false;
  if (party === 'portal-operator' || party === 'ministry:foreign-affairs' || party === `mission:${mission ?? ''}`)
    return true;
  return (
    hands.some(({ holder }) => holder === party) ||
    acts.some(({ giver, taker }) => giver.party === party || taker.party === party)
  );
}

function asView(row: ActRow): ActView {
  const { handoverId, caseNumber, clause, state, paperNumber } = row;
  return {
    ...{ handoverId, caseNumber, clause, state, paperNumber },
    giver: { party: row.giver, official: row.offered_by, at: row.offered_at },
    taker: { party: row.taker, official: row.answered_by, at: row.answered_at },
  };
}

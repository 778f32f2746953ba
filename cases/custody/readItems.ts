import type { CopyPart } from '../../law/signature-issuance/copies.ts';
import type { HandedItem, ItemKind, ItemState } from '../../law/signature-issuance/custody.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import type { Tx } from '../record/database.ts';
import type { CaseRow } from '../record/inCase.ts';

/** A thing by what is printed on it. */
export type ItemName = { kind: ItemKind; serial: string; copy: number };

/** A thing as it stands: who holds it; `bound` by an unanswered offer or, `disputed`, by an unsettled difference. */
export type CustodyItem = ItemName & {
  id: string;
  application: string;
  state: ItemState;
  holder: Party;
  maker: Party;
  part: CopyPart | null;
  destination: Party | null;
  bundle: string | null;
  bound: boolean;
  disputed: boolean;
};

const ITEMS = `
  SELECT i.id, i.case_number AS application, i.kind, i.serial, i.copy, i.state, now.holder, first.holder AS maker, b.part, b.destination, b.bundle,
         o.item_id IS NOT NULL AS bound, coalesce(a.state = 'difference', false) AS disputed
    FROM custody_item i
    JOIN custody_holding now ON now.item_id = i.id AND now.until IS NULL
    JOIN custody_holding first ON first.item_id = i.id AND first.n = 1
    LEFT JOIN bundle_item b ON b.item_id = i.id
    LEFT JOIN handover_item o ON o.item_id = i.id AND o.open
    LEFT JOIN handover a ON a.id = o.handover_id`;
const OF_APPLICATION = `${ITEMS} WHERE i.case_number = ANY ($1) ORDER BY i.entered_at, i.kind, i.serial, i.copy`;
const OF_BUNDLE = `${ITEMS} WHERE b.bundle = ANY ($1) ORDER BY b.added_at, i.kind, i.serial, i.copy`;

type Moved = Pick<CaseRow, 'number' | 'procedure'>;

/** The things a case's deeds may move: those of an application, or the copies of a bundle. Its row is held locked. */
export async function readItems(tx: Tx, { number, procedure }: Moved): Promise<CustodyItem[]> {
  return tx.many<CustodyItem>(procedure === 'contract-copies' ? OF_BUNDLE : OF_APPLICATION, [[number]]);
}

/** The same for many cases, by their number, for a list: nothing is locked. */
export async function readItemsOf(tx: Tx, cases: readonly Moved[]): Promise<Map<string, CustodyItem[]>> {
  const isBundle = ({ procedure }: Moved) => procedure === 'contract-copies';
  const ask = (sql: string, asked: readonly Moved[]) =>
    asked.length === 0 ? [] : tx.many<CustodyItem>(sql, [asked.map(({ number }) => number)]);
  const [ofApplications, ofBundles] = await Promise.all([
    ask(
      OF_APPLICATION,
      cases.filter((one) => !isBundle(one)),
    ),
    ask(OF_BUNDLE, cases.filter(isBundle)),
  ]);
  const applications = Map.groupBy(ofApplications, ({ application }) => application);
  const bundles = Map.groupBy(ofBundles, ({ bundle }) => bundle ?? '');
  return new Map([...applications, ...bundles]);
}

/** A thing as the law of hand-overs looks at it. */
export function asHanded({ kind, state, maker, part, destination }: CustodyItem): HandedItem {
  return { kind, state, maker, bundled: part === null || destination === null ? null : { part, destination } };
}

/** A thing's name in one word, such as `sim-contract/8994-1/2`; the copy stands where there may be two. */
export function nameOf({ kind, serial, copy }: ItemName): string {
  return kind.endsWith('-contract') ? `${kind}/${serial}/${copy}` : `${kind}/${serial}`;
}

/** Whether two names are of one thing. */
export function isSameItem(one: ItemName, other: ItemName): boolean {
  return one.kind === other.kind && one.serial === other.serial && one.copy === other.copy;
}

/** Whether a difference found at a hand-over of the case stands open: until it is settled nothing more is offered (ADR 22). */
export async function hasOpenDifference(tx: Tx, caseNumber: string): Promise<boolean> {
  const row = await tx.maybe(
    `SELECT 1 FROM handover h JOIN handover_item i ON i.handover_id = h.id AND i.open
      WHERE h.case_number = $1 AND h.state = 'difference' LIMIT 1`,
    [caseNumber],
  );
  return row !== null;
}

import { type CopyPart } from '../../law/signature-issuance/copies.ts';
import { type CopiesSeen, partsOfHolder } from '../../law/signature-issuance/whoSeesCopies.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { explainTerm, type StoredTerm, TERM_COLUMNS, type TermOfOffice } from '../terms/explainTerm.ts';

/** A copy in a bundle, and in whose hands it is. */
export type CopyView = {
  id: string;
  kind: string;
  serial: string;
  part: CopyPart;
  destination: string;
  state: string;
  holder: string;
  since: string;
};

/** A leg of a bundle's way; `overdue` says that it is past its end, open, and was noted as overdue. */
export type LegView = TermOfOffice & { closedAt: string | null; outcome: string | null; overdue: boolean };

/** A mission's bundle of second copies as its reader may see it; instants are ISO, ms, UTC. */
export type BundleView = {
  bundle: string;
  mission: string;
  stage: string;
  openedAt: string;
  /** Since when no further copy is put into it; null while it is open. */
  closedToCopiesAt: string | null;
  deliveredAt: string | null;
  waitsFor: { party: string; since: string } | null;
  items: CopyView[];
  legs: LegView[];
};

const MOST = 200;

const BUNDLES = `
  SELECT b.case_number AS bundle, b.mission, c.stage, b.opened_at AS "openedAt", b.sent_at AS "closedToCopiesAt",
         c.closed_at AS "deliveredAt", c.waits_for AS party, c.waits_since AS since
    FROM bundle b JOIN "case" c ON c.number = b.case_number
   WHERE ($1::text IS NULL OR b.mission = $1)
     AND (($2::text IS NULL AND $3::text IS NULL) OR EXISTS (
           SELECT 1 FROM bundle_item i WHERE i.bundle = b.case_number
              AND ($2::text IS NULL OR i.part = $2) AND ($3::text IS NULL OR i.destination = $3)))
   ORDER BY c.closed_at DESC NULLS FIRST, b.opened_at DESC, b.case_number DESC LIMIT ${MOST}`;

const ITEMS = `
  SELECT b.bundle, i.id, i.kind, i.serial, b.part, b.destination, i.state, h.holder, h.since
    FROM bundle_item b JOIN custody_item i ON i.id = b.item_id
    JOIN custody_holding h ON h.item_id = b.item_id AND h.until IS NULL
   WHERE b.bundle = ANY ($1) AND ($2::text IS NULL OR b.part = $2) AND ($3::text IS NULL OR b.destination = $3)
   ORDER BY b.added_at, i.kind, i.serial`;

const LEGS = `
  SELECT t.case_number AS bundle, ${TERM_COLUMNS}, t.closed_at AS "closedAt", o.outcome,
         t.closed_at IS NULL AND t.overdue_at IS NOT NULL AS overdue
    FROM term t LEFT JOIN term_outcome o USING (case_number, clause, holder)
   WHERE t.case_number = ANY ($1) ORDER BY t.started_at, t.clause, t.holder`;

/** The bundles of which somebody sees copies, the open ones first, newest first, at most 200; of each his part alone. */
export async function findBundles(record: CaseRecord, seen: CopiesSeen): Promise<BundleView[]> {
  const tx = statements(record.database.ordinary);
  const part = seen.kind === 'of-part' ? seen.part : null;
  const destination = seen.kind === 'to' ? seen.destination : null;
  const bundles = await tx.many<Omit<BundleView, 'items' | 'legs' | 'waitsFor'> & { party: string; since: string }>(
    BUNDLES,
    [seen.kind === 'of-mission' ? seen.mission : null, part, destination],
  );
  const numbers = bundles.map(({ bundle }) => bundle);
  const [items, legs] = await Promise.all([
    tx.many<CopyView & { bundle: string }>(ITEMS, [numbers, part, destination]),
    tx.many<StoredTerm & Omit<LegView, keyof TermOfOffice> & { bundle: string }>(LEGS, [numbers]),
  ]);
  return bundles.map(({ party, since, ...view }) => {
    const own = items.filter((item) => item.bundle === view.bundle);
    const parts = new Set(own.map((item) => item.part));
    const concerning = legs.filter(
      (leg) => leg.bundle === view.bundle && partsOfHolder(leg.holder).some((one) => parts.has(one)),
    );
    return {
      ...view,
      waitsFor: party === null ? null : { party, since },
      items: own.map(({ bundle: _, ...item }) => item),
      legs: concerning.map(({ bundle: _, ...leg }) => explainTerm(leg)),
    };
  });
}

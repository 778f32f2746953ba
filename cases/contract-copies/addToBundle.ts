import { forwarderOf, type CopyPart } from '../../law/signature-issuance/copies.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import type { Tx } from '../record/database.ts';
import { appendEvidence, type Entry, NO_HEAD } from '../record/evidence.ts';
import type { CaseRow } from '../record/inCase.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';
import { beginTermOfMonths } from '../record/terms.ts';

/** A second copy in the mission's hands: whose part it belongs to, and where it must arrive in the end (R1598/2.16). */
export type NewCopy = { itemId: string; part: CopyPart; destination: Party };

type Head = { number: string; now: string; seq: number; hash: string; entries: Entry[] };

/**
 * Puts the second copies of a signed application into its mission's open bundle, or opens the next one (R1598/2.16,
 * ADR 28), inside the deed that signs: the application's row is locked before the bundle's, always. Returns the evidence
 * for the application; the bundle's own chain is written here.
 */
export async function addToBundle(
  tx: Tx,
  now: string,
  record: CaseRecord,
  facts: Pick<CaseRow, 'number' | 'mission'>,
  copies: readonly NewCopy[],
): Promise<Entry> {
  const { mission } = facts;
  if (mission === null) throw new Error('a contract is signed at a mission');
  const bundle = await openBundle(tx, now, record, mission);
  await tx.run(
    `INSERT INTO bundle_item (bundle, item_id, part, destination, added_at)
     SELECT $1, c.item, c.part, c.destination, $5 FROM unnest($2::uuid[], $3::text[], $4::text[]) AS c (item, part, destination)`,
    [
      bundle.number,
      copies.map(({ itemId }) => itemId),
      copies.map(({ part }) => part),
      copies.map(({ destination }) => destination),
      bundle.now,
    ],
  );
  const items = copies.map(({ itemId, part, destination }) => ({ item: itemId, by: forwarderOf(part), destination }));
  await appendEvidence(tx, `case:${bundle.number}`, bundle, bundle.now, THE_PROCEDURE, [
    ...bundle.entries,
    { what: 'copies-added', clause: 'R1598/2.16', facts: { of: facts.number, items } },
  ]);
  return { what: 'copies-bundled', clause: 'R1598/2.16', facts: { bundle: bundle.number, items } };
}

/** The mission's open bundle under its lock, one that nothing of is on its way; a new one where there is none. */
async function openBundle(tx: Tx, now: string, record: CaseRecord, mission: string): Promise<Head> {
  for (;;) {
    const open = await tx.maybe<{ number: string }>(
      `SELECT case_number AS number FROM bundle WHERE mission = $1 AND sent_at IS NULL`,
      [mission],
    );
    if (open === null) {
      const opened = await newBundle(tx, now, record, mission);
      if (opened !== null) return opened;
      continue;
    }
    await tx.one(`SELECT 1 FROM "case" WHERE number = $1 FOR UPDATE`, [open.number]);
    const head = await tx.maybe<Omit<Head, 'entries'> & { onItsWay: boolean }>(HEAD, [open.number, now, mission]);
    if (head === null) continue;
    if (!head.onItsWay) return { ...head, entries: [] };
    await closeBundle(tx, head.now, open.number);
  }
}

// The bundle's row is read anew under the lock; a copy offered or out of the mission's hands has it on its way.
const HEAD = `
  SELECT c.number, greatest($2::timestamptz, c.last_instant) AS now, h.seq, h.hash,
         EXISTS (SELECT 1 FROM bundle_item i
                   JOIN custody_holding p ON p.item_id = i.item_id AND p.until IS NULL
                   LEFT JOIN handover_item o ON o.item_id = i.item_id AND o.open
                   LEFT JOIN handover a ON a.id = o.handover_id AND a.state = 'offered'
                  WHERE i.bundle = c.number AND (a.id IS NOT NULL OR p.holder <> 'mission:' || $3)) AS "onItsWay"
    FROM "case" c JOIN bundle b ON b.case_number = c.number JOIN chain_head h ON h.chain = 'case:' || c.number
   WHERE c.number = $1 AND b.sent_at IS NULL`;

/** Closes a bundle to further copies at `now`; those that come later are the next one's. */
export async function closeBundle(tx: Tx, now: string, bundle: string): Promise<boolean> {
  const closed = await tx.run(`UPDATE bundle SET sent_at = $2 WHERE case_number = $1 AND sent_at IS NULL`, [
    bundle,
    now,
  ]);
  return closed === 1;
}

// Both rows in one statement: where two first copies come at once the unique index lets one of them open the bundle.
const OPEN = `
  WITH next AS (
    SELECT 'MN-' || to_char($1::timestamptz AT TIME ZONE 'Asia/Baku', 'YYYY') || '-'
                 || to_char(nextval('bundle_number'), 'FM999999999000000') AS number
  ), opened AS (
    INSERT INTO bundle (case_number, mission, opened_at) SELECT number, $2, $1 FROM next
    ON CONFLICT (mission) WHERE sent_at IS NULL DO NOTHING RETURNING case_number AS number
  ), made AS (
    INSERT INTO "case" (number, procedure, stage, registered_at, last_instant, language, sealed_key, mission,
                        waits_for, waits_since)
    SELECT number, 'contract-copies', 'collecting', $1, $1, 'az', $3, $2, 'mission:' || $2, $1 FROM opened
    RETURNING number
  )
  INSERT INTO outbox (case_number, at) SELECT number, $1 FROM made RETURNING case_number AS number`;

/** Opens the mission's next bundle and its term of months; null where another deed opened it first. */
async function newBundle(tx: Tx, now: string, record: CaseRecord, mission: string): Promise<Head | null> {
  const opened = await tx.maybe<{ number: string }>(OPEN, [now, mission, record.seal.newKey().sealed]);
  if (opened === null) return null;
  const { number } = opened;
  const { entry } = await beginTermOfMonths(tx, now, {
    caseNumber: number,
    clause: 'R1598/2.16',
    holder: `mission:${mission}`,
    startEvent: 'first-copy-in-hand',
  });
  const entries: Entry[] = [{ what: 'bundle-opened', clause: 'R1598/2.16', facts: { mission } }, entry];
  return { number, now, ...NO_HEAD, entries };
}

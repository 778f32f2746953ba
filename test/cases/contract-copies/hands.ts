import { randomUUID } from 'node:crypto';
import { addToBundle, type NewCopy } from '../../../cases/contract-copies/addToBundle.ts';
import { copiesMoved } from '../../../cases/contract-copies/copiesMoved.ts';
import { enterItem } from '../../../cases/custody/enterItem.ts';
import { inCase } from '../../../cases/record/inCase.ts';
import type { Party } from '../../../law/signature-issuance/parties.ts';
import type { TestRecord } from '../../support/record.ts';

/** Hands that sign contracts and pass their copies on, as the signing and the custody deeds do to the record. */
export function hands(test: TestRecord) {
  const officer = { capacity: 'mission-officer', id: 'test' } as const;

  /** Enters second copies of an application at its mission and bundles them; E-imza one copy, ASAN one of two contracts. */
  async function sign(caseNumber: string, parts: readonly NewCopy['part'][]): Promise<string[]> {
    const ids = await inCase<string[]>(test.record, caseNumber, officer, async (tx, now, facts) => {
      const copies: NewCopy[] = [];
      for (const part of parts)
        for (const kind of part === 'asan'
          ? (['certificate-contract', 'sim-contract'] as const)
          : (['certificate-contract'] as const)) {
          const holder: Party = `mission:${facts.mission}`;
          const itemId = await enterItem(tx, now, {
            caseNumber,
            kind,
            serial: randomUUID(),
            copy: 2,
            holder,
            by: 'test',
          });
          const destination = kind === 'sim-contract' ? 'mobile-operator:azercell' : (`centre:${part}` as const);
          if (itemId !== null) copies.push({ itemId, part, destination });
        }
      const entry = await addToBundle(tx, now, test.record, facts, copies);
      return { outcome: copies.map(({ itemId }) => itemId), evidence: [entry] };
    });
    if (ids === null) throw new Error('no such case');
    return ids;
  }

  /** Offers copies under an act; its id. */
  async function offer(bundle: string, items: readonly string[], giver: Party, taker: Party): Promise<string> {
    const id = randomUUID();
    await test.owner.run(
      `INSERT INTO handover (id, case_number, clause, giver, taker, offered_at, offered_by)
       VALUES ($1, $2, 'R1598/2.16', $3, $4, legal_now(), 'test')`,
      [id, bundle, giver, taker],
    );
    await test.owner.run(`INSERT INTO handover_item (handover_id, item_id) SELECT $1, unnest($2::uuid[])`, [id, items]);
    return id;
  }

  /** Confirms an offer of which some copies did not come; says whether the procedure is woken. */
  async function confirm(bundle: string, handoverId: string, missing: readonly string[] = []): Promise<boolean> {
    const woken = await inCase<boolean>(test.record, bundle, officer, async (tx, now, facts) => {
      const { giver, taker, offered_at } = await tx.one<{ giver: Party; taker: Party; offered_at: string }>(
        `UPDATE handover SET state = 'taken', answered_at = $2, answered_by = 'test' WHERE id = $1
         RETURNING giver, taker, offered_at`,
        [handoverId, now],
      );
      const came = await tx.many<{ item_id: string }>(
        `UPDATE handover_item SET open = false WHERE handover_id = $1 RETURNING item_id`,
        [handoverId],
      );
      const items = came.map(({ item_id }) => item_id).filter((id) => !missing.includes(id));
      await tx.run(
        `WITH until_now AS (
           UPDATE custody_holding SET until = $3 WHERE item_id = ANY ($1) AND until IS NULL RETURNING item_id, n
         )
         INSERT INTO custody_holding (item_id, n, holder, since, handover_id)
         SELECT item_id, n + 1, $2, $3, $4 FROM until_now`,
        [items, taker, now, handoverId],
      );
      const moved = items.map((id) => ({ id, kind: 'certificate-contract' as const, serial: id, copy: 2 }));
      const { entries, wake } = await copiesMoved(tx, now, test.record, facts, {
        handoverId,
        giver,
        taker,
        offeredAt: offered_at,
        items: moved,
      });
      return { outcome: wake, evidence: [{ what: 'handover-confirmed' }, ...entries], wake };
    });
    if (woken === null) throw new Error('no such bundle');
    return woken;
  }

  return {
    sign,
    offer,
    confirm,
    hand: async (
      bundle: string,
      items: readonly string[],
      giver: Party,
      taker: Party,
      missing: readonly string[] = [],
    ) => confirm(bundle, await offer(bundle, items, giver, taker), missing),
    bundleOf: async (item: string): Promise<string> => {
      const row = await test.owner.one<{ bundle: string }>(`SELECT bundle FROM bundle_item WHERE item_id = $1`, [item]);
      return row.bundle;
    },
    /** The bundle's row, and its terms by holder: end and outcome, null while open. */
    standing: async (bundle: string) => {
      const row = await test.owner.one<{
        stage: string;
        outcome: string | null;
        closed: boolean;
        waits_for: string | null;
      }>(`SELECT stage, outcome, closed_at IS NOT NULL AS closed, waits_for FROM "case" WHERE number = $1`, [bundle]);
      const terms = await test.owner.many<{ holder: string; outcome: string | null; ends_at: Date }>(
        `SELECT holder, o.outcome, ends_at FROM term LEFT JOIN term_outcome o USING (case_number, clause, holder)
          WHERE case_number = $1 ORDER BY clause, holder`,
        [bundle],
      );
      return {
        ...row,
        terms: Object.fromEntries(terms.map(({ holder, outcome }) => [holder, outcome])),
        ends: Object.fromEntries(terms.map(({ holder, ends_at }) => [holder, ends_at.toISOString()])),
      };
    },
  };
}

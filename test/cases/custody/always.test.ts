import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { enterItems } from '../../../cases/custody/enterItems.ts';
import type { ItemName } from '../../../cases/custody/readItems.ts';
import type { Party } from '../../../law/signature-issuance/parties.ts';
import { bringTo, request } from '../../support/issuing.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';
import { handsOn, official } from './hands.ts';

const FOREIGN_AFFAIRS = 'ministry:foreign-affairs';
const FOUND = [
  'as-listed',
  'as-listed',
  'as-listed',
  'as-listed',
  'as-listed',
  'missing',
  'damaged',
  'wrong-number',
] as const;

type Move =
  | { do: 'offer'; which: readonly boolean[]; from: number; stray: boolean; back: boolean; twice: boolean }
  | { do: 'confirm'; found: readonly number[]; twice: boolean }
  | { do: 'recall' }
  | { do: 'settle'; how: number }
  | { do: 'enter' };

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('offer' as const),
        which: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        from: fc.nat(3),
        stray: fc.nat(4).map((n) => n === 0),
        back: fc.nat(3).map((n) => n === 0),
        twice: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('confirm' as const),
        found: fc.array(fc.nat(FOUND.length - 1), { minLength: 4, maxLength: 4 }),
        twice: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('recall' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), how: fc.nat(2) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('enter' as const) }) },
  ),
  { minLength: 20, maxLength: 40, size: 'max' },
);

describe('custody after any deeds in any order', () => {
  let test: TestRecord;
  let hands: ReturnType<typeof handsOn>;
  before(async () => {
    test = await openTestRecord();
    hands = handsOn(test);
  });
  after(() => test.stop());

  /** What the raw rows of a case must never say. */
  const faults = async (caseNumber: string) =>
    test.owner.many<{ fault: string; item: string }>(
      `WITH item AS (SELECT id FROM custody_item WHERE case_number = $1),
            hand AS (
              SELECT h.*, lag(h.until) OVER w AS before_until, lag(h.holder) OVER w AS giver, row_number() OVER w AS place
                FROM custody_holding h JOIN item ON item.id = h.item_id WINDOW w AS (PARTITION BY h.item_id ORDER BY h.n))
       SELECT 'not in one pair of hands' AS fault, id::text AS item FROM item
        WHERE (SELECT count(*) FROM custody_holding WHERE item_id = id AND until IS NULL) <> 1
        UNION ALL
       SELECT 'hands do not follow one another', item_id::text FROM hand
        WHERE n <> place OR (place > 1 AND since IS DISTINCT FROM before_until) OR until < since
        UNION ALL
       SELECT 'no act with both sides', item_id::text FROM hand
        WHERE place > 1 AND NOT EXISTS (
          SELECT 1 FROM handover a JOIN handover_item l ON l.handover_id = a.id AND l.item_id = hand.item_id
           WHERE a.id = hand.handover_id AND a.giver = hand.giver AND a.taker = hand.holder AND l.found = 'as-listed'
             AND a.answered_at = hand.since AND a.offered_by <> a.answered_by AND a.state IN ('taken', 'difference'))
        UNION ALL
       SELECT 'an act moved nothing', l.item_id::text FROM handover a JOIN handover_item l ON l.handover_id = a.id
        WHERE a.case_number = $1 AND l.found = 'as-listed'
          AND NOT EXISTS (SELECT 1 FROM custody_holding h WHERE h.item_id = l.item_id AND h.handover_id = a.id)
        UNION ALL
       SELECT 'unsettled without an incident', l.item_id::text FROM handover a JOIN handover_item l ON l.handover_id = a.id
        WHERE a.case_number = $1 AND a.state = 'difference' AND l.open AND NOT EXISTS (
          SELECT 1 FROM incident i WHERE i.case_number = $1 AND i.kind = 'custody-difference' AND i.holder = a.giver
             AND i.resolved_at IS NULL)`,
      [caseNumber],
    );

  it('R1598/2.10: a thing is in exactly one pair of hands, without gap or overlap, and each change has an act of both sides', async () => {
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(moves, async (deeds) => {
        const { caseNumber, mission, serial } = await bringTo(test, 'invitation');
        const parties: readonly Party[] = ['centre:e-imza', FOREIGN_AFFAIRS, 'courier:7', mission];
        const things: ItemName[] = [
          { kind: 'token', serial: `T-${serial}`, copy: 1 },
          { kind: 'certificate', serial, copy: 1 },
        ];
        for (const deed of deeds) await act(caseNumber, parties, things, serial, deed);
        assert.deepEqual(await faults(caseNumber), []);
        const { n } = await test.owner.one<{ n: number }>(
          `SELECT count(*)::integer AS n FROM custody_holding h JOIN custody_item i ON i.id = h.item_id
            WHERE i.case_number = $1 AND h.n > 1`,
          [caseNumber],
        );
        changes += n;
      }),
      { numRuns: 40, seed: 1598, endOnFailure: true },
    );
    assert.ok(changes > 30, `only ${String(changes)} changes of hands`);
  });

  async function act(
    caseNumber: string,
    parties: readonly Party[],
    things: ItemName[],
    serial: string,
    deed: Move,
  ): Promise<void> {
    const pending = await test.owner.many<{ id: string; giver: Party; taker: Party }>(
      `SELECT id, giver, taker FROM handover WHERE case_number = $1 AND state = 'offered' ORDER BY id`,
      [caseNumber],
    );
    const [first] = pending;
    switch (deed.do) {
      case 'offer': {
        const named = things.filter((_, at) => deed.which[at % 4] === true);
        const [any = { kind: 'token', serial, copy: 1 }] = named;
        const [holder = FOREIGN_AFFAIRS] = (await hands.holder(any)) as Party[];
        // Most offers come from whoever holds the thing, of what he holds; the others must be refused.
        const from = deed.stray ? (parties[deed.from] ?? holder) : holder;
        const held = await Promise.all(named.map(async (item) => (await hands.holder(item)).includes(from)));
        const items = deed.stray || named.length === 0 ? [any] : named.filter((_, at) => held[at]);
        const place = parties.indexOf(from);
        const taker = parties[deed.back ? place - 1 : place + 1] ?? FOREIGN_AFFAIRS;
        if (taker === from) return;
        const offers = [hands.offer(caseNumber, from, taker, items)];
        if (deed.twice) offers.push(hands.offer(caseNumber, from, taker, items));
        await Promise.all(offers);
        return;
      }
      case 'confirm': {
        if (first === undefined) return;
        const listed = await test.owner.many<ItemName>(
          `SELECT i.kind, i.serial, i.copy FROM handover_item l JOIN custody_item i ON i.id = l.item_id
            WHERE l.handover_id = $1 ORDER BY i.kind, i.serial, i.copy`,
          [first.id],
        );
        const findings = listed.map((item, at) => {
          const found = FOUND[deed.found[at % 4] ?? 0] ?? 'as-listed';
          return found === 'wrong-number' ? { ...item, found, foundSerial: 'X-0' } : { ...item, found };
        });
        const confirms = [hands.confirm(first.taker, first.id, findings)];
        if (deed.twice) confirms.push(hands.confirm(first.taker, first.id, findings));
        await Promise.all(confirms);
        return;
      }
      case 'recall':
        if (first !== undefined) await hands.recall(first.giver, first.id);
        return;
      case 'settle': {
        const open = await test.owner.many<ItemName>(
          `SELECT i.kind, i.serial, i.copy FROM handover_item l JOIN custody_item i ON i.id = l.item_id
             JOIN handover a ON a.id = l.handover_id WHERE a.case_number = $1 AND a.state = 'difference' AND l.open
            ORDER BY i.kind, i.serial, i.copy`,
          [caseNumber],
        );
        const settlement = (['as-listed', 'to-be-replaced', 'to-go-back'] as const)[deed.how] ?? 'as-listed';
        for (const item of open) await hands.settle(caseNumber, [{ ...item, settlement }]);
        return;
      }
      case 'enter': {
        const fresh = { kind: 'token', serial: `T${String(things.length)}-${serial}`, copy: 1 } as const;
        const by = official('centre:e-imza');
        const outcome = await enterItems(test.record, by, { caseNumber, items: [fresh] }, request());
        if (outcome?.kind === 'entered') things.push(fresh);
        return;
      }
    }
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeCustody, type PackAct, type PackItem } from '../../proof/evidencePackCustody.ts';

const T = ['2026-03-20T06:00:00.000Z', '2026-03-20T08:00:00.000Z', '2026-03-23T08:00:00.000Z'] as const;

/** A token on its way from the Centre through the ministry to a courier, each move with its act. */
function token(): { items: [PackItem]; acts: [PackAct, PackAct] } {
  const act = (id: string, giver: string, taker: string, at: string): PackAct => ({
    id,
    giver,
    taker,
    state: 'taken',
    offeredAt: T[0],
    offeredBy: 'giver-1',
    answeredAt: at,
    answeredBy: 'taker-1',
    items: [{ id: 'i1', found: 'as-listed' }],
    pdf: null,
  });
  const item: PackItem = {
    id: 'i1',
    kind: 'token',
    serial: 'T-1',
    copy: 1,
    state: 'sound',
    holdings: [
      { n: 1, holder: 'centre:e-imza', since: T[0], until: T[1], act: null },
      { n: 2, holder: 'ministry:foreign-affairs', since: T[1], until: T[2], act: 'a1' },
      { n: 3, holder: 'courier:7', since: T[2], until: null, act: 'a2' },
    ],
  };
  return {
    items: [item],
    acts: [
      act('a1', 'centre:e-imza', 'ministry:foreign-affairs', T[1]),
      act('a2', 'ministry:foreign-affairs', 'courier:7', T[2]),
    ],
  };
}

type Custody = ReturnType<typeof token>;

describe('custody in an evidence pack', () => {
  it('R1598/2.10: one pair of hands at a time, each move by an act of both sides', () => {
    assert.deepEqual(judgeCustody(token()), { items: 1, acts: 2, open: 0, pdfs: [], faults: [] });
  });

  const holding = (custody: Custody, at: number) => {
    const found = custody.items[0].holdings[at];
    assert.ok(found);
    return found;
  };
  const wrong: Record<string, [(custody: Custody) => void, string]> = {
    'a gap between two holders': [(c) => (holding(c, 1).since = T[2]), 'gap-between-holders'],
    'two holders at once': [(c) => (holding(c, 0).until = null), 'not-one-holder'],
    'no holder at all': [(c) => (c.items[0].holdings = []), 'not-one-holder'],
    'a number left out': [(c) => (holding(c, 2).n = 4), 'gap-between-holders'],
    'a move without an act': [(c) => (holding(c, 2).act = null), 'move-without-act'],
    'an act of other hands': [(c) => (c.acts[1].taker = 'courier:8'), 'act-says-otherwise'],
    'an act that only one side signed': [(c) => (c.acts[0].answeredBy = null), 'act-says-otherwise'],
    'an act by which it was missing': [
      (c) => (c.acts[0].items = [{ id: 'i1', found: 'missing' }]),
      'act-says-otherwise',
    ],
    'an act of another time': [(c) => (c.acts[0].answeredAt = T[2]), 'act-says-otherwise'],
  };
  for (const [title, [change, fault]] of Object.entries(wrong))
    it(`R1598/2.10, 2.15: ${title} is named with its item`, () => {
      const custody = token();
      change(custody);
      assert.deepEqual(
        judgeCustody(custody)?.faults.filter((one) => one.fault === fault),
        [{ item: 'token T-1/1', fault }],
      );
    });

  it('what is not of the shape is not custody', () => {
    for (const value of [null, {}, { items: [{}], acts: [] }, { items: [null], acts: [] }, { items: 1, acts: 2 }])
      assert.equal(judgeCustody(value), null);
  });
});

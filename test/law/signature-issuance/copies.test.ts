import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Copy,
  forwarderOf,
  isGivenBefore,
  partyOfHolder,
  standingOfBundle,
} from '../../../law/signature-issuance/copies.ts';
import type { Party } from '../../../law/signature-issuance/parties.ts';

const MINISTRY = 'ministry:foreign-affairs';

/** A copy that went from hand to hand: taken on the hour of its place, offered half an hour before. */
function copy(part: Copy['part'], holders: readonly Party[], change: Partial<Copy> = {}): Copy {
  const path = holders.map((holder, n) => ({
    holder,
    since: `2026-06-18T1${n}:00:00.000Z`,
    offeredAt: n === 0 ? null : `2026-06-18T1${n - 1}:30:00.000Z`,
  }));
  return { part, destination: `centre:${part}`, replaced: false, path, offeredAt: null, ...change };
}

describe('how a bundle of copies stands', () => {
  it('R1598/2.17: E-imza copies go by the ministry of communications, ASAN copies by the portal operator', () => {
    assert.equal(forwarderOf('e-imza'), 'ministry:communications');
    assert.equal(forwarderOf('asan'), 'portal-operator');
    assert.equal(partyOfHolder(`${MINISTRY}/e-imza/2`), MINISTRY);
    assert.equal(partyOfHolder('mission:berlin'), 'mission:berlin');
  });

  const stages: [string, Copy[], string, Party | null][] = [
    ['at the mission', [copy('asan', ['mission:berlin'])], 'collecting', 'mission:berlin'],
    ['with a courier', [copy('asan', ['mission:berlin', 'courier:7'])], 'collecting', 'courier:7'],
    ['at the ministry', [copy('asan', ['mission:berlin', MINISTRY])], 'ministry', MINISTRY],
    ['from it with a courier', [copy('asan', ['mission:berlin', MINISTRY, 'courier:7'])], 'ministry', 'courier:7'],
    [
      'with its forwarder',
      [copy('asan', ['mission:berlin', MINISTRY, 'portal-operator'])],
      'delivery',
      'portal-operator',
    ],
    ['where it belongs', [copy('asan', ['mission:berlin', MINISTRY, 'portal-operator', 'centre:asan'])], 'ended', null],
    [
      'with the other part’s forwarder',
      [copy('e-imza', ['mission:berlin', MINISTRY, 'portal-operator'])],
      'ministry',
      'portal-operator',
    ],
    [
      'one behind the other',
      [copy('asan', ['mission:berlin', MINISTRY]), copy('asan', ['mission:berlin'])],
      'collecting',
      'mission:berlin',
    ],
    ['replaced', [copy('asan', ['mission:berlin'], { replaced: true })], 'ended', null],
  ];
  for (const [name, copies, stage, waitsFor] of stages)
    it(`R1598/2.16-2.18: ${name}: ${stage}`, () => {
      const standing = standingOfBundle('berlin', copies);
      assert.deepEqual([standing.stage, standing.waitsFor], [stage, waitsFor]);
    });

  it('R1598/2.17: each arrival at the ministry is a leg of its own, for each part', () => {
    const later = copy('e-imza', ['mission:berlin', 'courier:7', MINISTRY]);
    const { legs } = standingOfBundle('berlin', [
      copy('e-imza', ['mission:berlin', MINISTRY]),
      later,
      copy('asan', ['mission:berlin']),
    ]);
    assert.deepEqual(
      legs.map(({ clause, holder, cameAt, open, copies }) => [clause, holder, cameAt, open, copies.length]),
      [
        ['R1598/2.16', 'mission:berlin', null, true, 3],
        ['R1598/2.17', `${MINISTRY}/e-imza`, '2026-06-18T11:00:00.000Z', true, 1],
        ['R1598/2.17', `${MINISTRY}/e-imza`, '2026-06-18T12:00:00.000Z', true, 1],
      ],
    );
  });

  it('ADR 28: a leg is done at its holder’s last offer, also where a courier came between', () => {
    const went = copy('asan', ['mission:berlin', 'courier:7', MINISTRY]);
    const [mission] = standingOfBundle('berlin', [copy('asan', ['mission:berlin', MINISTRY]), went]).legs;
    assert.deepEqual([mission?.open, mission?.doneAt], [false, '2026-06-18T10:30:00.000Z']);
  });

  it('ADR 28: a holder is not late who offered everything before the end; the end itself is too late', () => {
    const given = copy('asan', ['mission:berlin', 'courier:7']);
    const offered = copy('asan', ['mission:berlin'], { offeredAt: '2026-06-18T11:00:00.000Z' });
    const kept = copy('asan', ['mission:berlin']);
    const before = (copies: Copy[], end: string) => {
      const [leg] = standingOfBundle('berlin', copies).legs;
      return leg !== undefined && isGivenBefore(leg, end);
    };
    assert.equal(before([given, offered], '2026-06-18T11:00:00.001Z'), true);
    assert.equal(before([given, offered], '2026-06-18T11:00:00.000Z'), false);
    assert.equal(before([given], '2026-06-18T10:30:00.000Z'), false);
    assert.equal(before([given, kept], '2027-01-01T00:00:00.000Z'), false);
  });
});

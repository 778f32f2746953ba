import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bakuDay } from '../../../law/calendar/bakuTime.ts';
import { MISSION_IDS, missionZone } from '../../../law/signature-issuance/missions.ts';
import {
  dayInZone,
  lastFirstDay,
  slotInstant,
  slotsOffered,
  timeInZone,
  whyNotBookable,
  type WantedSlot,
} from '../../../law/signature-issuance/slots.ts';

const BERLIN = missionZone('berlin');
const LOS_ANGELES = missionZone('los-angeles');

describe("a post's own time", () => {
  it('R1598/2.11: the first day of an invitation may be so many days of the calendar later, the last one among them', () => {
    assert.equal(lastFirstDay('2026-03-16', 60), '2026-05-15');
    assert.equal(lastFirstDay('2028-01-01', 59), '2028-02-29');
  });

  it('R1598/2.12: every mission has a time zone that exists', () => {
    for (const id of MISSION_IDS) assert.doesNotThrow(() => timeInZone(missionZone(id), '2026-03-16T05:00:00Z'), id);
    assert.throws(() => missionZone('atlantis'), RangeError);
  });

  const instants: [zone: string, day: string, time: string, startsAt: string | null, why: string][] = [
    [BERLIN, '2026-03-27', '09:00', '2026-03-27T08:00:00.000Z', 'winter time'],
    [BERLIN, '2026-03-30', '09:00', '2026-03-30T07:00:00.000Z', 'summer time'],
    [BERLIN, '2026-03-29', '01:59', '2026-03-29T00:59:00.000Z', 'the last minute before the leap'],
    [BERLIN, '2026-03-29', '02:00', null, 'leapt over'],
    [BERLIN, '2026-03-29', '02:59', null, 'leapt over'],
    [BERLIN, '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z', 'the first minute after the leap'],
    [BERLIN, '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z', 'the first of two'],
    [LOS_ANGELES, '2026-03-08', '02:30', null, 'leapt over'],
    [LOS_ANGELES, '2026-03-08', '03:00', '2026-03-08T10:00:00.000Z', 'after the leap'],
    [LOS_ANGELES, '2026-11-01', '01:30', '2026-11-01T08:30:00.000Z', 'the first of two'],
    [missionZone('new-delhi'), '2026-03-16', '09:00', '2026-03-16T03:30:00.000Z', 'half an hour off'],
    [BERLIN, '2026-02-30', '09:00', null, 'no such day'],
    [BERLIN, '0000-01-01', '09:00', null, 'no such year'],
    [BERLIN, '2026-03-16', '24:00', null, 'no such hour'],
  ];
  for (const [zone, day, time, startsAt, why] of instants)
    it(`R1598/2.12: ${day} ${time} in ${zone}: ${why}`, () => {
      const slot = slotInstant(zone, day, time);
      assert.equal(slot.kind === 'at' ? slot.startsAt : null, startsAt);
    });

  it("R1598/2.12: midnight in Baku is not the post's: its day is its own", () => {
    const instant = '2026-03-16T20:30:00Z';
    assert.equal(bakuDay(instant), '2026-03-17');
    assert.equal(dayInZone(BERLIN, instant), '2026-03-16');
    assert.equal(dayInZone(LOS_ANGELES, '2026-03-17T06:59:00Z'), '2026-03-16');
    assert.equal(dayInZone(missionZone('tokyo'), instant), '2026-03-17');
  });

  it('R1598/2.12: a slot is shown as its own clock shows it, with the offset of that day', () => {
    assert.equal(timeInZone(BERLIN, '2026-03-27T08:00:00Z'), '2026-03-27T09:00:00+01:00');
    assert.equal(timeInZone(BERLIN, '2026-03-30T07:00:00Z'), '2026-03-30T09:00:00+02:00');
  });
});

describe('offering slots', () => {
  const now = '2026-03-27T09:00:00.000Z';

  it('R1598/2.12: every time that cannot be is named; the past begins at this very instant', () => {
    const offered = slotsOffered({
      zone: BERLIN,
      day: '2026-03-29',
      times: ['02:15', '09:00', '02:45'],
      now,
      closingDays: [],
    });
    assert.deepEqual(offered.faults, [
      { item: '02:15', reason: 'no-such-time' },
      { item: '02:45', reason: 'no-such-time' },
    ]);
    const today = slotsOffered({
      zone: BERLIN,
      day: '2026-03-27',
      times: ['09:59', '10:00', '10:01'],
      now,
      closingDays: [],
    });
    assert.deepEqual(
      today.faults.map(({ item, reason }) => [item, reason]),
      [
        ['09:59', 'in-the-past'],
        ['10:00', 'in-the-past'],
      ],
    );
    assert.deepEqual(today.instants, ['2026-03-27T09:01:00.000Z']);
  });

  it("R1598/2.12: nothing is offered on the post's closing days; the same time twice is one slot", () => {
    const closed = slotsOffered({
      zone: BERLIN,
      day: '2026-04-03',
      times: ['09:00'],
      now,
      closingDays: ['2026-04-03'],
    });
    assert.deepEqual(closed.faults, [{ item: '09:00', reason: 'closing-day' }]);
    const twice = slotsOffered({ zone: BERLIN, day: '2026-04-02', times: ['09:00', '09:00'], now, closingDays: [] });
    assert.equal(twice.instants.length, 1);
  });
});

describe('wanting a slot', () => {
  const free: WantedSlot = {
    startsAt: '2026-03-30T07:00:00.000Z',
    closed: false,
    taken: false,
    onClosingDay: false,
    zone: BERLIN,
    fromDay: '2026-03-30',
    now: '2026-03-29T22:00:00.000Z',
  };
  const cases: [change: Partial<WantedSlot>, why: string | null][] = [
    [{}, null],
    [{ closed: true }, 'slot-closed'],
    [{ now: free.startsAt }, 'slot-past'],
    [{ now: '2026-03-30T06:59:59.999Z' }, null],
    [{ fromDay: '2026-03-31' }, 'slot-before-invitation'],
    // 23:30 in Berlin on the 29th is the 30th in Baku: the invitation counts in Berlin.
    [{ startsAt: '2026-03-29T21:30:00.000Z', now: '2026-03-29T00:00:00.000Z' }, 'slot-before-invitation'],
    [{ onClosingDay: true }, 'slot-on-closing-day'],
    [{ taken: true }, 'slot-taken'],
  ];
  for (const [change, why] of cases)
    it(`R1598/2.12: ${JSON.stringify(change)} -> ${why ?? 'free'}`, () => {
      assert.equal(whyNotBookable({ ...free, ...change }), why);
    });
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { buildCalendar } from '../../../law/calendar/calendar.ts';
import { recomputedEnd } from '../../../law/calendar/recomputedEnd.ts';
import { deadline } from '../../../law/calendar/workingDays.ts';
import { DECISIONS } from './seededDecisions.ts';

const calendar = buildCalendar(DECISIONS, '2025-02-15');
const day = (ofJune: number, time = '00:00:00') => `2026-06-${String(ofJune).padStart(2, '0')}T${time}+04:00`;
const end = (oldEnd: string, newEnd: string, confirmedAt: string, mayShorten = true) =>
  recomputedEnd({ oldEnd, newEnd, confirmedAt, calendar: buildCalendar(DECISIONS), mayShorten });

// June 2026: Monday 1 to Friday 5 and Monday 8 to Friday 12 are worked, Monday 15 is a holiday.
suite('R1598/2.8: the end of a running term under a new calendar', () => {
  test('R1598/2.8: a term may always become longer', () => {
    for (const mayShorten of [true, false]) assert.equal(end(day(4), day(9), day(2), mayShorten), day(9));
  });

  test('R1598/2.8: a term already shown stays as it was where it may not be shortened', () => {
    assert.equal(end(day(13), day(9), day(2), false), day(13));
    assert.equal(end(day(13), day(9), day(2), true), day(9));
  });

  test('R1598/2.8: never earlier than 24:00 of the first working day after the confirmation', () => {
    assert.equal(end(day(13), day(9), day(8, '10:00:00')), day(10));
    assert.equal(end(day(13), day(10), day(8, '10:00:00')), day(10));
    assert.equal(end(day(13), day(11), day(8, '10:00:00')), day(11));
    assert.equal(end(day(20), day(3), day(12, '23:59:59.999')), day(17));
  });

  test('R1598/2.8: unless the old end was earlier: then the old end stays', () => {
    assert.equal(end(day(9), day(6), day(8, '10:00:00')), day(9));
    assert.equal(end(day(9), day(6), day(8, '23:59:59.999')), day(9));
  });

  test('R1598/2.8: a term that has ended never comes back, from its very last instant', () => {
    assert.equal(end(day(9), day(12), day(9)), day(9));
    assert.equal(end(day(9), day(12), '2026-06-08T20:00:00Z'), day(9));
    assert.equal(end(day(9), day(12), day(8, '23:59:59.999')), day(12));
    assert.equal(end(day(9), day(4), day(11)), day(9));
  });

  test('R1598/2.8: the swap of 15 February 2025, confirmed in the middle of terms', () => {
    const before = buildCalendar(DECISIONS, '2025-02-14');
    const recompute = (received: string, workingDays: number, confirmedAt: string, mayShorten: boolean) =>
      recomputedEnd({
        oldEnd: deadline(before, received, workingDays).endsAt,
        newEnd: deadline(calendar, received, workingDays).endsAt,
        confirmedAt,
        calendar,
        mayShorten,
      });
    const earlier = '2025-03-06T10:00:00+04:00';
    assert.equal(recompute(earlier, 3, '2025-03-07T09:00:00+04:00', true), '2025-03-12T00:00:00+04:00');
    assert.equal(recompute(earlier, 3, '2025-03-07T09:00:00+04:00', false), '2025-03-13T00:00:00+04:00');
    assert.equal(recompute(earlier, 3, '2025-03-11T09:00:00+04:00', true), '2025-03-13T00:00:00+04:00');
    const later = '2025-03-19T10:00:00+04:00';
    assert.equal(recompute(later, 1, '2025-03-20T09:00:00+04:00', false), '2025-04-02T00:00:00+04:00');
    assert.equal(recompute(later, 1, '2025-03-28T00:00:00+04:00', false), '2025-03-28T00:00:00+04:00');
  });

  test('R1598/2.8: whatever the instants, nothing ends in the past and nothing ended comes back', () => {
    const instant = fc.integer({ min: Date.parse(day(1)), max: Date.parse(day(30)) });
    const iso = (ms: number) => new Date(ms).toISOString();
    fc.assert(
      fc.property(instant, instant, instant, fc.boolean(), (oldMs, newMs, confirmedMs, mayShorten) => {
        const result = Date.parse(end(iso(oldMs), iso(newMs), iso(confirmedMs), mayShorten));
        if (confirmedMs >= oldMs) return assert.equal(result, oldMs);
        assert.ok(result > confirmedMs);
        assert.ok(result >= newMs);
        assert.ok(mayShorten || result >= oldMs);
        const floor = Date.parse(deadline(calendar, iso(confirmedMs), 1).endsAt);
        assert.ok(result >= floor || oldMs < floor);
      }),
      { numRuns: 300 },
    );
  });
});

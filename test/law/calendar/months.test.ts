import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endAfterMonths, instantAfterMonths } from '../../../law/calendar/months.ts';
import { legalLimitInMonths } from '../../../law/limits.ts';

describe('limits in months', () => {
  const ends: [string, string, number, string][] = [
    ['24:00 of the same date', '2026-03-16T10:00:00+04:00', 6, '2026-09-17T00:00:00+04:00'],
    ['from the first moment of a day', '2026-03-16T00:00:00+04:00', 6, '2026-09-17T00:00:00+04:00'],
    ['from its last millisecond', '2026-03-16T23:59:59.999+04:00', 6, '2026-09-17T00:00:00+04:00'],
    ['the day is Baku’s, whatever the offset', '2026-03-16T20:00:00Z', 6, '2026-09-18T00:00:00+04:00'],
    ['31 August has no 31 February', '2026-08-31T10:00:00+04:00', 6, '2027-03-01T00:00:00+04:00'],
    ['31 August in a leap year', '2027-08-31T10:00:00+04:00', 6, '2028-03-01T00:00:00+04:00'],
    ['29 August keeps its date in a leap year', '2027-08-29T10:00:00+04:00', 6, '2028-03-01T00:00:00+04:00'],
    ['over the new year', '2026-12-31T10:00:00+04:00', 6, '2027-07-01T00:00:00+04:00'],
  ];
  for (const [name, from, months, end] of ends)
    it(`R1598/2.16: ${name}`, () => {
      assert.equal(endAfterMonths(from, months), end);
    });

  it('R1598/2.19: three years keep the time of day; from 29 February they reach the 28th', () => {
    assert.equal(instantAfterMonths('2028-02-29T10:30:00+04:00', 36), '2031-02-28T10:30:00.000+04:00');
    assert.equal(instantAfterMonths('2026-06-18T06:00:00Z', 36), '2029-06-18T10:00:00.000+04:00');
    assert.equal(instantAfterMonths('2025-02-28T10:30:00+04:00', 36), '2028-02-28T10:30:00.000+04:00');
  });

  it('R1598/2.16, 2.19: at least twice a year is six months, three years thirty-six; before 12 September 2017 nothing', () => {
    assert.equal(legalLimitInMonths('R1598/2.16', '2026-03-16').months, 6);
    assert.equal(legalLimitInMonths('R1598/2.19', '2017-09-12').months, 36);
    assert.throws(() => legalLimitInMonths('R1598/2.16', '2017-09-11'), /no time limit/);
    assert.throws(() => legalLimitInMonths('R1598/2.8', '2026-03-16'), /no time limit/);
  });
});

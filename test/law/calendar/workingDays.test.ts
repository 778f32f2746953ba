import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { buildCalendar, YearNotCovered } from '../../../law/calendar/calendar.ts';
import { deadline, reminderInstant } from '../../../law/calendar/workingDays.ts';
import { DECISIONS } from './seededDecisions.ts';

const calendar = buildCalendar(DECISIONS);
const endOf = (received: string, workingDays: number, knownOn?: string) =>
  deadline(buildCalendar(DECISIONS, knownOn), received, workingDays).endsAt;

suite('R1598/2.8: terms in working days', () => {
  test('R1598/2.8: a file received on 19 March 2026 is approved by silence from 3 April, each day explained', () => {
    const term = deadline(calendar, '2026-03-19T10:00:00+04:00', 3);
    assert.equal(term.endsAt, '2026-04-03T00:00:00+04:00');
    assert.deepEqual(
      term.days.map(({ date, counted, why }) => `${date.slice(5)} ${counted ? 'counted' : 'skipped'} ${why}`),
      [
        '03-19 skipped received',
        '03-20 skipped novruz',
        '03-21 skipped novruz',
        '03-22 skipped novruz',
        '03-23 skipped novruz',
        '03-24 skipped novruz',
        '03-25 skipped moved:novruz',
        '03-26 skipped moved:novruz',
        '03-27 skipped coincided:ramazan',
        '03-28 skipped weekend',
        '03-29 skipped weekend',
        '03-30 skipped coincided:ramazan',
        '03-31 counted working-day',
        '04-01 counted working-day',
        '04-02 counted working-day',
      ],
    );
    assert.deepEqual(
      { received: term.received, workingDays: term.workingDays, provisional: term.provisional },
      { received: '2026-03-19T10:00:00+04:00', workingDays: 3, provisional: false },
    );
    assert.equal(term.calendarVersion, calendar.version);
    assert.equal(reminderInstant(term), '2026-04-02T00:00:00+04:00');
  });

  test('R1598/2.8: the day of receipt is the day in Baku, whatever the offset', () => {
    // 8 June 2026 is a Monday.
    assert.equal(endOf('2026-06-08T00:00:00.000+04:00', 1), '2026-06-10T00:00:00+04:00');
    assert.equal(endOf('2026-06-08T19:59:59.999Z', 1), '2026-06-10T00:00:00+04:00');
    assert.equal(endOf('2026-06-08T20:00:00Z', 1), '2026-06-11T00:00:00+04:00');
    assert.equal(endOf('2026-06-08T23:30:00-09:30', 1), '2026-06-11T00:00:00+04:00');
    assert.equal(endOf('2026-06-07T20:00:00Z', 1), '2026-06-10T00:00:00+04:00');
  });

  test('R1598/2.8: received on a day off, the term starts on the first working day', () => {
    assert.equal(endOf('2026-06-06T12:00:00+04:00', 1), '2026-06-09T00:00:00+04:00');
    assert.equal(endOf('2026-03-22T12:00:00+04:00', 3), '2026-04-03T00:00:00+04:00');
  });

  test('R1598/2.8: the swap of 15 February 2025 moved terms, some earlier and some later', () => {
    const over8March = '2025-03-06T10:00:00+04:00';
    assert.equal(endOf(over8March, 3, '2025-02-14'), '2025-03-13T00:00:00+04:00');
    assert.equal(endOf(over8March, 3, '2025-02-15'), '2025-03-12T00:00:00+04:00');
    const overNovruz = '2025-03-19T10:00:00+04:00';
    assert.equal(endOf(overNovruz, 3, '2025-02-14'), '2025-04-03T00:00:00+04:00');
    assert.equal(endOf(overNovruz, 3, '2025-02-15'), '2025-04-04T00:00:00+04:00');
    assert.equal(endOf(overNovruz, 1, '2025-02-14'), '2025-03-28T00:00:00+04:00');
    assert.equal(endOf(overNovruz, 1, '2025-02-15'), '2025-04-02T00:00:00+04:00');
  });

  test('R1598/2.8: a worked weekend counts, and says by whose decision', () => {
    const term = deadline(calendar, '2024-12-27T09:00:00+04:00', 3);
    assert.deepEqual(
      term.days.filter(({ counted }) => counted).map(({ date, why }) => `${date} ${why}`),
      ['2024-12-28 swapped-in', '2024-12-29 swapped-in', '2025-01-06 working-day'],
    );
    assert.equal(reminderInstant(term), '2025-01-06T00:00:00+04:00');
  });

  test('R1598/2.8: a term that reaches a year not wholly decided is provisional, one that ends before it is not', () => {
    const received = '2026-12-28T10:00:00+04:00';
    assert.equal(deadline(calendar, received, 2).endsAt, '2026-12-31T00:00:00+04:00');
    assert.equal(deadline(calendar, received, 2).provisional, false);
    assert.equal(deadline(calendar, received, 3).endsAt, '2027-01-06T00:00:00+04:00');
    assert.equal(deadline(calendar, received, 3).provisional, true);
  });

  test('R1598/2.8: a term that leaves the covered years is an error', () => {
    assert.equal(endOf('2027-12-29T10:00:00+04:00', 1), '2027-12-31T00:00:00+04:00');
    assert.throws(
      () => endOf('2027-12-29T10:00:00+04:00', 2),
      (error) => error instanceof YearNotCovered && error.year === 2028,
    );
    assert.throws(
      () => endOf('2016-12-31T10:00:00+04:00', 1),
      (error) => error instanceof YearNotCovered && error.year === 2016,
    );
    assert.equal(endOf('2016-12-31T20:00:00Z', 1), '2017-01-06T00:00:00+04:00');
  });

  test('R1598/2.8: what is no instant and no number of days is refused', () => {
    for (const received of ['2026-03-19T10:00:00', '2026-03-19', '2026-02-30T10:00:00Z', 'today', ''])
      assert.throws(() => endOf(received, 3), RangeError);
    for (const workingDays of [0, -1, 1.5, Number.NaN, Infinity])
      assert.throws(() => endOf('2026-03-19T10:00:00Z', workingDays), RangeError);
  });
});

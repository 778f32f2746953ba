import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { buildCalendar, YearNotCovered, type Decision } from '../../../law/calendar/calendar.ts';
import { isWeekend } from '../../../law/calendar/days.ts';
import { DECISIONS } from './seededDecisions.ts';

/** Derived by hand from the rules and wall calendars: weekdays that are off, and weekend days that are worked. */
const YEARS: Record<number, { off: string; worked: string }> = {
  2017: {
    off: '01-02 01-03 01-04 01-20 03-08 03-20 03-21 03-22 03-23 03-24 05-09 05-29 06-15 06-26 06-27 06-28 09-01 09-04 11-09',
    worked: '',
  },
  2018: {
    off: '01-01 01-02 01-03 03-08 03-20 03-21 03-22 03-23 03-26 04-11 05-09 05-28 06-15 06-18 06-19 06-26 08-22 08-23 11-09 12-31',
    worked: '',
  },
  2019: {
    off: '01-01 01-02 03-08 03-20 03-21 03-22 03-25 03-26 05-09 05-28 06-05 06-06 06-17 06-26 08-12 08-13 11-11 12-27 12-31',
    worked: '12-28 12-29',
  },
  2020: {
    off: '01-01 01-02 01-03 01-06 01-20 03-09 03-20 03-23 03-24 03-25 03-26 03-27 05-11 05-25 05-26 05-27 05-28 06-15 06-26 07-31 08-03 11-09 12-31',
    worked: '03-29 05-31',
  },
  2021: {
    off: '01-01 01-04 01-20 03-08 03-22 03-23 03-24 03-25 03-26 05-10 05-11 05-12 05-13 05-14 05-28 06-15 06-28 07-19 07-20 07-21 11-08 11-09 12-31',
    worked: '05-08 05-16 07-17',
  },
  2022: {
    off: '01-03 01-04 01-20 03-07 03-08 03-21 03-22 03-23 03-24 03-25 05-02 05-03 05-09 05-30 06-15 06-27 07-11 07-12 11-07 11-08 11-09',
    worked: '03-05 11-05',
  },
  2023: {
    off: '01-02 01-03 01-04 01-20 03-08 03-20 03-21 03-22 03-23 03-24 04-21 04-24 05-09 05-29 06-15 06-26 06-27 06-28 06-29 06-30 11-08 11-09 11-10',
    worked: '06-24 06-25 11-04 12-30',
  },
  2024: {
    off: '01-01 01-02 01-03 01-04 01-05 02-07 03-08 03-20 03-21 03-22 03-25 03-26 04-10 04-11 04-12 05-09 05-28 06-17 06-18 06-19 06-26 11-08 11-11 11-12 11-13 12-30 12-31',
    worked: '01-07 04-06 11-16 11-23 12-28 12-29',
  },
  2025: {
    off: '01-01 01-02 01-03 01-20 01-29 03-20 03-21 03-24 03-25 03-26 03-27 03-28 03-31 05-09 05-28 06-06 06-09 06-16 06-26 06-27 11-10 11-11 12-31',
    worked: '06-21',
  },
  2026: {
    off: '01-01 01-02 01-20 03-09 03-20 03-23 03-24 03-25 03-26 03-27 03-30 05-11 05-27 05-28 05-29 06-15 06-26 11-09 11-10 12-31',
    worked: '',
  },
  2027: {
    off: '01-01 01-04 01-20 03-08 03-22 03-23 03-24 03-25 03-26 05-10 05-28 06-15 06-28 11-08 11-09 12-31',
    worked: '',
  },
};

const calendar = buildCalendar(DECISIONS);

function against(year: number, known = calendar): { off: string; worked: string } {
  const nonWorking = known.nonWorkingDays(year);
  const off = nonWorking.filter((day) => !isWeekend(day)).map((day) => day.slice(5));
  const worked: string[] = [];
  for (let at = new Date(Date.UTC(year, 0, 1)); at.getUTCFullYear() === year; at = new Date(+at + 86_400_000)) {
    const day = at.toISOString().slice(0, 10);
    if (isWeekend(day) && !nonWorking.includes(day)) worked.push(day.slice(5));
  }
  return { off: off.join(' '), worked: worked.join(' ') };
}

function offBetween(first: string, last: string, known = calendar): string[] {
  return known.nonWorkingDays(Number(first.slice(0, 4))).filter((day) => first <= day && day <= last);
}

suite('R1598/2.8: working days', () => {
  for (const [year, expected] of Object.entries(YEARS))
    test(`R1598/2.8: ${year} as derived by hand`, () => assert.deepEqual(against(Number(year)), expected));

  test('R1598/2.8: November 2024 is off from the 8th to the 13th, Saturdays 16 and 23 are worked', () => {
    assert.deepEqual(
      offBetween('2024-11-07', '2024-11-24'),
      ['08', '09', '10', '11', '12', '13', '17', '24'].map((day) => `2024-11-${day}`),
    );
    assert.equal(calendar.whyWorked('2024-11-16'), 'swapped-in');
    assert.equal(calendar.whyWorked('2024-11-14'), 'working-day');
  });

  test('R1598/2.8: the turn of 2024 is off from 30 December to 5 January, the weekend before is worked', () => {
    assert.deepEqual(offBetween('2024-12-27', '2024-12-31'), ['2024-12-30', '2024-12-31']);
    assert.deepEqual(
      offBetween('2025-01-01', '2025-01-06'),
      ['01', '02', '03', '04', '05'].map((day) => `2025-01-${day}`),
    );
  });

  test('R1598/2.8: March 2025 before and after the swap of 15 February', () => {
    const before = buildCalendar(DECISIONS, '2025-02-14');
    const after = buildCalendar(DECISIONS, '2025-02-15');
    assert.match(against(2025, before).off, / 01-29 03-10 03-20 03-21 03-24 03-25 03-26 03-31 04-01 05-09 /);
    assert.equal(before.whyOff('2025-03-10'), 'moved:womens-day');
    assert.equal(before.whyOff('2025-04-01'), 'moved:ramazan');
    assert.deepEqual(against(2025, after), YEARS[2025]);
    assert.equal(after.whyWorked('2025-04-01'), 'swapped-in');
    assert.notEqual(before.version, after.version);
  });

  test('R1598/2.8: March 2026 names whose days moved, Novruz first, then Ramazan on Novruz', () => {
    const days = ['20', '21', '25', '26', '27', '28', '30', '31'].map((day) => calendar.whyOff(`2026-03-${day}`));
    const ramazan = 'coincided:ramazan';
    assert.deepEqual(days, ['novruz', 'novruz', 'moved:novruz', 'moved:novruz', ramazan, 'weekend', ramazan, null]);
  });

  test('R1598/2.8: 18 October, 12 and 17 November and 27 September are working days', () => {
    for (const day of ['2023-10-18', '2021-11-12', '2023-11-17', '2022-09-27'])
      assert.equal(calendar.whyWorked(day), 'working-day');
  });

  test('R1598/2.8: 20 January on a weekend moves nothing; 8 November is a day off since 2021', () => {
    assert.equal(calendar.whyOff('2024-01-20'), 'mourning');
    assert.equal(calendar.whyOff('2024-01-22'), null);
    assert.equal(calendar.whyOff('2018-11-08'), null);
    assert.equal(calendar.whyOff('2021-11-08'), 'victory-day');
  });
});

suite('R1598/2.8: what the calendar does not know', () => {
  test('R1598/2.8: a year outside 2017-2027 is an error, never a guess', () => {
    assert.deepEqual(calendar.coveredYears, { from: 2017, to: 2027 });
    for (const ask of [
      () => calendar.whyOff('2016-12-31'),
      () => calendar.nonWorkingDays(2028),
      () => calendar.isProvisional(2028),
    ])
      assert.throws(ask, YearNotCovered);
    assert.throws(() => calendar.whyOff('2026-02-30'), RangeError);
  });

  test('R1598/2.8: a year is provisional until both its Ramazan and its Qurban are known', () => {
    assert.equal(calendar.isProvisional(2026), false);
    assert.equal(calendar.isProvisional(2027), true);
    assert.equal(buildCalendar(DECISIONS, '2024-12-10').isProvisional(2025), true);
    assert.equal(buildCalendar(DECISIONS, '2024-12-11').isProvisional(2025), false);
    assert.equal(buildCalendar(DECISIONS, '2025-12-30').isProvisional(2026), true);
    assert.equal(buildCalendar(DECISIONS, '2025-12-31').isProvisional(2026), false);
    const ramazanOnly = DECISIONS.filter(({ day, kind }) => !(day.startsWith('2026') && kind === 'qurban'));
    assert.equal(buildCalendar(ramazanOnly).isProvisional(2026), true);
  });

  test('R1598/2.8: a new yearly decision makes its year firm and covers one year more', () => {
    const next: Decision[] = ['ramazan', 'ramazan', 'qurban', 'qurban'].map((kind, i) => ({
      day: ['2027-03-09', '2027-03-10', '2027-05-16', '2027-05-17'][i]!,
      kind: kind as 'ramazan' | 'qurban',
      instead: null,
      published: '2026-12-10',
    }));
    const grown = buildCalendar([...DECISIONS, ...next]);
    assert.deepEqual(grown.coveredYears, { from: 2017, to: 2028 });
    assert.deepEqual([grown.isProvisional(2027), grown.isProvisional(2028)], [false, true]);
    assert.equal(buildCalendar([...DECISIONS, ...next], '2026-12-09').isProvisional(2027), true);
  });
});

suite('R1598/2.8: swaps and versions', () => {
  const swap = (day: string, instead: string, published: string): Decision => ({
    day,
    kind: 'swap',
    instead,
    published,
  });

  test('R1598/2.8: of two swaps about one day the later published one rules, in whatever order they are listed', () => {
    const there = swap('2026-04-06', '2026-04-04', '2026-02-01');
    const back = swap('2026-04-04', '2026-04-06', '2026-03-01');
    for (const rows of [
      [there, back],
      [back, there],
    ]) {
      const known = buildCalendar([...rows, ...DECISIONS]);
      assert.equal(known.whyWorked('2026-04-06'), 'swapped-in');
      assert.equal(known.whyOff('2026-04-04'), 'swapped-off');
    }
    assert.equal(buildCalendar([back, there, ...DECISIONS], '2026-02-01').whyOff('2026-04-06'), 'swapped-off');
  });

  test('R1598/2.8: the version is a function of the decisions known, not of their order', () => {
    assert.match(calendar.version, /^2025-12-31\/66\/[0-9a-f]{8}$/);
    assert.equal(buildCalendar(DECISIONS.toReversed()).version, calendar.version);
    assert.equal(buildCalendar(DECISIONS, '2026-06-01').version, calendar.version);
    assert.notEqual(
      buildCalendar([...DECISIONS, swap('2026-04-06', '2026-04-04', '2025-12-31')]).version,
      calendar.version,
    );
  });
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { buildCalendar } from '../../../law/calendar/calendar.ts';
import { readDecisions } from '../../../law/calendar/readDecisions.ts';
import { deadline } from '../../../law/calendar/workingDays.ts';
import { DECISIONS, SEED } from './seededDecisions.ts';
import { slowDaysOff, slowEnd, slowRows } from './slowDayWalk.ts';

const FROM = Date.parse('2017-01-01T00:00:00+04:00');
const UNTIL = Date.parse('2027-01-01T00:00:00+04:00');
const YEARS = Array.from({ length: 11 }, (_, i) => 2017 + i);

const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const day = (min: string, max: string) => fc.integer({ min: Date.parse(min) / 864e5, max: Date.parse(max) / 864e5 });
type Row = { kind: string; n: number; instead?: number };
const decided = (kind: string) => day('2017-01-01', '2027-12-31').map((n): Row => ({ kind, n }));

suite('R1598/2.8: the calendar against a slow walk written independently', () => {
  test('R1598/2.8: every term of 1-60 working days received in ten years, as known on any day', () => {
    const rows = slowRows(SEED);
    assert.equal(rows.length, DECISIONS.length);
    const received = fc.integer({ min: FROM, max: UNTIL - 1 });
    const knownOn = fc.option(
      day('2016-12-01', '2026-12-31').map((n) => isoDay(n * 864e5)),
      { nil: undefined },
    );
    fc.assert(
      fc.property(received, fc.integer({ min: 1, max: 60 }), knownOn, (ms, workingDays, known) => {
        const term = deadline(buildCalendar(DECISIONS, known), new Date(ms).toISOString(), workingDays);
        const slow = slowEnd(new Set(slowDaysOff(rows, known)), ms, workingDays);
        assert.equal(Date.parse(term.endsAt), slow);
        assert.equal(term.days.filter(({ counted }) => counted).length, workingDays);
      }),
      { numRuns: 40 },
    );
    const calendar = buildCalendar(DECISIONS);
    const daysOff = new Set(slowDaysOff(rows));
    fc.assert(
      fc.property(received, fc.integer({ min: 1, max: 60 }), (ms, workingDays) => {
        const term = deadline(calendar, new Date(ms).toISOString(), workingDays);
        assert.equal(Date.parse(term.endsAt), slowEnd(daysOff, ms, workingDays));
      }),
      { numRuns: 400 },
    );
  });

  test('R1598/2.8: the same days off, whatever the Cabinet might decide', () => {
    const moon = fc.uniqueArray(fc.oneof(decided('ramazan'), decided('qurban'), decided('election')), {
      maxLength: 40,
      selector: ({ kind, n }) => `${kind} ${n}`,
    });
    const swaps = fc
      .uniqueArray(day('2017-01-01', '2027-12-31'), { maxLength: 30 })
      .map((days) => days.flatMap((n, i): Row[] => (i % 2 === 1 ? [{ kind: 'swap', n, instead: days[i - 1]! }] : [])));
    const lastDecided = ['ramazan', 'qurban'].map((kind) => `2026-07-0${kind.length},${kind},,`);
    fc.assert(
      fc.property(moon, swaps, (named, swapped) => {
        const text = [
          'day,kind,instead,published',
          ...[...named, ...swapped]
            .map((row) => [
              isoDay(row.n * 864e5),
              row.kind,
              row.instead === undefined ? '' : isoDay(row.instead * 864e5),
            ])
            .filter(([at, kind]) => !(kind !== 'swap' && at?.startsWith('2026-07')))
            .map((fields) => `${fields.join(',')},`),
          ...lastDecided,
        ].join('\n');
        const calendar = buildCalendar(readDecisions(text));
        const slow = slowDaysOff(slowRows(text));
        for (const year of YEARS) {
          const expected = slow.filter((at) => at.startsWith(String(year)));
          assert.deepEqual(calendar.nonWorkingDays(year), expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});

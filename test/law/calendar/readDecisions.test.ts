import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readDecisions } from '../../../law/calendar/readDecisions.ts';
import { DECISIONS, SEED } from './seededDecisions.ts';

const HEADER = '# a comment\nday,kind,instead,published\n';

suite('reading calendar decisions', () => {
  test('reads every row of the seed, with what is not known as null', () => {
    assert.equal(DECISIONS.length, SEED.split('\n').filter((line) => /^\d/.test(line)).length);
    assert.deepEqual(DECISIONS[0], { day: '2017-06-26', kind: 'ramazan', instead: null, published: null });
    assert.deepEqual(
      DECISIONS.find(({ day }) => day === '2025-03-27'),
      { day: '2025-03-27', kind: 'swap', instead: '2025-03-10', published: '2025-02-15' },
    );
  });

  test('every year of the seed has two days of Ramazan and two of Qurban', () => {
    for (let year = 2017; year <= 2026; year++)
      for (const kind of ['ramazan', 'qurban'])
        assert.equal(DECISIONS.filter((row) => row.kind === kind && row.day.startsWith(`${year}-`)).length, 2);
  });

  test('takes the line ends of other systems', () => {
    assert.deepEqual(readDecisions(SEED.replaceAll('\n', '\r\n')), DECISIONS);
  });

  const bad: [string, RegExp][] = [
    ['2026-02-30,ramazan,,', /^line 3: day "2026-02-30" is not a day/],
    ['2026-3-20,ramazan,,', /^line 3: day/],
    ['2026-03-20,easter,,', /^line 3: kind "easter" is none of ramazan, qurban, election, swap$/],
    ['2026-03-20,swap,,', /^line 3: a swap needs the day that is worked instead/],
    ['2026-03-20,swap,2026-03-20,', /^line 3: a day cannot be swapped for itself$/],
    ['2026-03-20,qurban,2026-03-21,', /^line 3: only a swap has a day worked instead, not qurban$/],
    ['2026-03-20,qurban,,yesterday', /^line 3: published "yesterday" is not a day/],
    ['2016-09-13,qurban,,', /^line 3: day "2016-09-13" lies outside of the years/],
    ['2028-03-20,qurban,,2026-12-01', /^line 3: day "2028-03-20" lies outside of the years/],
    ['2026-03-20,qurban,', /^line 3: four fields are needed, there are 3$/],
    ['2026-03-20,qurban,,\n# again\n2026-03-20,qurban,,', /^line 5: 2026-03-20 qurban stands twice$/],
  ];
  for (const [rows, message] of bad)
    test(`refuses ${JSON.stringify(rows)} with its line`, () =>
      assert.throws(() => readDecisions(HEADER + rows), { message }));

  test('refuses a text without the header', () => {
    assert.throws(() => readDecisions('2026-03-20,qurban,,'), /^Error: line 1: the header must be/);
    assert.throws(() => readDecisions(''), /^Error: line 1: the header must be/);
  });
});

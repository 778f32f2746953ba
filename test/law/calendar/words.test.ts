import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { buildCalendar } from '../../../law/calendar/calendar.ts';
import { DAY_WORDS } from '../../../law/calendar/words.ts';
import { deadline } from '../../../law/calendar/workingDays.ts';
import { DECISIONS } from './seededDecisions.ts';

suite('words for the days of a term', () => {
  test('every reason that any day of 2017-2027 gives has words of its own in az, en and ru', () => {
    const calendar = buildCalendar(DECISIONS);
    const codes = new Set(deadline(calendar, '2017-01-01T12:00:00+04:00', 2600).days.map(({ why }) => why));
    assert.ok(codes.size > 20);
    for (const language of ['az', 'en', 'ru'] as const) {
      const words = [...codes].map((code) => DAY_WORDS[language][code]);
      assert.ok(words.every((word) => word !== undefined && word.length > 3));
      assert.equal(new Set(words).size, codes.size);
    }
  });

  test('the three languages have the same codes', () => {
    const codes = Object.keys(DAY_WORDS.az);
    assert.deepEqual(Object.keys(DAY_WORDS.en), codes);
    assert.deepEqual(Object.keys(DAY_WORDS.ru), codes);
  });

  test('says whose place a moved day takes', () => {
    assert.equal(DAY_WORDS.en['moved:novruz'], 'in place of a rest day that fell on a holiday (Novruz)');
    assert.equal(DAY_WORDS.az['working-day'], 'iş günü');
  });
});

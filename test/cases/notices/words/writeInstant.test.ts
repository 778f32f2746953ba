import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeDay, writeEnd, writeInstant } from '../../../../cases/notices/words/writeInstant.ts';

test('an instant is written as Baku day and time with the zone named', () => {
  const instant = '2026-03-18T22:05:09.999Z';
  assert.equal(writeInstant(instant, 'az'), '19 mart 2026, saat 02:05:09 (Bakı vaxtı, Asia/Baku, UTC+04:00)');
  assert.equal(writeInstant(instant, 'en'), '19 March 2026, 02:05:09 (Baku time, Asia/Baku, UTC+04:00)');
  assert.equal(writeInstant(instant, 'ru'), '19 марта 2026 г., 02:05:09 (по бакинскому времени, Asia/Baku, UTC+04:00)');
});

test('R1598/2.8: a term that ends at midnight ends at 24:00 of its last day, over a month and a year too', () => {
  assert.equal(writeEnd('2026-04-03T00:00:00+04:00', 'en'), '2 April 2026, 24:00 (Baku time, Asia/Baku, UTC+04:00)');
  assert.equal(writeEnd('2026-03-31T20:00:00Z', 'az'), '31 mart 2026, saat 24:00 (Bakı vaxtı, Asia/Baku, UTC+04:00)');
  assert.match(writeEnd('2027-01-01T00:00:00+04:00', 'ru'), /^31 декабря 2026 г\., 24:00 /);
});

test('a term that ends at another hour keeps it, be it a millisecond off midnight', () => {
  assert.match(writeEnd('2026-04-03T05:30:00+04:00', 'en'), /^3 April 2026, 05:30:00 /);
  assert.match(writeEnd('2026-04-02T23:59:59.999+04:00', 'en'), /^2 April 2026, 23:59:59 /);
  assert.match(writeEnd('2026-04-03T00:00:00.001+04:00', 'en'), /^3 April 2026, 00:00:00 /);
});

test('what is no day or no instant is an error, not a date', () => {
  assert.throws(() => writeDay('2026-02-30', 'en'), RangeError);
  assert.throws(() => writeInstant('2026-03-19T10:00:00', 'en'), RangeError);
});

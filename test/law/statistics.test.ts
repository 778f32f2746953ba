import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { publishedCount, publishedPercentile, publishedShare } from '../../law/statistics.ts';

test('a count is published as a multiple of five, and never from one to four', () => {
  fc.assert(
    fc.property(fc.nat(100_000), (n) => {
      const published = publishedCount(n);
      if (n > 0 && n < 5) assert.equal(published, null);
      else assert.ok(published !== null && published % 5 === 0 && published <= n && n - published < 5);
    }),
  );
});

test('a share tells nothing about fewer than five, on either side', () => {
  assert.equal(publishedShare(9, 10), null);
  assert.equal(publishedShare(1, 10), null);
  assert.equal(publishedShare(5, 10), 50);
  assert.equal(publishedShare(10, 10), null, 'of 100 % the next month would name the one who was not silent');
  assert.equal(publishedShare(0, 10), null);
  assert.equal(publishedShare(4, 9), null);
});

test('one case more moves neither count nor share between multiples of five: two months tell no single answer apart', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 5_000 }), fc.nat(5_000), (whole, some) => {
      const part = some % (whole + 1);
      const share = publishedShare(part, whole);
      const [shown, of] = [publishedCount(part), publishedCount(whole)];
      if (share !== null) assert.equal(share, Math.round(((shown ?? 0) / (of ?? 0)) * 100));
    }),
  );
  assert.equal(
    publishedShare(5, 12),
    publishedShare(5, 13),
    'the exact shares, 42 and 38 %, name the thirteenth answer',
  );
});

test('percentiles are by nearest rank, and need five cases on either side', () => {
  const durations = [
    { days: 3, n: 8 },
    { days: 1, n: 1 },
    { days: 9, n: 1 },
  ];
  assert.equal(publishedPercentile(durations, 0.5), 3);
  assert.equal(publishedPercentile(durations, 0.9), null, 'only one case lies beyond it');
  assert.equal(publishedPercentile([{ days: 3, n: 9 }], 0.5), null);
  const fifty = [
    { days: 2, n: 44 },
    { days: 4, n: 6 },
  ];
  assert.equal(publishedPercentile(fifty, 0.9), 4);
  assert.equal(publishedPercentile([{ days: 2, n: 49 }], 0.9), null);
  assert.equal(publishedPercentile([], 0.5), null);
});

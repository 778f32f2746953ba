import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endInWords, instantInWords } from '../../../pages/rendering/dates.ts';

test('the end of a term at midnight is named by the day it ends with, in three languages; another instant as it is', () => {
  const end = '2026-12-02T20:00:00.000Z'; // midnight in Baku
  assert.equal(instantInWords(end, 'en'), '3 December 2026, 00:00');
  assert.equal(endInWords(end, 'az'), '2 dekabr 2026, 24:00');
  assert.equal(endInWords(end, 'en'), '2 December 2026, 24:00');
  assert.equal(endInWords(end, 'ru'), '2 декабря 2026, 24:00');
  assert.equal(endInWords('2025-12-31T20:00:00.000Z', 'en'), '31 December 2025, 24:00');
  assert.equal(endInWords('2026-12-02T14:30:00.000Z', 'en'), '2 December 2026, 18:30');
});

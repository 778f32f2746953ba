import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayLeft } from '../../../pages/rendering/sayLeft.ts';
import { sayIn } from '../../../pages/rendering/words.ts';

test('the last minutes of a term are not said to be none', () => {
  const last = { kind: 'left', workingDays: 0, hours: 0, lastDay: true } as const;
  assert.equal(sayLeft(last, sayIn('', 'az')).text, 'bu gün: bir saatdan az');
  assert.equal(sayLeft(last, sayIn('', 'en')).text, 'today: less than 1 h');
  assert.equal(sayLeft(last, sayIn('', 'ru')).text, 'сегодня: меньше 1 ч');
  assert.equal(sayLeft({ ...last, hours: 1 }, sayIn('', 'en')).text, 'today: 1 h');
});

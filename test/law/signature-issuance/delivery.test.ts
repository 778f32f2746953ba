import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  afterTextStatus,
  DAYS_OF_WORD,
  type DeliveryState,
  isTimelyWord,
  wasTold,
} from '../../../law/signature-issuance/delivery.ts';

test('ADR 30: a status never goes backwards', () => {
  const rows: [DeliveryState, 'sent' | 'delivered' | 'failed', 'delivered' | 'failed' | null][] = [
    ['sent', 'sent', null],
    ['sent', 'delivered', 'delivered'],
    ['sent', 'failed', 'failed'],
    ['delivered', 'sent', null],
    ['delivered', 'failed', null],
    ['delivered', 'delivered', null],
    ['failed', 'sent', null],
    ['failed', 'failed', null],
    ['failed', 'delivered', 'delivered'],
    ['due', 'delivered', null],
  ];
  for (const [state, word, after] of rows) assert.equal(afterTextStatus(state, word), after, `${state} ${word}`);
});

test('R1598/2.6, R1598/2.9: by e-mail and (or) SMS: one channel is enough, one under way is waited for', () => {
  const rows: [DeliveryState[], ReturnType<typeof wasTold>][] = [
    [['accepted'], 'told'],
    [['bounced', 'delivered'], 'told'],
    [['accepted', 'failed'], 'told'],
    [['bounced', 'sent'], 'under-way'],
    [['due', 'failed'], 'under-way'],
    [['bounced'], 'not-told'],
    [['bounced', 'failed'], 'not-told'],
  ];
  for (const [states, told] of rows) assert.equal(wasTold(states), told, states.join(' '));
});

test('ADR 30: a word is believed from the sending on, for three days, and not of a day before it', () => {
  assert.equal(DAYS_OF_WORD, 3);
  const sentAt = '2026-03-16T10:00:00.000Z';
  const at = (receivedAt: string, doneAt: string | null = null) => isTimelyWord({ sentAt, receivedAt, doneAt });
  assert.equal(at('2026-03-16T09:59:59.999Z'), false);
  assert.equal(at(sentAt), true);
  assert.equal(at('2026-03-19T10:00:00.000Z'), true);
  assert.equal(at('2026-03-19T10:00:00.001Z'), false);
  // The network's own date names no zone: only what is earlier in every zone is refused.
  assert.equal(at('2026-03-16T10:05:00.000Z', '2026-03-15T20:00:00.000Z'), true);
  assert.equal(at('2026-03-16T10:05:00.000Z', '2026-03-15T19:59:00.000Z'), false);
});

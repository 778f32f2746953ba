/** How a notice stands on one channel: an e-mail ends accepted or bounced, a text message delivered or failed (ADR 30). */
export type DeliveryState = 'due' | 'sent' | 'accepted' | 'delivered' | 'bounced' | 'failed';

/**
 * What a provider's word makes of a text message; null where it changes nothing. A status never goes backwards: what was
 * delivered stays delivered, and what was held to have failed may still turn out to have arrived.
 */
export function afterTextStatus(
  state: DeliveryState,
  word: 'sent' | 'delivered' | 'failed',
): 'delivered' | 'failed' | null {
  if (word === 'sent') return null;
  if (state === 'sent') return word;
  return state === 'failed' && word === 'delivered' ? 'delivered' : null;
}

/**
 * Whether somebody was told of an event, by the states of all its channels: one that arrived is enough, one still under
 * way is waited for, and where none is left he must be told by other means (R1598/2.6, 2.9: e-mail and (or) SMS).
 */
export function wasTold(states: readonly DeliveryState[]): 'told' | 'under-way' | 'not-told' {
  if (states.some((state) => state === 'accepted' || state === 'delivered')) return 'told';
  return states.some((state) => state === 'due' || state === 'sent') ? 'under-way' : 'not-told';
}

const DAY_MS = 24 * 3_600_000;

/** How long a provider's word on a message is waited for and believed, in days: after it the message counts as failed. */
export const DAYS_OF_WORD = 3;

/** A network's own date names no zone: it may be this far from ours. */
const ZONES_MS = 14 * 3_600_000;

/**
 * Whether a provider's word comes in its time: not before the message was sent, nor long after it; instants ISO.
 * `doneAt` is when the network says it was done, where it says so.
 */
export function isTimelyWord(of: { sentAt: string; receivedAt: string; doneAt: string | null }): boolean {
  const sent = Date.parse(of.sentAt);
  const after = Date.parse(of.receivedAt) - sent;
  if (after < 0 || after > DAYS_OF_WORD * DAY_MS) return false;
  return of.doneAt === null || Date.parse(of.doneAt) >= sent - ZONES_MS;
}

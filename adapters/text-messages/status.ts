import type { TextStatus } from '../ports.ts';

const STATUSES: Readonly<Record<string, TextStatus>> = {
  accepted: 'sent',
  scheduled: 'sent',
  queued: 'sent',
  sending: 'sent',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  failed: 'failed',
  undelivered: 'failed',
  canceled: 'failed',
};

/** A status of Twilio's (Message resource, `status`) in our words; null for one that is not of its list. */
export function statusInOurWords(status: string): TextStatus | null {
  return Object.hasOwn(STATUSES, status) ? (STATUSES[status] ?? null) : null;
}

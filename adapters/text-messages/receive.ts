import twilio from 'twilio';
import { z } from 'zod';
import type { ReceiveTextStatus } from '../ports.ts';
import { statusInOurWords } from './status.ts';

/** Where the provider's word comes in, after the portal's own address. */
export const TEXT_STATUS_PATH = '/api/v1/text-messages/status';

const status = z.object({
  AccountSid: z.string(),
  MessageSid: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/),
  MessageStatus: z.string(),
  /** When the network says it was done, as `YYMMDDhhmm`; not every network says it. */
  RawDlrDoneDate: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
});

/**
 * Reads the provider's word on a message (Twilio's status callback): believed only with a right X-Twilio-Signature over
 * `url` (the address we gave it) and every field, and for our own account.
 */
export function textStatusReader({
  url,
  account,
  token,
}: {
  url: string;
  account: string;
  token: string;
}): ReceiveTextStatus {
  return ({ signature, fields }) => {
    if (signature === undefined || !twilio.validateRequest(token, signature, url, { ...fields }))
      return { kind: 'forged' };
    const read = status.safeParse(fields);
    if (!read.success || read.data.AccountSid !== account) return { kind: 'unreadable' };
    const inOurWords = statusInOurWords(read.data.MessageStatus);
    const doneAt = read.data.RawDlrDoneDate === undefined ? null : instantOf(read.data.RawDlrDoneDate);
    if (inOurWords === null) return { kind: 'unreadable' };
    return { kind: 'status', providerId: read.data.MessageSid, status: inOurWords, doneAt };
  };
}

/** The instant (ISO, UTC) of a network's date; null where it is none. */
function instantOf(raw: string): string | null {
  const [, year, month, day, hour, minute] = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(raw) ?? [];
  const at = Date.parse(`20${year}-${month}-${day}T${hour}:${minute}:00Z`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

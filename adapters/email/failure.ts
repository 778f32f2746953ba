import type { NodemailerError } from 'nodemailer';
import type { PartyFailure } from '../ports.ts';

/** The steps at which a refusal speaks of this letter; one at sign-in or MAIL FROM speaks of us and is no bounce. */
const ABOUT_THE_LETTER = new Set(['RCPT TO', 'DATA']);

/**
 * What a failed sending means in our words: a 5xx at RCPT or DATA is `rejected` (a bounce, RFC 5321 4.2.1), an answer
 * that is no SMTP reply is `unreadable`, waiting in vain is `timed-out`, and all else, 4xx too, is `unreachable`.
 */
export function mailFailure(error: unknown): PartyFailure {
  const { code, originalCode, command, permanent, response, responseCode } = error as Partial<NodemailerError>;
  if (permanent === true && ABOUT_THE_LETTER.has(command ?? '')) return { kind: 'failed', failure: 'rejected' };
  if (code === 'ETIMEDOUT' || originalCode === 'ETIMEDOUT' || code === 'EABORT') {
    return { kind: 'failed', failure: 'timed-out' };
  }
  if (response !== undefined && responseCode === undefined) return { kind: 'failed', failure: 'unreadable' };
  return { kind: 'failed', failure: 'unreachable' };
}

import { setTimeout as wait } from 'node:timers/promises';
import { createTransport } from 'nodemailer';

/** A letter that comes back: to the envelope's sender it had, for the recipient it could not reach. */
type Returned = { from: string; address: string; status: string };

const TRIES = 60;
const BETWEEN_MS = 2_000;

/**
 * Sends a delivery status notification (RFC 3464) for a letter, as a mail server does: from the empty sender, and again
 * every two seconds for two minutes while nobody takes it. Says whether it was taken.
 */
export async function sendBack(port: number, returned: Returned): Promise<boolean> {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    if (await tryOnce(port, returned)) return true;
    await wait(BETWEEN_MS, undefined, { ref: false });
  }
  return false;
}

async function tryOnce(port: number, returned: Returned): Promise<boolean> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  try {
    await transport.sendMail({ envelope: { from: '', to: [returned.from] }, raw: report(returned) });
    return true;
  } catch {
    return false;
  } finally {
    transport.close();
  }
}

function report({ from, address, status }: Returned): string {
  return [
    'From: Mail Delivery System <MAILER-DAEMON@simulator.invalid>',
    `To: ${from}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_report"',
    '',
    '--=_report',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'The message could not be delivered.',
    '',
    '--=_report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; simulator.invalid',
    '',
    `Final-Recipient: rfc822; ${address}`,
    `Action: ${status.startsWith('5') ? 'failed' : 'delayed'}`,
    `Status: ${status}`,
    '',
    '--=_report--',
    '',
  ].join('\r\n');
}

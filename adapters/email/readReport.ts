import { simpleParser } from 'mailparser';

/**
 * Reads a delivery status notification (RFC 3464). The first recipient's status where delivery failed for good (`Action:
 * failed` and a Status of 5.x.x, RFC 3463); null for everything else: other mail, auto-replies, delays (4.x.x).
 */
export async function readReport(raw: Buffer): Promise<string | null> {
  const mail = await simpleParser(raw, { keepDeliveryStatus: true });
  const type = mail.headers.get('content-type');
  if (!isReport(type)) return null;
  for (const { contentType, content } of mail.attachments) {
    if (contentType !== 'message/delivery-status') continue;
    // One group of fields for the message, then one for each recipient.
    for (const group of content.toString('utf8').split(/\r?\n\s*\r?\n/)) {
      const status = /^5\.\d{1,3}\.\d{1,3}\b/.exec(fieldOf(group, 'status'))?.[0];
      if (fieldOf(group, 'action') === 'failed' && status !== undefined) return status;
    }
  }
  return null;
}

/** A field's value in lower case; anybody may send such mail, so a line of blanks must not cost more than its length. */
function fieldOf(group: string, name: string): string {
  const line = group.split('\n').find((one) => one.toLowerCase().startsWith(`${name}:`));
  return (line ?? '')
    .slice(name.length + 1)
    .trim()
    .toLowerCase();
}

function isReport(type: unknown): boolean {
  if (typeof type !== 'object' || type === null) return false;
  const { value, params } = type as { value?: unknown; params?: Record<string, unknown> };
  return value === 'multipart/report' && String(params?.['report-type']).toLowerCase() === 'delivery-status';
}

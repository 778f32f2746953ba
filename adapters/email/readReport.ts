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
      const field = (name: string) => new RegExp(`^${name}:\\s*(.+?)\\s*$`, 'im').exec(group)?.[1]?.toLowerCase();
      const status = /^5\.\d{1,3}\.\d{1,3}\b/.exec(field('status') ?? '')?.[0];
      if (field('action') === 'failed' && status !== undefined) return status;
    }
  }
  return null;
}

function isReport(type: unknown): boolean {
  if (typeof type !== 'object' || type === null) return false;
  const { value, params } = type as { value?: unknown; params?: Record<string, unknown> };
  return value === 'multipart/report' && String(params?.['report-type']).toLowerCase() === 'delivery-status';
}

import { createHmac } from 'node:crypto';

/**
 * What stands in evidence for a personal value: HMAC-SHA256 (hex, RFC 2104) of its UTF-8 text under a salt of at least
 * 16 bytes, given in hex and kept elsewhere. Throws RangeError for a shorter salt or one that is not hex.
 */
export function saltedHash(salt: string, value: string): string {
  if (!/^([0-9a-f]{2}){16,}$/i.test(salt)) throw new RangeError('a salt is at least 16 bytes in hex');
  return createHmac('sha256', Buffer.from(salt, 'hex')).update(value, 'utf8').digest('hex');
}

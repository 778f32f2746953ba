import { hkdfSync } from 'node:crypto';
import { canonicalText } from '../../proof/canonical.ts';
import { saltedHash } from '../../proof/saltedHash.ts';

/** What stands in a pack where the reader is not shown a value: its salted hash. */
export type Withheld = { withheld: string };

/**
 * Withholds a JSON value behind its salted hash (HMAC-SHA256, hex). The salt is made of the case's key and of what the
 * value is, so whoever is shown value and salt later can compare, and nobody can once the key is erased.
 */
export function withhold(caseKey: Buffer, what: string, value: unknown): Withheld {
  const salt = Buffer.from(hkdfSync('sha256', caseKey, '', `mohlet withheld ${what}`, 32)).toString('hex');
  return { withheld: saltedHash(salt, canonicalText(value)) };
}

import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 28;

/**
 * A new tracking code: 128 random bits and a 12-bit check, as seven groups of four letters and digits that are not
 * mistaken for one another when typed (Crockford's base 32).
 */
export function newTrackingCode(): string {
  let bits = 0n;
  for (const byte of randomBytes(16)) bits = (bits << 8n) | BigInt(byte);
  let whole = (bits << 12n) | check(bits);
  let text = '';
  for (let at = 0; at < LETTERS; at += 1) {
    text = ALPHABET.charAt(Number(whole & 31n)) + text;
    whole >>= 5n;
  }
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

/** A typed code in its one spelling, or null where it cannot be a code: a slip of the finger is told from a wrong code. */
export function readTrackingCode(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (text.length !== LETTERS) return null;
  let whole = 0n;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    whole = (whole << 5n) | BigInt(value);
  }
  if (whole >> 140n !== 0n || check(whole >> 12n) !== (whole & 4095n)) return null;
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

function check(bits: bigint): bigint {
  return bits % 4093n;
}

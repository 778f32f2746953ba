import { compactVerify, type CryptoKey, importJWK } from 'jose';
import { isRecord } from './shapes.ts';
import { type TrustedKey, type TrustedKeys, wasInUse } from './trust.ts';

/** What a signed text proves; `signedAt` is what its header's `iat` says (machine time, ISO), null where it says none. */
export type VerifiedJws =
  | { kind: 'ok'; text: string; key: TrustedKey; signedAt: string | null }
  | { kind: 'altered' }
  | { kind: 'unknown-key'; kid: string }
  | { kind: 'key-not-valid-then'; key: TrustedKey; at: string }
  | { kind: 'malformed' };

const imported = new WeakMap<TrustedKey, CryptoKey>();

/**
 * Checks a JWS in compact serialization (RFC 7515, ES256) against the trusted keys and the `typ` it must bear. The key
 * must have been in use when the header says it was signed (`iat`), else at `at` (ISO), where one of them is known.
 * What looks like a JWS but was changed anywhere, its header too, is `altered`; trust never comes from the JWS itself.
 */
export async function verifyJws(jws: string, trust: TrustedKeys, typ: string, at?: string): Promise<VerifiedJws> {
  const broken = { kind: /(^|\.)eyJ/.test(jws) ? 'altered' : 'malformed' } as const;
  const parts = jws.split('.');
  if (parts.length !== 3 || !parts.every(isExactBase64url)) return broken;
  const header = readHeader(parts[0] ?? '');
  if (header === null) return broken;
  const { kid } = header;
  if (typeof kid !== 'string') return { kind: header.typ === typ ? 'altered' : 'malformed' };
  const key = trust.keys.find((one) => one.kid === kid);
  if (key === undefined)
    return trust.keys.some((one) => isMistyped(kid, one.kid)) ? { kind: 'altered' } : { kind: 'unknown-key', kid };

  const payload = await payloadOf(jws, await keyOf(key));
  if (payload === null) return { kind: 'altered' };
  if (header.typ !== typ) return { kind: 'malformed' };
  const signedAt = asInstant(header.iat);
  const then = signedAt ?? at;
  if (then !== undefined && !wasInUse(key, then)) return { kind: 'key-not-valid-then', key, at: then };
  const text = asUtf8(payload);
  return text === null ? { kind: 'malformed' } : { kind: 'ok', text, key, signedAt };
}

async function payloadOf(jws: string, key: CryptoKey): Promise<Uint8Array | null> {
  try {
    return (await compactVerify(jws, key, { algorithms: ['ES256'] })).payload;
  } catch {
    return null;
  }
}

async function keyOf(key: TrustedKey): Promise<CryptoKey> {
  const known = imported.get(key);
  if (known !== undefined) return known;
  const { kty, crv, x, y } = key;
  const made = await importJWK({ kty, crv, x, y }, 'ES256');
  if (made instanceof Uint8Array) throw new TypeError('a P-256 key is not a secret');
  imported.set(key, made);
  return made;
}

/** The last character of base64url carries unused bits: decoders pass over them, and a changed byte would verify. */
function isExactBase64url(part: string): boolean {
  return part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part;
}

/** A changed byte in the header changes one or two characters of `kid`; another key's thumbprint differs in nearly all. */
function isMistyped(kid: string, known: string): boolean {
  if (kid.length !== known.length) return false;
  let different = 0;
  for (let i = 0; i < kid.length; i++) if (kid[i] !== known[i]) different++;
  return different <= 2 && known.length > 16;
}

function readHeader(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(asUtf8(Buffer.from(part, 'base64url')) ?? '');
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** NumericDate (RFC 7519) as an ISO instant; null for anything else. */
function asInstant(iat: unknown): string | null {
  return typeof iat === 'number' && Math.abs(iat) < 1e11 ? new Date(iat * 1000).toISOString() : null;
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

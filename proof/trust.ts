import { createPublicKey } from 'node:crypto';
import { isInstant, isRecord } from './shapes.ts';

/** What an installation is: of a rehearsal nothing has legal effect. */
export type Nature = 'production' | 'rehearsal';

/**
 * A public key that is believed: a JWK (RFC 7517; P-256) with `kid`, and as members of our own from when (`nbf`) and
 * until when (`exp`, ISO instants; none: still in use) it signs, and for an installation of which `nature`.
 */
export type TrustedKey = {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  kid: string;
  alg: 'ES256';
  use: 'sig';
  nbf?: string;
  exp?: string;
  nature?: Nature;
};

/** A published key set: a JWK Set (RFC 7517), so that any tool can read it. */
export type TrustedKeys = { keys: TrustedKey[] };

/** What reading a key set came to. */
export type ReadTrust = { kind: 'read'; trust: TrustedKeys } | { kind: 'malformed'; why: string };

/**
 * Reads a key set (JSON text: a JWK Set, or one JWK). It is refused whole when it holds no key, a key of another kind,
 * a private part, two keys of one `kid`, or a validity that is no instant.
 */
export function readTrust(json: string): ReadTrust {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { kind: 'malformed', why: 'not JSON' };
  }
  const listed: unknown = isRecord(value) && 'keys' in value ? value.keys : [value];
  if (!Array.isArray(listed) || listed.length === 0) return { kind: 'malformed', why: 'no key' };
  const keys: TrustedKey[] = [];
  for (const one of listed) {
    const read = readKey(one);
    if (typeof read === 'string') return { kind: 'malformed', why: read };
    if (keys.some(({ kid }) => kid === read.kid)) return { kind: 'malformed', why: 'two keys of one kid' };
    keys.push(read);
  }
  return { kind: 'read', trust: { keys } };
}

/** Whether a key was in use at an instant (ISO): from `nbf` on, and not after `exp`. */
export function wasInUse({ nbf, exp }: TrustedKey, at: string): boolean {
  const instant = Date.parse(at);
  return (nbf === undefined || instant >= Date.parse(nbf)) && (exp === undefined || instant <= Date.parse(exp));
}

function readKey(value: unknown): TrustedKey | string {
  if (!isRecord(value)) return 'not a key';
  if ('d' in value) return 'a private key';
  const { kty, crv, x, y, kid, alg, nbf, exp, nature } = value;
  if (kty !== 'EC' || crv !== 'P-256' || (alg !== undefined && alg !== 'ES256')) return 'a key that is not P-256';
  if (typeof x !== 'string' || typeof y !== 'string' || !isPoint(x, y)) return 'a key without its point';
  if (typeof kid !== 'string' || kid === '') return 'a key without kid';
  if (nbf !== undefined && !isInstant(nbf)) return 'nbf is no instant';
  if (exp !== undefined && !isInstant(exp)) return 'exp is no instant';
  if (nature !== undefined && nature !== 'production' && nature !== 'rehearsal') return 'an unknown nature';
  return {
    kty,
    crv,
    x,
    y,
    kid,
    alg: 'ES256',
    use: 'sig',
    ...(nbf !== undefined && { nbf }),
    ...(exp !== undefined && { exp }),
    ...(nature !== undefined && { nature }),
  };
}

function isPoint(x: string, y: string): boolean {
  try {
    createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}

/** The keys an installation itself publishes (a JWK Set), as trusted ones; throws where they cannot be read. */
export function trustInOwn(published: unknown): TrustedKeys {
  const read = readTrust(JSON.stringify(published));
  if (read.kind !== 'read') throw new Error('the published keys of this installation cannot be read');
  return read.trust;
}

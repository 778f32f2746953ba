import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTrust, wasInUse } from '../../proof/trust.ts';

// The P-256 key of RFC 7515, appendix A.3.
const POINT = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
} as const;
const KEY = { ...POINT, kid: 'a', alg: 'ES256', use: 'sig' } as const;

test('reads a JWK Set and a single JWK, keeping validity and nature', () => {
  const dated = { ...KEY, nbf: '2026-01-01T00:00:00Z', exp: '2026-06-01T00:00:00Z', nature: 'production' };
  assert.deepEqual(readTrust(JSON.stringify({ keys: [dated] })), { kind: 'read', trust: { keys: [dated] } });
  assert.deepEqual(readTrust(JSON.stringify({ ...POINT, kid: 'a' })), { kind: 'read', trust: { keys: [KEY] } });
});

test('refuses a set that holds anything it cannot vouch for', () => {
  const wrong: [unknown, string][] = [
    [{ keys: [] }, 'no key'],
    [{ keys: 'x' }, 'no key'],
    [[KEY], 'not a key'],
    [{ keys: [KEY, KEY] }, 'two keys of one kid'],
    [{ ...KEY, d: 'AA' }, 'a private key'],
    [{ ...KEY, crv: 'P-384' }, 'a key that is not P-256'],
    [{ ...KEY, y: KEY.x }, 'a key without its point'],
    [{ ...KEY, kid: '' }, 'a key without kid'],
    [{ ...KEY, exp: 5 }, 'exp is no instant'],
    [{ ...KEY, nature: 'demo' }, 'an unknown nature'],
  ];
  for (const [value, why] of wrong) assert.deepEqual(readTrust(JSON.stringify(value)), { kind: 'malformed', why });
  assert.deepEqual(readTrust('{'), { kind: 'malformed', why: 'not JSON' });
});

test('a key is in use from its first instant to its last, both included', () => {
  const key = { ...KEY, nbf: '2026-01-01T00:00:00Z', exp: '2026-06-01T00:00:00Z' };
  assert.equal(wasInUse(key, '2025-12-31T23:59:59.999Z'), false);
  assert.equal(wasInUse(key, '2026-01-01T00:00:00.000Z'), true);
  assert.equal(wasInUse(key, '2026-06-01T04:00:00.000+04:00'), true);
  assert.equal(wasInUse(key, '2026-06-01T00:00:00.001Z'), false);
  assert.equal(wasInUse(KEY, '1990-01-01T00:00:00Z'), true);
});

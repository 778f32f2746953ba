import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { test } from 'node:test';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { verifyJws } from '../../proof/jws.ts';
import type { TrustedKey, TrustedKeys } from '../../proof/trust.ts';

const TYP = 'mohlet-record-of-silence+jws';
const IAT = Date.parse('2026-04-02T20:00:01Z') / 1000;
const KID = 'Cq5GqbNgsAZ0F1XYQAO9TtYkEvTtBMUdiRLpZ0w3kVk';

async function makeKey(kid: string, validity: { nbf?: string; exp?: string } = {}) {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const { x = '', y = '' } = await exportJWK(publicKey);
  const key: TrustedKey = { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig', ...validity };
  const sign = (text: string, header: object = {}) =>
    new CompactSign(Buffer.from(text))
      .setProtectedHeader({ alg: 'ES256', kid, typ: TYP, iat: IAT, ...header })
      .sign(privateKey);
  return { key, trust: { keys: [key] } satisfies TrustedKeys, sign };
}

test('a genuine text is given back, and node:crypto by itself agrees', async () => {
  const { key, trust, sign } = await makeKey(KID);
  const jws = await sign('{"a":"ə"}');
  const answer = await verifyJws(jws, trust, TYP);
  assert.deepEqual(answer, { kind: 'ok', text: '{"a":"ə"}', key, signedAt: '2026-04-02T20:00:01.000Z' });
  const [header, payload, signature = ''] = jws.split('.');
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: key.x, y: key.y }, format: 'jwk' });
  const bytes = Buffer.from(`${header}.${payload}`);
  assert.ok(
    verify('sha256', bytes, { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')),
  );
});

test('any one byte altered, wherever it stands, is called altered', async () => {
  const { trust, sign } = await makeKey(KID);
  const jws = await sign('{"caseNumber":"QR-2026-000001","outcome":"approved-by-silence"}');
  let checked = 0;
  for (let i = 0; i < jws.length; i++)
    for (const flip of [1, 2, 32, 128]) {
      const altered = jws.slice(0, i) + String.fromCharCode(jws.charCodeAt(i) ^ flip) + jws.slice(i + 1);
      assert.equal((await verifyJws(altered, trust, TYP)).kind, 'altered', `byte ${i} ^ ${flip}: ${altered}`);
      checked++;
    }
  assert.equal(checked, jws.length * 4);
});

test('a key that is not in the trust is foreign, and one that claims a trusted kid is found out', async () => {
  const { trust, sign } = await makeKey(KID);
  const foreign = await makeKey('zK8qXw0mT1bC4nR7yU3sE6hJ9dL2fA5gP8oV0iQ1xYk');
  assert.deepEqual(await verifyJws(await foreign.sign('{}'), trust, TYP), {
    kind: 'unknown-key',
    kid: foreign.key.kid,
  });
  assert.deepEqual(await verifyJws(await foreign.sign('{}', { kid: KID }), trust, TYP), { kind: 'altered' });
  assert.equal((await verifyJws(await sign('{}'), { keys: [] }, TYP)).kind, 'unknown-key');
});

test('trust never comes from the text: a key carried in its header is passed over', async () => {
  const { trust } = await makeKey(KID);
  const foreign = await makeKey(KID);
  const { kty, crv, x, y } = foreign.key;
  assert.equal((await verifyJws(await foreign.sign('{}', { jwk: { kty, crv, x, y } }), trust, TYP)).kind, 'altered');
});

test('without a signature, or with another algorithm, nothing verifies', async () => {
  const { trust, sign } = await makeKey(KID);
  const [, payload = ''] = (await sign('{}')).split('.');
  const none = Buffer.from(JSON.stringify({ alg: 'none', kid: KID, typ: TYP })).toString('base64url');
  assert.equal((await verifyJws(`${none}.${payload}.`, trust, TYP)).kind, 'altered');
  assert.equal((await verifyJws(`${none}.${payload}.AAAA`, trust, TYP)).kind, 'altered');
});

test('the key must have been in use when the text was signed', async () => {
  const ended = await makeKey(KID, { nbf: '2026-01-01T00:00:00Z', exp: '2026-04-02T20:00:00Z' });
  const late = await verifyJws(await ended.sign('{}'), ended.trust, TYP);
  assert.deepEqual(late, { kind: 'key-not-valid-then', key: ended.key, at: '2026-04-02T20:00:01.000Z' });
  assert.equal((await verifyJws(await ended.sign('{}', { iat: IAT - 1 }), ended.trust, TYP)).kind, 'ok');
  const undated = await ended.sign('{}', { iat: undefined });
  assert.equal((await verifyJws(undated, ended.trust, TYP, '2026-02-01T00:00:00Z')).kind, 'ok');
  assert.equal((await verifyJws(undated, ended.trust, TYP, '2025-02-01T00:00:00Z')).kind, 'key-not-valid-then');
});

test('what is no such document is malformed', async () => {
  const { trust, sign } = await makeKey(KID);
  for (const text of ['', 'hello', 'a.b.c', '{"jws":1}', '%PDF-1.7'])
    assert.equal((await verifyJws(text, trust, TYP)).kind, 'malformed', text);
  assert.equal((await verifyJws(await sign('{}', { typ: 'mohlet-checkpoint+jws' }), trust, TYP)).kind, 'malformed');
  assert.equal((await verifyJws(await sign('{}', { typ: 'JWT', kid: undefined }), trust, TYP)).kind, 'malformed');
});

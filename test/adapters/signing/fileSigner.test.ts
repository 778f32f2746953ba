import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { calculateJwkThumbprint, decodeProtectedHeader } from 'jose';
import { fileSigner, KeyFolderRefused, publishedKeys, rotateKey } from '../../../adapters/signing/fileSigner.ts';
import { verifyJws } from '../../../proof/jws.ts';
import { readTrust, type TrustedKeys } from '../../../proof/trust.ts';
import { bytesOf, inFolder } from '../../proof/samples.ts';

const TYP = 'mohlet-checkpoint+jws';

async function published(folder: string): Promise<TrustedKeys> {
  const read = readTrust(await readFile(join(folder, 'keys.json'), 'utf8'));
  assert.equal(read.kind, 'read');
  assert.deepEqual(read.trust, await publishedKeys(folder));
  return read.trust;
}

test('makes its key at the first use, with narrowed rights, and keeps it', () =>
  inFolder(async (base) => {
    const folder = join(base, 'a', 'signing');
    const signer = await fileSigner(folder);
    const [key] = (await published(folder)).keys;
    assert.ok(key);
    assert.equal(signer.keyId, await calculateJwkThumbprint(key), 'RFC 7638');
    assert.equal(key.nature, 'rehearsal');
    assert.equal((await stat(folder)).mode & 0o777, 0o700);
    assert.equal((await stat(join(folder, 'signing-1.json'))).mode & 0o777, 0o600);
    assert.equal((await fileSigner(folder)).keyId, signer.keyId);
    assert.deepEqual((await readdir(folder)).toSorted(), ['keys.json', 'signing-1.json']);
  }));

test('signs exact bytes that verify with the published set, saying typ, kid and time', () =>
  inFolder(async (folder) => {
    const signer = await fileSigner(folder, 'production');
    const jws = await signer.sign(bytesOf({ b: 1, a: 'ə' }), TYP);
    const { alg, kid, typ, iat } = decodeProtectedHeader(jws);
    assert.deepEqual({ alg, kid, typ }, { alg: 'ES256', kid: signer.keyId, typ: TYP });
    const answer = await verifyJws(jws, await published(folder), TYP);
    assert.equal(answer.kind, 'ok');
    assert.equal(answer.text, '{"a":"ə","b":1}');
    assert.equal(answer.key.nature, 'production');
    assert.equal(answer.signedAt, new Date(Number(iat) * 1000).toISOString());
  }));

test('all that start at the same time agree on one key', () =>
  inFolder(async (folder) => {
    const signers = await Promise.all(Array.from({ length: 8 }, () => fileSigner(folder)));
    assert.equal(new Set(signers.map(({ keyId }) => keyId)).size, 1);
    assert.equal((await published(folder)).keys.length, 1);
    assert.deepEqual((await readdir(folder)).toSorted(), ['keys.json', 'signing-1.json']);
  }));

test('after a rotation old documents verify, a running signer uses the new key, the old private key is gone', () =>
  inFolder(async (folder) => {
    const signer = await fileSigner(folder);
    const oldId = signer.keyId;
    const old = await signer.sign(bytesOf('old'), TYP);
    const oldFile = await readFile(join(folder, 'signing-1.json'), 'utf8');
    const { privateKey } = JSON.parse(oldFile) as { privateKey: { d: string } };
    const newId = await rotateKey(folder);
    const fresh = await signer.sign(bytesOf('new'), TYP);
    assert.equal(signer.keyId, newId);
    assert.equal(decodeProtectedHeader(fresh).kid, newId);

    const trust = await published(folder);
    for (const jws of [old, fresh]) assert.equal((await verifyJws(jws, trust, TYP)).kind, 'ok');
    assert.deepEqual(
      trust.keys.map(({ kid, exp }) => [kid, exp !== undefined]),
      [
        [newId, false],
        [oldId, true],
      ],
    );
    for (const name of await readdir(folder))
      assert.ok(!(await readFile(join(folder, name), 'utf8')).includes(privateKey.d), name);
  }));

test('of rotations at the same time none loses a public key', () =>
  inFolder(async (folder) => {
    await fileSigner(folder);
    const ends = await Promise.allSettled([rotateKey(folder), rotateKey(folder), rotateKey(folder)]);
    const done = ends.filter(({ status }) => status === 'fulfilled').length;
    for (const end of ends) if (end.status === 'rejected') assert.ok(end.reason instanceof KeyFolderRefused);
    assert.ok(done >= 1);
    assert.equal((await publishedKeys(folder)).keys.length, 1 + done);
  }));

test('a key made for a rehearsal does not sign for a production', () =>
  inFolder(async (folder) => {
    await fileSigner(folder);
    await assert.rejects(fileSigner(folder, 'production'), KeyFolderRefused);
    await assert.rejects(publishedKeys(join(folder, 'nowhere')), KeyFolderRefused);
  }));

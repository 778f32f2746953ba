import { CompactSign, type CryptoKey, importJWK } from 'jose';
import type { Signer } from '../ports.ts';
import {
  makeFile,
  type Nature,
  newestNumber,
  newKey,
  publish,
  type PublishedKey,
  readNewest,
  removeBefore,
} from './keyFolder.ts';

export type { Nature, PublishedKey } from './keyFolder.ts';

/** A folder of keys that cannot be used as asked; the message is one sentence without any key material. */
export class KeyFolderRefused extends Error {}

/** How long after its replacement a key still counts: a signature that was under way must not fall outside. */
const MARGIN_MS = 60_000;

type Loaded = { n: number; kid: string; nbf: number; key: CryptoKey };

/**
 * A signer whose P-256 key lies in a folder (mode 0700, its file 0600), made at the first use. Every signature's header
 * says when it was made (`iat`, machine time), and a key replaced by `rotateKey` is followed at the next signature.
 * `nature` is written into the key when it is made (default: rehearsal); another nature than the key's is refused.
 */
export async function fileSigner(folder: string, nature?: Nature): Promise<Signer> {
  if ((await newestNumber(folder)) === 0) {
    const { privateKey, published } = await newKey(nature ?? 'rehearsal', wholeSecond());
    await makeFile(folder, 1, { privateKey, keys: [published] });
  }
  let loaded = await load(folder);
  const { keys } = await publishedKeys(folder);
  if (nature !== undefined && keys[0]?.nature !== nature)
    throw new KeyFolderRefused(`The signing key was made for a ${keys[0]?.nature}, not for a ${nature}.`);
  await publish(folder, keys);
  return {
    get keyId() {
      return loaded.kid;
    },
    async sign(payload, typ) {
      const now = Math.floor(Date.now() / 1000);
      if ((await newestNumber(folder)) !== loaded.n) loaded = await load(folder);
      const { key, kid, nbf } = loaded;
      const iat = Math.max(now, nbf);
      return new CompactSign(payload).setProtectedHeader({ alg: 'ES256', kid, typ, iat }).sign(key);
    },
  };
}

/** All public keys of a folder, the one in use first; throws where no key was made yet. */
export async function publishedKeys(folder: string): Promise<{ keys: PublishedKey[] }> {
  const newest = await readNewest(folder);
  if (newest === null) throw new KeyFolderRefused('There is no signing key in this folder.');
  return { keys: newest.file.keys };
}

/**
 * Puts a new key in use and returns its `kid`. The old private key is destroyed; its public key stays in the published
 * set with the instant of its end, so what it signed still verifies. Throws where another rotation ran at the same time.
 */
export async function rotateKey(folder: string): Promise<string> {
  const newest = await readNewest(folder);
  if (newest === null) throw new KeyFolderRefused('There is no signing key in this folder.');
  const [old, ...older] = newest.file.keys;
  const at = wholeSecond();
  const exp = new Date(Date.parse(at) + MARGIN_MS).toISOString();
  const { privateKey, published } = await newKey(old.nature, at);
  const keys: [PublishedKey, ...PublishedKey[]] = [published, { ...old, exp }, ...older];
  if (!(await makeFile(folder, newest.n + 1, { privateKey, keys })))
    throw new KeyFolderRefused('The signing key was replaced by another process at the same time.');
  await removeBefore(folder, newest.n + 1);
  await publish(folder, keys);
  return published.kid;
}

async function load(folder: string): Promise<Loaded> {
  const newest = await readNewest(folder);
  if (newest === null) throw new KeyFolderRefused('There is no signing key in this folder.');
  await removeBefore(folder, newest.n);
  const [{ kid, nbf }] = newest.file.keys;
  const key = await importJWK(newest.file.privateKey, 'ES256');
  if (key instanceof Uint8Array) throw new KeyFolderRefused('The signing key is not a P-256 key.');
  return { n: newest.n, kid, nbf: Date.parse(nbf) / 1000, key };
}

/** Now, down to the second: `iat` knows whole seconds, and a key must not begin after its first signature. */
function wholeSecond(): string {
  return new Date(Math.floor(Date.now() / 1000) * 1000).toISOString();
}

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Seals what is personal (AES-256-GCM) and makes keyed hashes for look-ups (HMAC-SHA-256). A case, an upload and a
 * person each have a key of their own, itself sealed under the installation's: erasing that key erases everything
 * sealed with it, in backups too.
 */
export type Seal = {
  /** A new key: `plain` for use now, `sealed` for its row. */
  newKey(): { plain: Buffer; sealed: Buffer };
  openKey(sealed: Buffer): Buffer;
  /** The installation's own key for a purpose, for what belongs to no case. */
  keyFor(purpose: string): Buffer;
  /** A keyed hash (hex) of a value under a purpose: equal values, equal hashes, and no way back. */
  index(purpose: string, value: string): string;
};

/** Makes the seal of an installation from its 32-byte master key. */
export function openSeal(master: Buffer): Seal {
  if (master.length !== 32) throw new Error('the sealing key must have 32 bytes');
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', `mohlet ${purpose}`, 32));
  const wrapping = keyFor('wrap');
  const indexing = keyFor('index');
  return {
    keyFor,
    newKey() {
      const plain = randomBytes(32);
      return { plain, sealed: seal(wrapping, plain) };
    },
    openKey: (sealed) => unseal(wrapping, sealed),
    index: (purpose, value) => createHmac('sha256', indexing).update(`${purpose}\n${value}`).digest('hex'),
  };
}

/** Seals bytes or text under a key: nonce, tag and ciphertext in one. */
export function seal(key: Buffer, content: Uint8Array | string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Opens what `seal` made; throws when a bit was changed or the key is another's. */
export function unseal(key: Buffer, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PemConverter, X509Certificate } from '@peculiar/x509';
import type { Centre } from '../../../law/signature-issuance/parties.ts';

/** A certificate with its key, ready to sign. */
export type KeyHolder = { certificate: X509Certificate; key: webcrypto.CryptoKey };

/** What a rehearsal's Centre holds: the authority it issues by, and the certificate it signs documents with. */
export type TestAuthority = { issuing: KeyHolder; signing: KeyHolder };

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' };
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** Reads the keys of one Centre from a folder that `makeTestAuthority` made; throws where they are not there. */
export async function openTestAuthority(folder: string, centre: Centre): Promise<TestAuthority> {
  return {
    issuing: await holder(join(folder, `${centre}-issuing`), ECDSA),
    signing: await holder(join(folder, `${centre}-signing`), RSA),
  };
}

async function holder(path: string, algorithm: { name: string }): Promise<KeyHolder> {
  const [certificate, key] = await Promise.all([readFile(`${path}.crt`, 'utf8'), readFile(`${path}.key`, 'utf8')]);
  const [der] = PemConverter.decode(key);
  if (der === undefined) throw new Error('not a key of the test authority');
  return {
    certificate: new X509Certificate(certificate),
    key: await webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']),
  };
}

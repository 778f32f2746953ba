import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { CENTRES } from '../../../law/signature-issuance/parties.ts';

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;
const SHA256 = { name: 'ECDSA', hash: 'SHA-256' } as const;
const ROOT = 'CN=Mohlet rehearsal root, O=Mohlet rehearsal, C=AZ';

// A rehearsal's legal clock stands anywhere from the decree on, and three years beyond.
const VALID = { notBefore: new Date('2017-09-12T00:00:00Z'), notAfter: new Date('2099-12-31T00:00:00Z') };

/** The organization in the certificates of a rehearsal's Centre, by which what it signs is known to be its own. */
export function rehearsalOrganization(centre: string): string {
  return `Mohlet rehearsal ${centre}`;
}

/**
 * Makes, where the folder is not there yet, the test authority of a rehearsal: a root whose key is thrown away, and for
 * each Centre the authority it issues by (P-256) and its signing certificate (RSA-2048), PEM, keys beside them. Files are
 * 0600 in a folder of 0700. Returns the root's file.
 */
export async function makeTestAuthority(folder: string): Promise<string> {
  const home = resolve(folder);
  const rootFile = join(home, 'root.crt');
  if (await isThere(rootFile)) return rootFile;
  await mkdir(dirname(home), { recursive: true });
  const draft = await mkdtemp(join(dirname(home), `.${basename(home)}-`));
  try {
    for (const [name, text] of await makeFiles()) await writeFile(join(draft, name), text, { mode: 0o600, flag: 'wx' });
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await isThere(rootFile))) throw error;
  }
  return rootFile;
}

function isThere(file: string): Promise<boolean> {
  return readFile(file).then(Boolean, () => false);
}

async function makeFiles(): Promise<[string, string][]> {
  const root = await webcrypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const files: [string, string][] = [['root.crt', await certify(ROOT, root, ROOT, root, authority(1))]];
  for (const centre of CENTRES) {
    const name = `O=${rehearsalOrganization(centre)}, C=AZ`;
    const issuing = await webcrypto.subtle.generateKey(P256, true, ['sign', 'verify']);
    const signing = await webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
    const issuer = `CN=${centre} rehearsal issuing authority, ${name}`;
    const signs = [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
    ];
    files.push([`${centre}-issuing.crt`, await certify(issuer, issuing, ROOT, root, authority(0))]);
    files.push([`${centre}-issuing.key`, await pem(issuing)]);
    files.push([
      `${centre}-signing.crt`,
      await certify(`CN=${centre} rehearsal, ${name}`, signing, issuer, issuing, signs),
    ]);
    files.push([`${centre}-signing.key`, await pem(signing)]);
  }
  return files;
}

function authority(pathLength: number): Extension[] {
  return [
    new BasicConstraintsExtension(true, pathLength, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
  ];
}

async function pem(keys: webcrypto.CryptoKeyPair): Promise<string> {
  return PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
}

async function certify(
  subject: string,
  keys: webcrypto.CryptoKeyPair,
  issuer: string,
  by: webcrypto.CryptoKeyPair,
  extensions: Extension[],
): Promise<string> {
  const certificate = await X509CertificateGenerator.create({
    // A first byte under 0x80 keeps the serial number positive in DER (RFC 5280, 4.1.2.2).
    serialNumber: `4d${randomBytes(15).toString('hex')}`,
    subject,
    issuer,
    ...VALID,
    signingAlgorithm: SHA256,
    publicKey: keys.publicKey,
    signingKey: by.privateKey,
    extensions: [
      ...extensions,
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(by.publicKey),
    ],
  });
  return certificate.toString('pem');
}

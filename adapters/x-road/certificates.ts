import 'reflect-metadata';
import { randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { Extension } from '@peculiar/x509';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { CENTRES } from '../../law/signature-issuance/parties.ts';
import type { Centre } from '../../law/signature-issuance/parties.ts';
import { plainFingerprint } from './fingerprint.ts';

/** A key and its certificate: PEM, the files they lie in, and the certificate's SHA-256 in lower-case hex. */
export type KeyAndCertificate = {
  cert: string;
  key: string;
  certFile: string;
  keyFile: string;
  fingerprint: string;
};

/** What the provider listener and the security servers of agencies and Centres of an embedded installation hold. */
export type SecurityServerPki = {
  ca: string;
  caFile: string;
  provider: KeyAndCertificate;
  agencies: Record<Agency, KeyAndCertificate>;
  centres: Record<Centre, KeyAndCertificate>;
};

const TEN_YEARS = 3650 * 24 * 3600 * 1000;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/**
 * Reads the certificates of an embedded installation from `folder`, making them first where the folder is not there:
 * an authority, the provider listener's (127.0.0.1, localhost), one for the security server
 * of each agency and Centre. Files are 0600
 * in a folder of 0700. Throws where the folder is there but not whole. The authority's key is thrown away at once:
 * nobody can add a security server later.
 */
export async function makeSecurityServerPki(folder: string): Promise<SecurityServerPki> {
  const home = resolve(folder);
  if (!(await readFile(join(home, 'ca.crt')).then(Boolean, () => false))) await makeAtOnce(home);
  const pairs = async <N extends string>(names: readonly N[]) =>
    Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await readPair(home, name)] as const)),
    ) as Record<N, KeyAndCertificate>;
  return {
    ca: await readFile(join(home, 'ca.crt'), 'utf8'),
    caFile: join(home, 'ca.crt'),
    provider: await readPair(home, 'provider'),
    agencies: await pairs(AGENCIES),
    centres: await pairs(CENTRES),
  };
}

/** Made beside its place and moved there whole, so that a crash or a second process never leaves half of it. */
async function makeAtOnce(home: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true });
  const draft = await mkdtemp(join(dirname(home), `.${basename(home)}-`));
  try {
    const files = await makeFiles();
    for (const [name, text] of files) await writeFile(join(draft, name), text, { mode: 0o600, flag: 'wx' });
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await readFile(join(home, 'ca.crt')).then(Boolean, () => false))) throw error;
  }
}

async function makeFiles(): Promise<[string, string][]> {
  const authority = await webcrypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const ca = await certify('security server authority', authority, authority, [
    new BasicConstraintsExtension(true, 0, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
  ]);
  const files: [string, string][] = [];
  for (const name of ['provider', ...AGENCIES, ...CENTRES]) {
    const keys = await webcrypto.subtle.generateKey(P256, true, ['sign', 'verify']);
    files.push([`${name}.crt`, await certify(name, keys, authority, usesOf(name))]);
    files.push([
      `${name}.key`,
      PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY'),
    ]);
  }
  return [...files, ['ca.crt', ca]];
}

const usesOf = (name: string): Extension[] => [
  new BasicConstraintsExtension(false, undefined, true),
  new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
  new ExtendedKeyUsageExtension([name === 'provider' ? ExtendedKeyUsage.serverAuth : ExtendedKeyUsage.clientAuth]),
  ...(name === 'provider'
    ? [
        new SubjectAlternativeNameExtension([
          { type: 'ip', value: '127.0.0.1' },
          { type: 'dns', value: 'localhost' },
        ]),
      ]
    : []),
];

async function certify(
  name: string,
  keys: webcrypto.CryptoKeyPair,
  authority: webcrypto.CryptoKeyPair,
  extensions: Extension[],
): Promise<string> {
  const certificate = await X509CertificateGenerator.create({
    // A first byte under 0x80 keeps the serial number positive in DER (RFC 5280, 4.1.2.2).
    serialNumber: `4d${randomBytes(15).toString('hex')}`,
    subject: `CN=Mohlet rehearsal ${name}`,
    issuer: 'CN=Mohlet rehearsal security server authority',
    notBefore: new Date(Date.now() - 3600 * 1000),
    notAfter: new Date(Date.now() + TEN_YEARS),
    signingAlgorithm: SIGNING,
    publicKey: keys.publicKey,
    signingKey: authority.privateKey,
    // RFC 5280, 4.2.1.1 and 4.2.1.2: strict verifiers ask for both.
    extensions: [
      ...extensions,
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(authority.publicKey),
    ],
  });
  return certificate.toString('pem');
}

async function readPair(home: string, name: string): Promise<KeyAndCertificate> {
  const [certFile, keyFile] = [join(home, `${name}.crt`), join(home, `${name}.key`)];
  const [cert, key] = await Promise.all([readFile(certFile, 'utf8'), readFile(keyFile, 'utf8')]);
  return { cert, key, certFile, keyFile, fingerprint: plainFingerprint(new X509Certificate(cert).fingerprint256) };
}

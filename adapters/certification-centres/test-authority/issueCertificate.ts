import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CertificatePolicyExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { KeyHolder } from './openAuthority.ts';

/** Whom a certificate names; `fin` becomes the subject's serialNumber (RFC 5280, X.520). */
export type Holder = { surname: string; givenName: string; fin: string; organization?: string };

/** A certificate made: DER, and its serial number in hex. */
export type Issued = { der: Uint8Array; serial: string };

/** anyPolicy's place is taken by policies of our own arc for documentation (RFC 9371, PEN 32473), one for each use. */
const POLICIES = { personal: '1.3.6.1.4.1.32473.1.1', business: '1.3.6.1.4.1.32473.1.2' } as const;

/**
 * Issues a holder's certificate for a key pair made on the spot, as on a new token (the private key is thrown away):
 * P-256, for signing (digitalSignature, nonRepudiation), valid between two instants.
 */
export async function issueCertificate(
  issuing: KeyHolder,
  about: { holder: Holder; use: 'personal' | 'business'; notBefore: Date; notAfter: Date },
): Promise<Issued> {
  const { holder, use, notBefore, notAfter } = about;
  const { publicKey } = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const serial = `4d${randomBytes(15).toString('hex')}`;
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serial,
    subject: nameOf(holder),
    issuer: issuing.certificate.subjectName,
    notBefore,
    notAfter,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    publicKey,
    signingKey: issuing.key,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      new CertificatePolicyExtension([POLICIES[use]]),
      await SubjectKeyIdentifierExtension.create(publicKey),
      await AuthorityKeyIdentifierExtension.create(issuing.certificate.publicKey),
    ],
  });
  return { der: new Uint8Array(certificate.rawData), serial };
}

function nameOf({ surname, givenName, fin, organization }: Holder): Name {
  return new Name([
    { C: ['AZ'] },
    ...(organization === undefined ? [] : [{ O: [organization] }]),
    { CN: [`${surname} ${givenName}`] },
    { '2.5.4.4': [surname] },
    { '2.5.4.42': [givenName] },
    { '2.5.4.5': [fin] },
  ]);
}

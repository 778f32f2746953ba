import { X509Certificate } from 'node:crypto';
import { Certificate, CertificateChainValidationEngine } from 'pkijs';

/** What is believed of certificates: the roots (PEM), the organization whose they must be, and the instant (ISO). */
export type Believed = { roots: readonly string[]; organization: string; at: string };

/** A certificate that was believed: serial number and SHA-256 fingerprint in lower-case hex, instants ISO in UTC. */
export type KnownCertificate = {
  serial: string;
  fingerprint: string;
  validFrom: string;
  validUntil: string;
  /** The subject's serialNumber (X.520), empty where it has none. */
  subjectSerial: string;
};

/** Why a certificate is not believed. */
export type ChainFault = 'unreadable' | 'chain' | 'another-organization';

const ORGANIZATION = '2.5.4.10';
const SERIAL_NUMBER = '2.5.4.5';

/**
 * Checks a certificate (DER) up to a trusted root (RFC 5280, 6) through the chain given, valid at an instant and issued
 * by an authority of the organization. Never throws, whatever the bytes are. Revocation is not asked.
 */
export async function checkCertificate(
  der: Uint8Array,
  chain: readonly Uint8Array[],
  believed: Believed,
): Promise<{ kind: 'believed'; certificate: KnownCertificate } | { kind: 'not-believed'; why: ChainFault }> {
  try {
    const certificate = Certificate.fromBER(der);
    const path = chain.map((one) => Certificate.fromBER(one));
    if (!isWhole(certificate, der)) return { kind: 'not-believed', why: 'unreadable' };
    if (!(await leadsToRoot(certificate, path, believed))) return { kind: 'not-believed', why: 'chain' };
    const issuer = valueOf(certificate.issuer, ORGANIZATION);
    if (issuer !== believed.organization) return { kind: 'not-believed', why: 'another-organization' };
    return { kind: 'believed', certificate: known(certificate, der) };
  } catch {
    return { kind: 'not-believed', why: 'unreadable' };
  }
}

/** Whether a certificate leads to one of the roots over others of `path`, all of them valid at the instant (RFC 5280, 6). */
export async function leadsToRoot(
  certificate: Certificate,
  path: readonly Certificate[],
  { roots, at }: Pick<Believed, 'roots' | 'at'>,
): Promise<boolean> {
  const trustedCerts = roots.map((pem) => Certificate.fromBER(new Uint8Array(new X509Certificate(pem).raw)));
  // The engine takes the last of `certs` for the one in question.
  const certs = [...path, certificate];
  const engine = new CertificateChainValidationEngine({ trustedCerts, certs, checkDate: new Date(at) });
  const { result } = await engine.verify();
  return result && certs.every((one) => isSignedBy(one, [...path, ...trustedCerts]));
}

/** Whether one of the others signed a certificate, by a reader that takes a signature in DER alone. */
function isSignedBy(certificate: Certificate, others: readonly Certificate[]): boolean {
  const read = strictly(certificate);
  return others.some((other) => read.verify(strictly(other).publicKey));
}

function strictly(certificate: Certificate): X509Certificate {
  return new X509Certificate(Buffer.from(certificate.toSchema(false).toBER(false)));
}

/** The one value of an attribute of a name; empty where it is absent or repeated. */
export function valueOf(name: Certificate['subject'], type: string): string {
  const [value, ...more] = name.typesAndValues.filter((one) => one.type === type);
  return value === undefined || more.length > 0 ? '' : value.value.valueBlock.value;
}

/** Whether what was read is written again as the very bytes it came in: DER, with nothing behind it. */
function isWhole(certificate: Certificate, der: Uint8Array): boolean {
  return Buffer.from(certificate.toSchema(false).toBER(false)).equals(der);
}

function known(certificate: Certificate, der: Uint8Array): KnownCertificate {
  const { serialNumber, fingerprint256 } = new X509Certificate(der);
  return {
    serial: serialNumber.toLowerCase(),
    fingerprint: fingerprint256.replaceAll(':', '').toLowerCase(),
    validFrom: certificate.notBefore.value.toISOString(),
    validUntil: certificate.notAfter.value.toISOString(),
    subjectSerial: valueOf(certificate.subject, SERIAL_NUMBER),
  };
}

import { createHash } from 'node:crypto';
import { Null, OctetString, Sequence } from 'asn1js';
import {
  type AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
} from 'pkijs';
import { type Believed, leadsToRoot, valueOf } from './certificateChain.ts';
import { signedRange } from './signedRange.ts';

/** The draft a signature must have been appended to: SHA-256 (hex) and length of its bytes. */
export type Draft = { sha256: string; bytes: number };

/** What a signed PDF is. `invalid` names the first thing that does not hold. */
export type PdfSignature =
  | { kind: 'valid'; signer: { fingerprint: string } }
  | {
      kind: 'invalid';
      why: 'not-our-draft' | 'range' | 'form' | 'signature' | 'chain' | 'another-organization';
    };

const ORGANIZATION = '2.5.4.10';
const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const SHA2 = ['2.16.840.1.101.3.4.2.1', '2.16.840.1.101.3.4.2.2', '2.16.840.1.101.3.4.2.3'];

/**
 * Checks a PDF signed over our draft (PAdES, ETSI EN 319 142-1): it begins with exactly the draft's bytes, one signature
 * covers the whole file but itself, its CMS (RFC 5652) holds, and the signing certificate is the organization's, leading
 * to a trusted root, valid at the instant. Never throws, whatever the bytes are.
 */
export async function checkPdfSignature(file: Uint8Array, draft: Draft, believed: Believed): Promise<PdfSignature> {
  const bytes = Buffer.from(file);
  const begins = bytes.subarray(0, draft.bytes);
  const isDraft = begins.length === draft.bytes && createHash('sha256').update(begins).digest('hex') === draft.sha256;
  if (!isDraft) return { kind: 'invalid', why: 'not-our-draft' };
  const range = signedRange(bytes, draft.bytes);
  if (range === null) return { kind: 'invalid', why: 'range' };
  try {
    return await checkCms(range.cms, range.content, believed);
  } catch {
    return { kind: 'invalid', why: 'form' };
  }
}

async function checkCms(cms: Buffer, content: Buffer, believed: Believed): Promise<PdfSignature> {
  const info = ContentInfo.fromBER(cms);
  if (info.contentType !== SIGNED_DATA) return { kind: 'invalid', why: 'form' };
  const signed = new SignedData({ schema: info.content });
  const [signer, ...more] = signed.signerInfos;
  const certificates = (signed.certificates ?? []).filter((one) => one instanceof Certificate);
  const own = certificates.find((one) => signer !== undefined && isOf(signer, one));
  if (signer === undefined || more.length > 0 || own === undefined) return { kind: 'invalid', why: 'form' };
  if (!hasForm(signed, signer, own, cms)) return { kind: 'invalid', why: 'form' };

  // The engine throws where the content is another than the one signed.
  const { signatureVerified } = await signed
    .verify({ signer: 0, data: exact(content), extendedMode: true })
    .catch(() => ({ signatureVerified: false }));
  if (signatureVerified !== true) return { kind: 'invalid', why: 'signature' };
  if (
    !(await leadsToRoot(
      own,
      certificates.filter((one) => one !== own),
      believed,
    ))
  )
    return { kind: 'invalid', why: 'chain' };
  if (valueOf(own.subject, ORGANIZATION) !== believed.organization)
    return { kind: 'invalid', why: 'another-organization' };
  return { kind: 'valid', signer: { fingerprint: digestOf(own, 'sha256').toString('hex') } };
}

/**
 * What the signature itself does not cover but must be so: detached data, one SHA-2 digest throughout, DER without a rest,
 * and the signing certificate named among what is signed (signing-certificate-v2, RFC 5035).
 */
function hasForm(signed: SignedData, signer: SignerInfo, own: Certificate, cms: Buffer): boolean {
  const { algorithmId } = signer.digestAlgorithm;
  const detached = signed.encapContentInfo.eContentType === DATA && signed.encapContentInfo.eContent === undefined;
  const digests = signed.digestAlgorithms.map((one) => one.algorithmId);
  const written = new ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(false) })
    .toSchema()
    .toBER(false);
  return (
    signed.version === 1 &&
    signer.version === 1 &&
    detached &&
    SHA2.includes(algorithmId) &&
    digests.length === 1 &&
    digests[0] === algorithmId &&
    [...signed.digestAlgorithms, signer.digestAlgorithm, signer.signatureAlgorithm].every(hasNoParameters) &&
    Buffer.from(written).equals(cms) &&
    namesSigner(signer, own)
  );
}

/** Absent or NULL, as RFC 5754 has them for SHA-2, RSA (PKCS #1 v1.5) and ECDSA. */
function hasNoParameters(algorithm: AlgorithmIdentifier): boolean {
  const parameters: unknown = algorithm.algorithmParams;
  return parameters === undefined || parameters instanceof Null;
}

function isOf(signer: SignerInfo, { issuer, serialNumber }: Certificate): boolean {
  const sid: unknown = signer.sid;
  return sid instanceof IssuerAndSerialNumber && sid.serialNumber.isEqual(serialNumber) && sid.issuer.isEqual(issuer);
}

/** ESSCertIDv2's hash is SHA-256 unless it names another, which is not taken here. */
function namesSigner(signer: SignerInfo, own: Certificate): boolean {
  const attribute = signer.signedAttrs?.attributes.find(({ type }) => type === SIGNING_CERTIFICATE_V2);
  const value: unknown = attribute?.values[0];
  const certs = value instanceof Sequence ? value.valueBlock.value[0] : undefined;
  const first = certs instanceof Sequence ? certs.valueBlock.value[0] : undefined;
  const hash = first instanceof Sequence ? first.valueBlock.value[0] : undefined;
  return hash instanceof OctetString && digestOf(own, 'sha256').equals(Buffer.from(hash.valueBlock.valueHexView));
}

function digestOf(certificate: Certificate, algorithm: string): Buffer {
  return createHash(algorithm)
    .update(Buffer.from(certificate.toSchema(false).toBER(false)))
    .digest();
}

function exact(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

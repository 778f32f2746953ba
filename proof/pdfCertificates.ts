import { Certificate, ContentInfo, SignedData } from 'pkijs';
import { signedRange } from './signedRange.ts';

/**
 * The certificates that a PDF's signature carries (CMS, RFC 5652), as PEM one after the other: the signer's and those
 * that lead to its root. `draftBytes` is the length of what was signed over; null where there is no such signature.
 */
export function certificatesOfPdf(file: Uint8Array, draftBytes: number): string | null {
  const range = signedRange(Buffer.from(file), draftBytes);
  if (range === null) return null;
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(range.cms).content });
    const certificates = (signed.certificates ?? []).filter((one) => one instanceof Certificate);
    return certificates.map((one) => pem(Buffer.from(one.toSchema(false).toBER(false)))).join('');
  } catch {
    return null;
  }
}

/** RFC 7468: lines of 64 characters. */
function pem(der: Buffer): string {
  const lines = der.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { SignPdf } from '@signpdf/signpdf';
import { Signer, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { TestAuthority } from './openAuthority.ts';

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

/**
 * Signs a PDF by a Centre's signing certificate (PAdES baseline, ETSI EN 319 142-1: ETSI.CAdES.detached, the time of
 * signing in the dictionary alone): the bytes given stay as they are, the signature is appended.
 */
export async function signPdf(
  { signing, issuing }: TestAuthority,
  pdf: Uint8Array,
  at: { instant: Date; reason: string },
): Promise<Uint8Array> {
  const prepared = plainAddPlaceholder({
    pdfBuffer: Buffer.from(pdf),
    reason: at.reason,
    contactInfo: '',
    name: signing.certificate.subject,
    location: '',
    signingTime: at.instant,
    subFilter: SUBFILTER_ETSI_CADES_DETACHED,
    signatureLength: 6_000,
  });
  const chain = [signing.certificate, issuing.certificate].map(({ rawData }) => Certificate.fromBER(rawData));
  return new Uint8Array(await new SignPdf().sign(prepared, new CmsSigner(chain, signing.key)));
}

/** Makes the detached CMS of the bytes it is given (RFC 5652), with signing-certificate-v2 (RFC 5035). */
class CmsSigner extends Signer {
  readonly #chain: Certificate[];
  readonly #key: CryptoKey;

  constructor(chain: Certificate[], key: CryptoKey) {
    super();
    this.#chain = chain;
    this.#key = key;
  }

  override async sign(content: Buffer): Promise<Buffer> {
    const [own] = this.#chain;
    if (own === undefined) throw new Error('who signs has a certificate');
    const signed = new SignedData({
      version: 1,
      encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
      signerInfos: [
        new SignerInfo({
          version: 1,
          sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
          signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: attributesOf(own, content) }),
        }),
      ],
      certificates: this.#chain,
    });
    await signed.sign(this.#key, 0, 'SHA-256', content);
    const info = new ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) });
    return Buffer.from(info.toSchema().toBER(false));
  }
}

function attributesOf(own: Certificate, content: Uint8Array): Attribute[] {
  const sha256 = (bytes: Uint8Array) =>
    new OctetString({ valueHex: new Uint8Array(createHash('sha256').update(bytes).digest()) });
  // SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2 }; SHA-256 is its default and left out.
  const essCertId = new Sequence({ value: [sha256(new Uint8Array(own.toSchema().toBER(false)))] });
  const signingCertificate = new Sequence({ value: [new Sequence({ value: [essCertId] })] });
  return [
    new Attribute({ type: CONTENT_TYPE, values: [new ObjectIdentifier({ value: DATA })] }),
    new Attribute({ type: MESSAGE_DIGEST, values: [sha256(content)] }),
    new Attribute({ type: SIGNING_CERTIFICATE_V2, values: [signingCertificate] }),
  ];
}

import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { certificatesOfPdf } from '../../proof/pdfCertificates.ts';
import { checkPdfSignature } from '../../proof/pdfSignature.ts';
import { makeSignedContract } from './signedContract.ts';

describe('R1598/2.9: the certificates in the signature of a contract', () => {
  let made: Awaited<ReturnType<typeof makeSignedContract>>;
  before(async () => {
    made = await makeSignedContract();
  });
  after(() => made.remove());

  it('are read as PEM, the signer’s among them', async () => {
    const text = certificatesOfPdf(made.signed, made.draft.bytes) ?? '';
    const read = (text.match(/-----BEGIN[^]*?-----END CERTIFICATE-----\n/g) ?? []).map(
      (pem) => new X509Certificate(pem),
    );
    const checked = await checkPdfSignature(made.signed, made.draft, made.believed);
    assert.ok(checked.kind === 'valid');
    const prints = read.map(({ fingerprint256 }) => fingerprint256.replaceAll(':', '').toLowerCase());
    assert.ok(prints.includes(checked.signer.fingerprint));
  });

  it('are none in a draft, and garbage throws nothing', () => {
    assert.equal(certificatesOfPdf(made.content, made.draft.bytes), null);
    assert.equal(certificatesOfPdf(Buffer.from('%PDF-1.7 nothing'), 4), null);
  });
});

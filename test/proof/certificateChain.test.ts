import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { issueCertificate } from '../../adapters/certification-centres/test-authority/issueCertificate.ts';
import { isValidForThreeYears } from '../../law/signature-issuance/validity.ts';
import { checkCertificate } from '../../proof/certificateChain.ts';
import { makeSignedContract } from './signedContract.ts';

describe("R1598/2.9, 2.19: a holder's certificate", () => {
  let made: Awaited<ReturnType<typeof makeSignedContract>>;
  let der: Uint8Array;
  let chain: Uint8Array[];
  before(async () => {
    made = await makeSignedContract();
    const holder = { surname: 'Əliyev', givenName: 'Çingiz', fin: 'X12345K' };
    const [notBefore, notAfter] = [new Date('2024-02-29T06:00:00Z'), new Date('2027-02-28T06:00:00Z')];
    ({ der } = await issueCertificate(made.authority.issuing, { holder, use: 'personal', notBefore, notAfter }));
    chain = [new Uint8Array(made.authority.issuing.certificate.rawData)];
  });
  after(() => made.remove());

  const within = () => ({ ...made.believed, at: '2025-01-01T00:00:00Z' });

  it('is read as its Centre wrote it, three years from 29 February', async () => {
    const found = await checkCertificate(der, chain, within());
    assert.equal(found.kind, 'believed');
    if (found.kind !== 'believed') return;
    assert.equal(found.certificate.subjectSerial, 'X12345K');
    assert.equal(found.certificate.serial, new X509Certificate(der).serialNumber.toLowerCase());
    assert.equal(found.certificate.validUntil, '2027-02-28T06:00:00.000Z');
    assert.ok(isValidForThreeYears(found.certificate));
  });

  it('leads to a trusted root over its chain, under that Centre, within its time', async () => {
    const why = async (change: object, over = chain) => {
      const found = await checkCertificate(der, over, { ...within(), ...change });
      return found.kind === 'believed' ? 'believed' : found.why;
    };
    assert.equal(await why({}, []), 'chain');
    assert.equal(await why({ roots: [made.otherRoot] }), 'chain');
    assert.equal(await why({ at: '2027-03-01T00:00:00Z' }), 'chain');
    assert.equal(await why({ organization: 'Another' }), 'another-organization');
  });

  it('does not survive one changed byte, and garbage throws nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(der.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = new Uint8Array(der);
        changed[at] = (changed[at] ?? 0) ^ by;
        assert.equal((await checkCertificate(changed, chain, within())).kind, 'not-believed');
      }),
      { numRuns: 200 },
    );
    assert.equal((await checkCertificate(new Uint8Array(), chain, within())).kind, 'not-believed');
  });

  it('stands before openssl too', () => {
    const [file, chainFile] = [join(made.folder, 'holder.der'), join(made.folder, 'issuing.pem')];
    writeFileSync(file, new X509Certificate(der).toString());
    writeFileSync(chainFile, made.authority.issuing.certificate.toString('pem'));
    const asked = [
      'verify',
      '-x509_strict',
      '-attime',
      '1735689600',
      '-CAfile',
      made.rootFile,
      '-untrusted',
      chainFile,
      file,
    ];
    assert.match(execFileSync('openssl', asked, { encoding: 'utf8' }), /: OK/);
  });
});

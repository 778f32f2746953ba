import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { signPdf } from '../../adapters/certification-centres/test-authority/signPdf.ts';
import { checkPdfSignature } from '../../proof/pdfSignature.ts';
import { makeSignedContract } from './signedContract.ts';

type Made = Awaited<ReturnType<typeof makeSignedContract>>;

describe('R1598/2.9: the signature of a Centre on the contract', () => {
  let made: Made;
  before(async () => {
    made = await makeSignedContract();
  });
  after(() => made.remove());

  const why = async (file: Uint8Array, change: Partial<Made['believed']> = {}, draft = made.draft) => {
    const found = await checkPdfSignature(file, draft, { ...made.believed, ...change });
    return found.kind === 'valid' ? 'valid' : found.why;
  };

  it('is valid as the Centre made it', async () => {
    assert.equal(await why(made.signed), 'valid');
  });

  it('is believed from that Centre, under that root, in its time, over our draft, and from nobody else', async () => {
    assert.equal(await why(made.signed, { organization: 'Another' }), 'another-organization');
    assert.equal(await why(made.signed, { roots: [made.otherRoot] }), 'chain');
    assert.equal(await why(made.signed, { roots: [] }), 'chain');
    assert.equal(await why(made.signed, { at: '2016-01-01T00:00:00Z' }), 'chain');
    assert.equal(await why(made.signed, {}, { ...made.draft, bytes: made.draft.bytes - 1 }), 'not-our-draft');
    assert.equal(await why(made.content), 'range', 'a draft is no signed contract');
    assert.equal(await why(Buffer.concat([made.signed, Buffer.from('\n%more')])), 'range', 'nothing may follow');
    const instant = new Date(made.believed.at);
    const twice = await signPdf(made.authority, made.signed, { instant, reason: 'again' });
    assert.equal(await why(twice), 'range', 'a second signature covers more than the first');
  });

  it('does not survive one changed byte, wherever it stands', async () => {
    const at = fc.integer({ min: 0, max: made.signed.length - 1 });
    const cms = fc.integer({
      min: made.signed.indexOf('/Contents <') + 11,
      max: made.signed.indexOf('/Contents <') + 3_400,
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(at, cms), fc.integer({ min: 1, max: 255 }), async (position, by) => {
        const changed = Buffer.from(made.signed);
        changed[position] = (changed[position] ?? 0) ^ by;
        assert.notEqual(await why(changed), 'valid', `byte ${position}`);
      }),
      { numRuns: 400 },
    );
  });

  it('throws at nothing, whatever follows the draft', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (tail) => {
        assert.notEqual(await why(Buffer.concat([made.content, tail])), 'valid');
      }),
      { numRuns: 50 },
    );
  });

  it(
    'is valid to a reader that is not ours (pdfsig)',
    { skip: hasPdfsig() ? false : 'pdfsig is not installed' },
    () => {
      const file = join(made.folder, 'signed.pdf');
      writeFileSync(file, made.signed);
      const said = execFileSync('pdfsig', [file], { encoding: 'utf8' });
      assert.match(said, /Signature is Valid\./);
      assert.match(said, /ETSI\.CAdES\.detached/);
      assert.match(said, /Total document signed/);
    },
  );
});

function hasPdfsig(): boolean {
  try {
    execFileSync('pdfsig', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

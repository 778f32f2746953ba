import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { takeIn } from '../../../adapters/files/takeIn.ts';
import type { TakenIn } from '../../../adapters/files/takeIn.ts';
import type { DocumentKind, ReasonCode } from '../../../law/signature-issuance/documents.ts';
import { claimedPng, drawing, lyingWithFlag, withMetadata } from './pictures.ts';
import { pdfWith, pdfWithoutPages } from './pdfs.ts';

const SECRET = 'Zaqatala Sirri';
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const photograph = await drawing().jpeg().toBuffer();
const tinted = sharp(await drawing().greyscale().toBuffer()).linear([1, 1, 1], [0, 2, -6]);
const frames = await sharp(Buffer.alloc(8 * 16 * 3, SECRET), {
  raw: { width: 8, height: 16, channels: 3, pageHeight: 8 },
})
  .webp()
  .toBuffer();

async function pictureInPdf(): Promise<string> {
  return `<< /Filter /DCTDecode >>\nstream\n${(await withMetadata()).toString('latin1')}\nendstream`;
}

function mustBeTaken(outcome: TakenIn): Extract<TakenIn, { kind: 'taken' }> {
  if (outcome.kind !== 'taken') assert.fail(`refused: ${outcome.reason}`);
  return outcome;
}

const bad: [string, DocumentKind, Uint8Array, ReasonCode][] = [
  ['zero bytes', 'photograph', Buffer.alloc(0), 'empty'],
  ['five million bytes and one', 'photograph', Buffer.concat([photograph], 5_000_001), 'too-large'],
  ['ten million bytes and one', 'identity-document', Buffer.concat([photograph], 10_000_001), 'too-large'],
  ['words', 'identity-document', Buffer.from(SECRET), 'wrong-type'],
  ['HTML', 'identity-document', Buffer.from(`<!doctype html><script>${SECRET}</script>`), 'wrong-type'],
  ['HTML before a JPEG', 'photograph', Buffer.concat([Buffer.from('<html>'), photograph]), 'wrong-type'],
  ['HTML before a PDF', 'power-of-attorney', Buffer.concat([Buffer.from('<html>'), pdfWith('')]), 'wrong-type'],
  [
    'SVG',
    'photograph',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="490" height="630"/>'),
    'wrong-type',
  ],
  ['GIF', 'photograph', await drawing().gif().toBuffer(), 'wrong-type'],
  ['TIFF', 'identity-document', await drawing().tiff().toBuffer(), 'wrong-type'],
  ['animated WebP', 'photograph', frames, 'wrong-type'],
  ['a PDF as a photograph', 'photograph', pdfWith(''), 'wrong-type'],
  ['a JPEG cut in half', 'photograph', photograph.subarray(0, photograph.length / 2), 'unreadable'],
  ['a JPEG cut in its header', 'photograph', photograph.subarray(0, 100), 'unreadable'],
  [
    'a JPEG with its data spoiled',
    'photograph',
    Buffer.concat([photograph.subarray(0, -400), Buffer.alloc(400, 1)]),
    'unreadable',
  ],
  ['a PNG header of 50,000 x 50,000', 'identity-document', claimedPng(50_000, 50_000), 'too-many-pixels'],
  ['a PNG that holds less than it claims', 'identity-document', claimedPng(2_000, 2_000), 'unreadable'],
  ['a grey photograph', 'photograph', await drawing().greyscale().jpeg().toBuffer(), 'not-in-colour'],
  [
    'a grey photograph kept in colour',
    'photograph',
    await drawing().modulate({ saturation: 0 }).png().toBuffer(),
    'not-in-colour',
  ],
  ['a slightly tinted grey one', 'photograph', await tinted.jpeg().toBuffer(), 'not-in-colour'],
  ['a photograph lying on its side', 'photograph', await drawing(630, 490).jpeg().toBuffer(), 'wrong-shape'],
  ['412 x 531', 'photograph', await drawing(412, 531).jpeg().toBuffer(), 'too-small'],
  ['413 x 530', 'photograph', await drawing(413, 530).png().toBuffer(), 'too-small'],
  [
    'a PDF with a script',
    'identity-document',
    pdfWith(`/OpenAction << /S /J#61vaScript /JS (${SECRET}) >>`),
    'active-content',
  ],
  ['an encrypted PDF', 'identity-document', pdfWith('', [], '/Encrypt 4 0 R '), 'locked'],
  [
    'a PDF with a short ZIP in a stream',
    'power-of-attorney',
    pdfWith('', ['<< >>\nstream\nPK\x03\x04a PK\x05\x06\nendstream']),
    'harmful',
  ],
  ['a short tail behind a PDF', 'power-of-attorney', Buffer.concat([pdfWith(''), Buffer.from(SECRET)]), 'unreadable'],
  [
    'a JPEG with the mark by which scanners are tried',
    'photograph',
    Buffer.concat([photograph, Buffer.from(['$EICAR', 'STANDARD', 'ANTIVIRUS', 'TEST', 'FILE!'].join('-'))]),
    'harmful',
  ],
  [
    'a signed PDF with a picture that has its position',
    'power-of-attorney',
    pdfWith('', ['<< /ByteRange [0 1 2 3] >>', await pictureInPdf()]),
    'picture-data',
  ],
  ['a PDF without pages', 'power-of-attorney', pdfWithoutPages(), 'no-pages'],
  [
    'a PDF of 51 pages',
    'power-of-attorney',
    pdfWith(
      '',
      Array.from({ length: 50 }, () => '<< /Type /Page >>'),
    ),
    'too-many-pages',
  ],
  ['a PDF cut in half', 'power-of-attorney', pdfWith('').subarray(0, 200), 'unreadable'],
];

/** Of a photograph that is none by its measures, these are told: each is named to whoever sent it. */
const MEASURED = [
  { of: 'a grey photograph', width: 490, height: 630, colour: false },
  { of: 'a grey photograph kept in colour', width: 490, height: 630, colour: false },
  { of: 'a slightly tinted grey one', width: 490, height: 630, colour: false },
  { of: 'a photograph lying on its side', width: 630, height: 490, colour: true },
  { of: '412 x 531', width: 412, height: 531, colour: true },
  { of: '413 x 530', width: 413, height: 530, colour: true },
];

const CLAUSES = { 'identity-document': 'R1598/2.3.1', photograph: 'R1598/2.3.2', 'power-of-attorney': 'R1598/2.3.3' };

void describe('takeIn refuses', () => {
  for (const [what, kind, bytes, reason] of bad) {
    it(`${CLAUSES[kind]}: ${what}: ${reason}`, async () => {
      // The whole answer is compared, so nothing of the file can stand in it.
      const { of, ...measures } = MEASURED.find((one) => one.of === what) ?? {};
      assert.deepEqual(await takeIn(kind, bytes), {
        ...{ kind: 'refused', reason, clause: CLAUSES[kind] },
        ...(of !== undefined && { measures }),
      });
    });
  }
});

void describe('takeIn keeps', () => {
  it('R1598/2.3.2: a photograph, encoded anew, both hashes told', async () => {
    for (const sent of [photograph, await drawing(413, 531).png({ compressionLevel: 1 }).toBuffer()]) {
      const taken = mustBeTaken(await takeIn('photograph', sent));
      assert.equal(taken.sha256, sha256(sent));
      assert.equal(taken.storedSha256, sha256(taken.bytes));
      assert.notEqual(taken.storedSha256, taken.sha256);
      const { format, width, height } = await sharp(taken.bytes).metadata();
      assert.deepEqual([`image/${format}`, width, height], [taken.mediaType, taken.width, taken.height]);
    }
  });

  it('R1598/2.3.2: nothing of the metadata: no name, place or profile', async () => {
    const sent = await withMetadata();
    assert.ok(sent.includes(SECRET) && (await sharp(sent).metadata()).exif !== undefined);
    const { bytes } = mustBeTaken(await takeIn('photograph', sent));
    const { exif, icc, xmp, iptc } = await sharp(bytes).metadata();
    assert.deepEqual([exif, icc, xmp, iptc], [undefined, undefined, undefined, undefined]);
    assert.ok(!Buffer.from(bytes).includes(SECRET) && !Buffer.from(bytes).includes('Exif'));
  });

  it('R1598/2.3.2: a picture upright, as its orientation flag says', async () => {
    const taken = mustBeTaken(await takeIn('photograph', await lyingWithFlag()));
    assert.deepEqual([taken.width, taken.height], [490, 630]);
    assert.equal((await sharp(taken.bytes).metadata()).orientation, undefined);
    const corner = await sharp(taken.bytes).extract({ left: 480, top: 5, width: 1, height: 1 }).raw().toBuffer();
    assert.ok(corner[0]! > 150 && corner[2]! < 80, `red after turning: ${[...corner].join(' ')}`);
  });

  it('R1598/2.3.1: nothing behind the end of a JPEG, nothing of its comments', async () => {
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, SECRET.length + 2]), Buffer.from(SECRET)]);
    const sent = Buffer.concat([
      photograph.subarray(0, 2),
      comment,
      photograph.subarray(2),
      Buffer.from(`PK<html>${SECRET}`),
    ]);
    const { bytes } = mustBeTaken(await takeIn('identity-document', sent));
    assert.ok(!Buffer.from(bytes).includes(SECRET) && !Buffer.from(bytes).includes('<html>'));
    assert.deepEqual([...bytes.subarray(-2)], [0xff, 0xd9]);
  });

  it('R1598/2.3.2: a CMYK photograph as sRGB; transparency on white', async () => {
    const cmyk = await drawing().toColourspace('cmyk').jpeg().toBuffer();
    assert.equal((await sharp(cmyk).metadata()).space, 'cmyk');
    const taken = mustBeTaken(await takeIn('photograph', cmyk));
    assert.equal((await sharp(taken.bytes).metadata()).space, 'srgb');

    const clear = await drawing()
      .ensureAlpha()
      .composite([
        {
          input: Buffer.from([0, 0, 0, 255]),
          raw: { width: 1, height: 1, channels: 4 },
          tile: true,
          blend: 'dest-out',
        },
      ])
      .png()
      .toBuffer();
    const white = mustBeTaken(await takeIn('identity-document', clear));
    assert.deepEqual(
      [...(await sharp(white.bytes).extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer())],
      [255, 255, 255],
    );
  });

  it('R1598/2.3.3: a PDF as it came, whatever view of memory holds it', async () => {
    const pdf = pdfWith('');
    const larger = Buffer.concat([Buffer.from(SECRET), pdf, Buffer.from(SECRET)]);
    const view = new Uint8Array(larger.buffer, larger.byteOffset + SECRET.length, pdf.length);
    const taken = mustBeTaken(await takeIn('power-of-attorney', view));
    assert.deepEqual(Buffer.from(taken.bytes), Buffer.from(pdf));
    assert.deepEqual(
      [taken.sha256, taken.storedSha256, taken.mediaType],
      [sha256(pdf), sha256(pdf), 'application/pdf'],
    );
  });

  it('R1598/2.3.3: a PDF without the position its picture tells, and no other byte moved', async () => {
    const sent = Buffer.from(pdfWith('', [await pictureInPdf()]));
    assert.ok(sent.includes(SECRET));
    const { bytes, sha256: told, storedSha256 } = mustBeTaken(await takeIn('power-of-attorney', sent));
    const kept = Buffer.from(bytes);
    assert.ok(!kept.includes(SECRET) && !kept.includes('Exif'));
    assert.deepEqual([kept.length, told, storedSha256], [sent.length, sha256(sent), sha256(kept)]);
    const changed = [...kept].filter((byte, at) => byte !== sent[at]);
    assert.ok(changed.length > 0 && changed.every((byte) => byte === 0));
  });

  it('ASVS 1.3.12: half a description of a picture, however often it begins, is passed over once', async () => {
    const describing = (what: string) => `<?xpacket begin="" id="x"?>${what}<?xpacket end="w"?>`;
    const halves = '<?xpacket begin'.repeat(400_000);
    const told = describing('<exif:GPSLatitude>40,24N</exif:GPSLatitude>');
    const sent = Buffer.from(pdfWith('', [`${describing('<dc:title>scan</dc:title>')} ${halves} ${told}`]));
    const kept = Buffer.from(mustBeTaken(await takeIn('power-of-attorney', sent)).bytes);
    assert.deepEqual([sent.includes('GPSLatitude'), kept.includes('GPSLatitude')], [true, false]);
    assert.ok(kept.includes('<dc:title>scan'), 'what tells nothing stays');
    assert.equal(kept.length, sent.length);
  });
});

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, it } from 'node:test';
import { readPdf } from '../../../adapters/files/readPdf.ts';
import { pdfWith, pdfWithObjectStream, pdfWithoutPages } from './pdfs.ts';

const script = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>';
const stream = (data: Buffer, dictionary = '') =>
  `<< /Length ${data.length} ${dictionary} >>\nstream\n${data.toString('latin1')}\nendstream`;

const active = {
  'a script': pdfWith(script),
  'a script whose name is written with escapes': pdfWith('/OpenAction << /S /J#61va#53cript /JS (1) >>'),
  'a script wholly in escapes': pdfWith(
    `/OpenAction << /S /${[...'JavaScript'].map((c) => `#${c.charCodeAt(0).toString(16)}`).join('')} >>`,
  ),
  'a script behind what a lenient reader takes for a string': pdfWith(`/Title (open \\(( ${script}`),
  'a launch action': pdfWith('/OpenAction << /S /Launch /F (calc.exe) >>'),
  'an attached file': pdfWith('/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>', [
    '<< /Type /Filespec /EF << /F 5 0 R >> >>',
    stream(Buffer.from('MZ'), '/Type /EmbeddedFile'),
  ]),
  'a form that sends itself away': pdfWith('/OpenAction << /S /SubmitForm /F (http://localhost) >>'),
  'a form of the XFA kind': pdfWith('/AcroForm << /XFA [] >>'),
  'a script in an object stream': pdfWithObjectStream(script),
  'a script in an object stream left as it is': pdfWithObjectStream(script, { deflations: 0 }),
  'a script in an object stream deflated twice': pdfWithObjectStream(script, { deflations: 2 }),
};

void describe('readPdf: what may not be in a document', () => {
  for (const [what, pdf] of Object.entries(active)) {
    it(`finds ${what}`, async () => assert.deepEqual(await readPdf(pdf), { kind: 'active-content' }));
  }

  it('calls an encrypted one locked', async () => {
    const dictionary = `<< /Filter /Standard /V 1 /R 2 /O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> /P -4 >>`;
    assert.deepEqual(await readPdf(pdfWith('', [dictionary], '/Encrypt 4 0 R ')), { kind: 'locked' });
  });

  it('calls unreadable what is cut off, has a long tail, or hides behind what is not opened', async () => {
    const whole = Buffer.from(pdfWith(''));
    const torn = deflateSync(Buffer.concat([Buffer.from('1 0 '), randomBytes(4_000)]));
    torn.fill(0xff, torn.length - 8);
    const bombs = Array.from({ length: 3 }, () => stream(deflateSync(Buffer.alloc(30_000_000, '7 7 '))));
    const unreadable = {
      cut: whole.subarray(0, -20),
      tail: Buffer.concat([whole, Buffer.alloc(2_000, 'PK')]),
      headless: whole.subarray(9),
      spoiled: pdfWithObjectStream(script, {
        spoil: (data) => Buffer.concat([data.subarray(0, 20), Buffer.alloc(40)]),
      }),
      otherFilter: pdfWithObjectStream('', { deflations: 1, filter: '/ASCII85Decode /FlateDecode' }),
      bomb: pdfWith('', bombs),
      countless: pdfWith('', ['stream\n'.repeat(5_001)]),
      // Each is unpacked up to where it breaks, and a file of 10 MB may hold so many that this took a minute.
      torn: pdfWith(
        '',
        Array.from({ length: 21 }, () => stream(torn)),
      ),
      // Of 60 kB such names filled the memory of the process and held it for minutes.
      names: pdfWith('', [stream(deflateSync(Buffer.from(`1 0 ${'/a'.repeat(500_001)}`)))]),
      namesInTheOpen: pdfWith('', ['/a'.repeat(500_001)]),
    };
    for (const [what, pdf] of Object.entries(unreadable)) {
      assert.deepEqual(await readPdf(pdf), { kind: 'unreadable' }, what);
    }
  });
});

void describe('readPdf: what may be', () => {
  it('counts pages, in the open and in object streams', async () => {
    assert.deepEqual(await readPdf(pdfWith('')), { kind: 'readable', pages: 1, signed: false });
    assert.deepEqual(await readPdf(pdfWithObjectStream('')), { kind: 'readable', pages: 1, signed: false });
    assert.deepEqual(await readPdf(pdfWithObjectStream('', { deflations: 2 })), {
      kind: 'readable',
      pages: 1,
      signed: false,
    });
    assert.deepEqual(await readPdf(pdfWithoutPages()), { kind: 'readable', pages: 0, signed: false });
  });

  it('lets pass a signature, links, a title, and pictures of any bytes', async () => {
    const harmless = pdfWith('/AcroForm << /SigFlags 3 >> /OpenAction [3 0 R /Fit] /PageMode /UseOutlines', [
      '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached >>',
      '<< /Type /Annot /Subtype /Link /A << /S /URI /URI (http://localhost) >> >>',
      stream(randomBytes(200_000), '/Subtype /Image'),
      stream(deflateSync(randomBytes(200_000)), '/Subtype /Image /Filter /FlateDecode'),
    ]);
    assert.deepEqual(await readPdf(harmless), { kind: 'readable', pages: 1, signed: false });
  });
});

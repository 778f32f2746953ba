import { deflateSync } from 'node:zlib';
import type { Hostile, Making } from './hostile.ts';
import { EICAR, tarOf, zipOf } from './makeArchives.ts';
import { positioned, xmp } from './makePictures.ts';
import { packed, pdf, pdfOfObjectStream, pictured, stream } from './makePdfs.ts';

const refused = (what: string, make: Hostile['make']): Hostile => ({
  what,
  kind: 'power-of-attorney',
  ends: 'refused',
  name: () => 'a.pdf',
  type: 'application/pdf',
  make,
});
const cleaned = (what: string, make: Hostile['make']): Hostile => ({ ...refused(what, make), ends: 'cleaned' });
const script = ({ plant }: Making) => `/OpenAction << /S /JavaScript /JS (app.alert\\("${plant}"\\)) >>`;
const escaped = (word: string) => [...word].map((letter) => `#${letter.charCodeAt(0).toString(16)}`).join('');
const action = (m: Making, what: string) => pdf(`/OpenAction << ${what} >> /Title (${m.plant})`);
const behind = (rest: Buffer | string) => Buffer.concat([pdf(), Buffer.from(rest)]);

/** PDFs that act, reach out, hold other files, are other files too, or tell too much. */
export const PDFS: readonly Hostile[] = [
  refused('PDF with JavaScript', (m) => pdf(script(m))),
  refused('PDF with JavaScript, the name in escapes', (m) =>
    pdf(`/OpenAction << /S /${escaped('JavaScript')} /JS (${m.plant}) >>`),
  ),
  refused('PDF with JavaScript in an object stream', (m) => pdfOfObjectStream(script(m))),
  refused('PDF with JavaScript in an object stream packed three times', (m) => pdfOfObjectStream(script(m), 3)),
  refused('PDF with JavaScript among its names', (m) =>
    pdf(`/Names << /JavaScript << /Names [(${m.plant}) 5 0 R] >> >>`, ['<< /S /JavaScript /JS (1) >>']),
  ),
  refused('PDF that starts a program', (m) => action(m, '/S /Launch /F (calc.exe)')),
  refused('PDF that sends a form', (m) => action(m, '/S /SubmitForm /F (http://localhost/)')),
  refused('PDF that reads in data', (m) => action(m, '/S /ImportData /F (a.fdf)')),
  refused('PDF that opens another document', (m) => action(m, '/S /GoToR /F (b.pdf) /D [0 /Fit]')),
  refused('PDF that opens an address by itself', (m) => action(m, '/S /URI /URI (http://localhost/)')),
  refused('the same by reference', (m) =>
    pdf('/OpenAction 5 0 R', [`<< /S /URI /URI (http://localhost/${m.plant}) >>`]),
  ),
  refused('PDF with a file in it', (m) =>
    pdf('/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>', [
      '<< /Type /Filespec /EF << /F 6 0 R >> >>',
      stream(Buffer.from(m.plant), '/Type /EmbeddedFile'),
    ]),
  ),
  refused('PDF with a file in it that is not called so', (m) =>
    pdf('/AF [5 0 R]', ['<< /F (a.exe) /EF << /F 6 0 R >> >>', stream(Buffer.from(m.plant))]),
  ),
  refused('PDF with a file on its page', (m) =>
    pdf('', [`<< /Type /Annot /Subtype /FileAttachment /Contents (${m.plant}) >>`]),
  ),
  refused('PDF with an XFA form', (m) => pdf(`/AcroForm << /XFA [(${m.plant})] >>`)),
  refused('PDF with rich media', (m) => pdf('', [`<< /Type /Annot /Subtype /RichMedia /Contents (${m.plant}) >>`])),
  refused('PDF whose stream lies elsewhere', (m) =>
    pdf('', [`<< /Length 0 /F (//host/${m.plant}) /FFilter /FlateDecode >>\nstream\n\nendstream`]),
  ),
  refused('PDF that names an address as its file', (m) =>
    pdf('', [`<< /Type /Filespec /FS /URL /F (http://localhost/${m.plant}) >>`]),
  ),
  refused('PDF that shows a page of another document', (m) =>
    pdf('', [stream(Buffer.from(m.plant), '/Subtype /Form /Ref << /F (b.pdf) /Page 0 >>')]),
  ),
  refused('encrypted PDF', (m) =>
    pdf(
      '',
      [`<< /Filter /Standard /V 1 /R 2 /O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> /P -4 /X (${m.plant}) >>`],
      '/Encrypt 5 0 R ',
    ),
  ),
  refused('PDF with a ZIP behind it', (m) => behind(zipOf({ a: m.plant }))),
  refused('PDF with HTML behind it', (m) => behind(`<script>${m.plant}</script>`)),
  refused('PDF with a mark behind it', (m) => behind(m.plant)),
  refused('PDF with something before it', (m) => Buffer.concat([Buffer.from(m.plant), pdf()])),
  refused('PDF with a ZIP in a stream', (m) => pdf('', [stream(zipOf({ a: m.plant }))])),
  refused('PDF that is HTML too', (m) => pdf('', [stream(Buffer.from(`<html><body onload=alert("${m.plant}")>`))])),
  refused('PDF that is a picture with a script too', (m) =>
    pdf('', [stream(Buffer.from(`<svg onload="${m.plant}">`))]),
  ),
  refused('PDF that is tar too', (m) => Buffer.concat([tarOf('%PDF-1.4 ', m.plant), pdf().subarray(9)])),
  refused('PDF with a program of Windows in a stream', (m) =>
    pdf('', [stream(Buffer.from(`MZ${'\0'.repeat(60)}This program cannot be run in DOS mode${m.plant}`))]),
  ),
  refused('PDF with EICAR in a stream', () => pdf('', [stream(Buffer.from(EICAR))])),
  refused('PDF with EICAR in a packed stream', () => pdf('', [packed(Buffer.from(EICAR))])),
  cleaned('PDF with a picture that has its position', async (m) => pdf('', [pictured(await positioned(m))])),
  cleaned('PDF that describes a place in XMP', (m) =>
    pdf('/Metadata 5 0 R', [stream(Buffer.from(xmp(m.plant)), '/Type /Metadata /Subtype /XML')]),
  ),
  refused('signed PDF with a picture that has its position', async (m) =>
    pdf('', [pictured(await positioned(m)), '<< /Type /Sig /ByteRange [0 10 20 10] >>']),
  ),
  refused('PDF with a packed picture that has its position', async (m) => pdf('', [packed(await positioned(m))])),
  refused('PDF that unpacks to 600 MB', () => pdf('', [packed(Buffer.alloc(600_000_000))])),
  refused('PDF whose object streams unpack to 120 MB', () =>
    pdf(
      '',
      Array.from({ length: 4 }, () => packed(Buffer.alloc(30_000_000, '7 7 '))),
    ),
  ),
  refused('PDF with a stream packed three times that unpacks to 500 MB', () =>
    pdf('', [
      stream(
        deflateSync(deflateSync(deflateSync(Buffer.alloc(500_000_000)))),
        '/Filter [/FlateDecode /FlateDecode /FlateDecode]',
      ),
    ]),
  ),
  refused('PDF of 20,000 streams', () => pdf('', ['stream\n'.repeat(20_000)])),
  refused('PDF of 1,000 pages', () =>
    pdf(
      '',
      Array.from({ length: 1_000 }, () => '<< /Type /Page >>'),
    ),
  ),
  refused('PDF cut in half', () => pdf().subarray(0, 250)),
  refused('PDF without its end', () => pdf().subarray(0, -12)),
  {
    ...refused('PDF a byte over the limit', () =>
      Buffer.concat([pdf('', [stream(Buffer.alloc(9_999_000))]), Buffer.alloc(1_000)]),
    ),
  },
];
